// A day, in the device's own date picker.
import { FieldFrame } from './Field.tsx';
import type { FieldProps } from './Field.tsx';

export type DateFieldProps = FieldProps & {
  /** `2026-11-22`, or '' while empty or incomplete. */
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly onBlur?: (() => void) | undefined;
  /** First and last day offered, `2026-11-22`. */
  readonly min?: string | undefined;
  readonly max?: string | undefined;
};

export const DateField = ({ value, onChange, onBlur, min, max, disabled, ...frame }: DateFieldProps) => (
  <FieldFrame {...frame}>
    {(control) => (
      <input
        {...control}
        type="date"
        value={value}
        min={min}
        max={max}
        disabled={disabled}
        onInput={(event) => onChange(event.currentTarget.value)}
        onBlur={onBlur}
      />
    )}
  </FieldFrame>
);
