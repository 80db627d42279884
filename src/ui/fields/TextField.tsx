// One line of text: names, e-mail, telephone, numbers typed as text. Deciding what is valid is the caller's.
import type { Ref } from 'preact';
import { FieldFrame } from './Field.tsx';
import type { FieldProps } from './Field.tsx';

export type TextFieldProps = FieldProps & {
  readonly value: string;
  /** Called at every keystroke. */
  readonly onChange: (value: string) => void;
  readonly onBlur?: (() => void) | undefined;
  readonly onKeyDown?: ((event: KeyboardEvent) => void) | undefined;
  /** Which keyboard a phone shows; `pin` hides what is typed. */
  readonly type?: 'text' | 'email' | 'tel' | 'url' | 'numeric' | 'decimal' | 'pin' | undefined;
  /** Autofill token such as `name`, `email`, `organization`, `off` (WCAG 1.3.5). */
  readonly autocomplete?: string | undefined;
  readonly placeholder?: string | undefined;
  readonly maxLength?: number | undefined;
  readonly name?: string | undefined;
  readonly readOnly?: boolean | undefined;
  readonly autofocus?: boolean | undefined;
  readonly enterkeyhint?: 'done' | 'next' | 'send' | 'search' | undefined;
  readonly inputRef?: Ref<HTMLInputElement> | undefined;
};

export const TextField = ({
  label,
  hint,
  error,
  optional,
  labelHidden,
  value,
  onChange,
  type = 'text',
  autocomplete = 'off',
  maxLength,
  readOnly,
  inputRef,
  ...rest
}: TextFieldProps) => (
  <FieldFrame label={label} hint={hint} error={error} optional={optional} labelHidden={labelHidden}>
    {(control) => {
      const shared = {
        ...rest,
        ...control,
        ref: inputRef ?? null,
        value,
        autocomplete,
        maxlength: maxLength,
        readonly: readOnly,
        onInput: (event: { currentTarget: HTMLInputElement }) => onChange(event.currentTarget.value),
      };
      // The browser's own checks are off everywhere, so an e-mail or a number is text with another keyboard.
      return type === 'pin' ? (
        <input {...shared} type="password" inputmode="numeric" />
      ) : (
        <input
          {...shared}
          type="text"
          inputmode={type}
          autocapitalize={type === 'text' ? undefined : 'none'}
          spellcheck={type === 'text' ? undefined : false}
        />
      );
    }}
  </FieldFrame>
);
