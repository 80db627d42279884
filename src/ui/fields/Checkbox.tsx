// One yes or no. The whole row is the touch area.
import type { ComponentChildren } from 'preact';
import { useId } from 'preact/hooks';
import { FieldError } from './Field.tsx';
import styles from './Choice.module.css';

export type CheckboxProps = {
  readonly label: ComponentChildren;
  readonly hint?: ComponentChildren | undefined;
  readonly error?: string | undefined;
  readonly checked: boolean;
  readonly onChange: (checked: boolean) => void;
  readonly disabled?: boolean | undefined;
};

export const Checkbox = ({ label, hint, error, checked, onChange, disabled }: CheckboxProps) => {
  const id = useId();
  return (
    <div>
      <label class={styles['row']}>
        <input
          class={styles['box']}
          type="checkbox"
          checked={checked}
          disabled={disabled}
          aria-invalid={error === undefined ? undefined : true}
          aria-describedby={hint === undefined && error === undefined ? undefined : `${id}-hint ${id}-error`}
          onChange={(event) => onChange(event.currentTarget.checked)}
        />
        <span>{label}</span>
      </label>
      <div class={styles['below']}>
        {hint !== undefined && (
          <div class={styles['hint']} id={`${id}-hint`}>
            {hint}
          </div>
        )}
        <FieldError id={`${id}-error`} error={error} />
      </div>
    </div>
  );
};
