// One of a few, all in sight: real radio buttons, so arrows move between them. The segmented form is for two to four
// short words.
import type { ComponentChildren } from 'preact';
import { useId } from 'preact/hooks';
import { classNames } from '../classNames.ts';
import { FieldError } from './Field.tsx';
import type { Option } from './SelectField.tsx';
import styles from './Choice.module.css';

export type RadioGroupProps<V extends string> = {
  readonly label: string;
  readonly labelHidden?: boolean | undefined;
  readonly hint?: ComponentChildren | undefined;
  readonly error?: string | undefined;
  readonly options: readonly Option<V>[];
  readonly value: V | undefined;
  readonly onChange: (value: V) => void;
  readonly disabled?: boolean | undefined;
};

const Group = <V extends string>(props: RadioGroupProps<V> & { readonly segmented: boolean }) => {
  const { label, labelHidden, hint, error, options, value, onChange, disabled, segmented } = props;
  const id = useId();
  return (
    <fieldset
      class={styles['group']}
      disabled={disabled}
      role="radiogroup"
      aria-invalid={error === undefined ? undefined : true}
      aria-describedby={hint === undefined && error === undefined ? undefined : `${id}-hint ${id}-error`}
    >
      <legend class={labelHidden ? styles['hidden'] : styles['legend']}>{label}</legend>
      {hint !== undefined && (
        <div class={styles['hint']} id={`${id}-hint`}>
          {hint}
        </div>
      )}
      <div class={segmented ? styles['segments'] : styles['list']}>
        {options.map((option) => (
          <label key={option.value} class={classNames(segmented ? styles['segment'] : styles['row'])}>
            <input
              class={segmented ? styles['covered'] : styles['dot']}
              type="radio"
              name={id}
              value={option.value}
              checked={option.value === value}
              disabled={option.disabled}
              onChange={() => onChange(option.value)}
            />
            <span>
              {option.label}
              {option.hint !== undefined && <span class={styles['optionHint']}>{option.hint}</span>}
            </span>
          </label>
        ))}
      </div>
      <FieldError id={`${id}-error`} error={error} />
    </fieldset>
  );
};

export const RadioGroup = <V extends string>(props: RadioGroupProps<V>) => (
  <Group {...props} segmented={false} />
);

export const SegmentedControl = <V extends string>(props: RadioGroupProps<V>) => (
  <Group {...props} segmented />
);
