// A form: sends on Enter, leaves checking to the caller, and brings the focus to the first field with an error.
import type { ComponentChildren } from 'preact';
import { useRef } from 'preact/hooks';
import styles from './Form.module.css';

export type FormProps = {
  /** Called on submit; the fields' errors are shown by the caller's next render. */
  readonly onSubmit: () => void;
  readonly label?: string | undefined;
  readonly children: ComponentChildren;
};

export const Form = ({ onSubmit, label, children }: FormProps) => {
  const form = useRef<HTMLFormElement>(null);
  return (
    <form
      ref={form}
      class={styles['form']}
      noValidate
      aria-label={label}
      onSubmit={(event) => {
        event.preventDefault();
        onSubmit();
        requestAnimationFrame(() => {
          const wrong = form.current?.querySelector<HTMLElement>('[aria-invalid="true"]');
          const target = wrong?.matches('fieldset') ? wrong.querySelector('input') : wrong;
          target?.focus();
        });
      }}
    >
      {children}
    </form>
  );
};

/** Fields side by side where there is room, below one another where there is not. */
export const FormRow = ({ children }: { readonly children: ComponentChildren }) => (
  <div class={styles['row']}>{children}</div>
);

/** The buttons at the end of a form: the primary one first. */
export const FormActions = ({ children }: { readonly children: ComponentChildren }) => (
  <div class={styles['actions']}>{children}</div>
);
