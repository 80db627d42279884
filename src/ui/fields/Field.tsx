// The frame that all fields share: label, hint, the control, and the error at its place, tied together for readers.
import type { ComponentChildren } from 'preact';
import { useId } from 'preact/hooks';
import { Icon } from '../icons/Icon.tsx';
import { t } from '../i18n/firstTexts.ts';
import styles from './Field.module.css';

/** What every field takes. */
export type FieldProps = {
  readonly label: string;
  readonly hint?: ComponentChildren | undefined;
  /** What is wrong and what to do, in plain words; undefined when nothing is. */
  readonly error?: string | undefined;
  /** Adds "nieobowiązkowe" to the label: optional fields are marked, required ones are the rule. */
  readonly optional?: boolean | undefined;
  /** The label is for readers only: the place says what the field is (a search above its list). */
  readonly labelHidden?: boolean | undefined;
  readonly disabled?: boolean | undefined;
};

/** What the control inside the frame must carry. */
type FieldControl = {
  readonly id: string;
  readonly 'aria-describedby': string | undefined;
  readonly 'aria-invalid': true | undefined;
  readonly class: string | undefined;
};

export type FieldFrameProps = FieldProps & {
  readonly children: (control: FieldControl) => ComponentChildren;
};

export const FieldFrame = ({ label, hint, error, optional, labelHidden, children }: FieldFrameProps) => {
  const id = useId();
  const described = [hint !== undefined && `${id}-hint`, error !== undefined && `${id}-error`].filter(
    Boolean,
  );
  return (
    <div class={styles['field']}>
      <label class={labelHidden ? styles['hidden'] : styles['label']} for={id}>
        {label}
        {optional && <span class={styles['optional']}> {t().common.optional}</span>}
      </label>
      {hint !== undefined && (
        <div class={styles['hint']} id={`${id}-hint`}>
          {hint}
        </div>
      )}
      {children({
        id,
        'aria-describedby': described.length > 0 ? described.join(' ') : undefined,
        'aria-invalid': error === undefined ? undefined : true,
        class: styles['control'],
      })}
      <FieldError id={`${id}-error`} error={error} />
    </div>
  );
};

/** The error line of a field or a group of fields; spoken when it appears. */
export const FieldError = ({ id, error }: { readonly id: string; readonly error: string | undefined }) => (
  <div class={styles['error']} id={id} aria-live="polite">
    {error !== undefined && (
      <>
        <Icon name="exclamation" size={20} />
        <span>{error}</span>
      </>
    )}
  </div>
);
