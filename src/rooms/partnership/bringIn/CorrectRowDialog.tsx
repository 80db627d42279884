// Correcting one row of the list. What is wrong is told at its field while it is typed.

import { useState } from 'preact/hooks';
import {
  type InvitationRow,
  type InvitationValues,
  isBlocking,
  makeInvitationRow,
} from '../../../domain/invitationList.ts';
import { Button } from '../../../ui/actions/Button.tsx';
import { Dialog } from '../../../ui/feedback/Dialog.tsx';
import { Form, FormActions, FormRow } from '../../../ui/fields/Form.tsx';
import { TextField } from '../../../ui/fields/TextField.tsx';
import { t } from '../../../ui/i18n/partnershipTexts.ts';
import { type CellField, problemsAt } from './previewRows.ts';

export interface CorrectRowDialogProps {
  readonly row: InvitationRow;
  /** Whether another row is to be looked at. */
  readonly hasNext: boolean;
  readonly onCorrect: (values: InvitationValues, goesOn: boolean) => void;
  readonly onClose: () => void;
}

export function CorrectRowDialog({ row, hasNext, onCorrect, onClose }: CorrectRowDialogProps) {
  const texts = t().importing;
  const [values, setValues] = useState<InvitationValues>(row);
  const checked = makeInvitationRow(row.line, values);
  const isRefused = checked.problems.some(isBlocking);
  const field = (name: CellField) => ({
    value: values[name],
    onChange: (text: string) => setValues({ ...values, [name]: text }),
    error:
      problemsAt(checked, name)
        .map((problem) => texts.problem[problem])
        .join(' ') || undefined,
  });
  const finish = (goesOn: boolean): void => {
    if (!isRefused) onCorrect(values, goesOn);
  };
  return (
    <Dialog open title={texts.correctTitle(row.line)} onClose={onClose}>
      <Form onSubmit={() => finish(hasNext)}>
        <TextField label={t().common.fullName} {...field('name')} autofocus />
        <TextField label={t().common.organisation} {...field('organisation')} optional />
        <TextField label={t().partnership.role} {...field('role')} optional />
        <FormRow>
          <TextField label={t().common.phone} type="tel" {...field('phone')} optional />
          <TextField label={t().common.email} type="email" {...field('email')} optional />
        </FormRow>
        <FormActions>
          <Button type="submit" variant="primary" icon={hasNext ? 'forward' : 'check'}>
            {hasNext ? texts.correctAndNext : texts.correctDone}
          </Button>
          {hasNext && <Button onClick={() => finish(false)}>{texts.correctDone}</Button>}
          <Button onClick={onClose}>{t().common.cancel}</Button>
        </FormActions>
      </Form>
    </Dialog>
  );
}
