// A time of day, to the minute, in the device's own picker.
import { FieldFrame } from './Field.tsx';
import type { FieldProps } from './Field.tsx';

export type TimeFieldProps = FieldProps & {
  /** `16:00`, or '' while empty or incomplete. */
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly onBlur?: (() => void) | undefined;
};

export const TimeField = ({ value, onChange, onBlur, disabled, ...frame }: TimeFieldProps) => (
  <FieldFrame {...frame}>
    {(control) => (
      <input
        {...control}
        type="time"
        step={60}
        value={value}
        disabled={disabled}
        onInput={(event) => onChange(event.currentTarget.value.slice(0, 5))}
        onBlur={onBlur}
      />
    )}
  </FieldFrame>
);
