// Writing a new row: the text stays in its field until it is stored, and the field stays ready for the next one.

import type { ComponentChildren } from 'preact';
import { useRef, useState } from 'preact/hooks';
import { Button } from '../../../ui/actions/Button.tsx';
import { NotStored } from '../../../ui/feedback/NotStored.tsx';
import { Form } from '../../../ui/fields/Form.tsx';
import { TextArea } from '../../../ui/fields/TextArea.tsx';
import { t } from '../../../ui/i18n/planTexts.ts';
import { useSaving } from '../../../ui/useSaving.ts';
import { checkRowText, ROW_TEXT_MAX } from './checkRowText.ts';
import styles from './Rows.module.css';

export interface AddRowProps {
  readonly label: string;
  readonly hint?: string | undefined;
  readonly button: string;
  /** Between the field and the button: what kind it is. */
  readonly children?: ComponentChildren | undefined;
  readonly autofocus?: boolean | undefined;
  readonly onAdd: (text: string) => Promise<void>;
  readonly onClose?: (() => void) | undefined;
}

export function AddRow({ label, hint, button, children, autofocus, onAdd, onClose }: AddRowProps) {
  const [text, setText] = useState('');
  const [problem, setProblem] = useState<'empty' | 'tooLong' | undefined>(undefined);
  const field = useRef<HTMLTextAreaElement>(null);
  const { state, save } = useSaving();

  const add = async (): Promise<void> => {
    const checked = checkRowText(text);
    setProblem(checked.kind === 'refused' ? checked.reason : undefined);
    if (checked.kind === 'refused' || state.kind === 'saving') return;
    if (!(await save(() => onAdd(checked.value)))) return;
    // What was typed meanwhile is the next one.
    setText((current) => (current === text ? '' : current));
    field.current?.focus();
  };
  const submit = (): void => void add();

  return (
    <Form onSubmit={submit} label={label}>
      <div class={styles['add']}>
        <TextArea
          label={label}
          hint={hint}
          rows={1}
          value={text}
          onChange={(value) => {
            setText(value);
            setProblem(undefined);
          }}
          error={
            problem && (problem === 'empty' ? t().plan.emptyProblem : t().problems.tooLong(ROW_TEXT_MAX))
          }
          autofocus={autofocus}
          onKeyDown={(event) => {
            if (event.key === 'Escape' && text === '') onClose?.();
            if (event.key !== 'Enter' || event.isComposing || event.shiftKey) return;
            event.preventDefault();
            submit();
          }}
          inputRef={field}
        />
        {children}
        <NotStored state={state} />
        <div class={styles['addEnd']}>
          <Button type="submit" icon="plus" busy={state.kind === 'saving'}>
            {button}
          </Button>
          {onClose !== undefined && (
            <Button variant="quiet" onClick={onClose}>
              {t().common.close}
            </Button>
          )}
        </div>
      </div>
    </Form>
  );
}
