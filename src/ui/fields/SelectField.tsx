// One of a short list, in the device's own picker.
import { classNames } from '../classNames.ts';
import { Icon } from '../icons/Icon.tsx';
import { FieldFrame } from './Field.tsx';
import type { FieldProps } from './Field.tsx';
import styles from './SelectField.module.css';

export type Option<V extends string> = {
  readonly value: V;
  readonly label: string;
  readonly hint?: string | undefined;
  readonly disabled?: boolean | undefined;
};

export type SelectFieldProps<V extends string> = FieldProps & {
  readonly options: readonly Option<V>[];
  /** Undefined while nothing is chosen; the placeholder is shown then. */
  readonly value: V | undefined;
  readonly onChange: (value: V) => void;
  readonly placeholder?: string | undefined;
};

export const SelectField = <V extends string>({
  options,
  value,
  onChange,
  placeholder,
  disabled,
  ...frame
}: SelectFieldProps<V>) => (
  <FieldFrame {...frame}>
    {(control) => (
      <div class={styles['frame']}>
        <select
          {...control}
          class={classNames(control.class, styles['select'])}
          value={value ?? ''}
          disabled={disabled}
          onChange={(event) => {
            const chosen = options.find((option) => option.value === event.currentTarget.value);
            if (chosen !== undefined) onChange(chosen.value);
          }}
        >
          {(value === undefined || placeholder !== undefined) && (
            <option value="" disabled>
              {placeholder ?? ''}
            </option>
          )}
          {options.map((option) => (
            <option key={option.value} value={option.value} disabled={option.disabled}>
              {option.label}
            </option>
          ))}
        </select>
        <span class={styles['arrow']}>
          <Icon name="chevronDown" size={20} />
        </span>
      </div>
    )}
  </FieldFrame>
);
