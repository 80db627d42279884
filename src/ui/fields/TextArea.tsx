// Several lines of text; it grows with what is typed, up to a screen's half.
import type { Ref } from 'preact';
import { classNames } from '../classNames.ts';
import { FieldFrame } from './Field.tsx';
import type { FieldProps } from './Field.tsx';
import styles from './TextArea.module.css';

export type TextAreaProps = FieldProps & {
  readonly value: string;
  /** Called at every keystroke. */
  readonly onChange: (value: string) => void;
  readonly onBlur?: (() => void) | undefined;
  readonly onKeyDown?: ((event: KeyboardEvent) => void) | undefined;
  readonly onPaste?: ((event: ClipboardEvent) => void) | undefined;
  /** Least number of lines shown, 3 unless told. */
  readonly rows?: number | undefined;
  readonly placeholder?: string | undefined;
  readonly maxLength?: number | undefined;
  readonly readOnly?: boolean | undefined;
  readonly autofocus?: boolean | undefined;
  readonly inputRef?: Ref<HTMLTextAreaElement> | undefined;
};

export const TextArea = ({
  label,
  hint,
  error,
  optional,
  labelHidden,
  value,
  onChange,
  rows = 3,
  maxLength,
  readOnly,
  inputRef,
  ...rest
}: TextAreaProps) => (
  <FieldFrame label={label} hint={hint} error={error} optional={optional} labelHidden={labelHidden}>
    {(control) => (
      <textarea
        {...rest}
        {...control}
        class={classNames(control.class, styles['area'])}
        ref={inputRef ?? null}
        value={value}
        rows={rows}
        maxlength={maxLength}
        readonly={readOnly}
        onInput={(event) => onChange(event.currentTarget.value)}
      />
    )}
  </FieldFrame>
);
