// Before a closed list is corrected: why, and by whom. Both stand with every change that follows.

import { useState } from 'preact/hooks';
import { checkPersonName } from '../../../domain/text/checkedText.ts';
import { cleanLine } from '../../../domain/text/cleanLine.ts';
import { Button } from '../../../ui/actions/Button.tsx';
import { Dialog } from '../../../ui/feedback/Dialog.tsx';
import { Form, FormActions } from '../../../ui/fields/Form.tsx';
import { TextArea } from '../../../ui/fields/TextArea.tsx';
import { TextField } from '../../../ui/fields/TextField.tsx';
import { t } from '../../../ui/i18n/attendanceTexts.ts';

export interface CorrectionDialogProps {
  readonly isOpen: boolean;
  readonly by: string;
  readonly onCancel: () => void;
  readonly onBegin: (correction: { readonly reason: string; readonly by: string }) => void;
}

const REASON_MAX = 500;

export function CorrectionDialog({ isOpen, onCancel, ...rest }: CorrectionDialogProps) {
  return (
    <Dialog open={isOpen} title={t().attendance.seal.correct} onClose={onCancel}>
      {isOpen && <CorrectionForm onCancel={onCancel} {...rest} />}
    </Dialog>
  );
}

function CorrectionForm({ by, onCancel, onBegin }: Omit<CorrectionDialogProps, 'isOpen'>) {
  const words = t().attendance.correction;
  const [reason, setReason] = useState('');
  const [name, setName] = useState(by);
  const [isAsked, setAsked] = useState(false);
  const cleanReason = cleanLine(reason);
  const checkedName = checkPersonName(name);

  const begin = () => {
    setAsked(true);
    if (cleanReason === '' || checkedName.kind === 'refused') return;
    onBegin({ reason: cleanReason, by: checkedName.value });
  };

  return (
    <Form onSubmit={begin}>
      <p>{words.text}</p>
      <TextArea
        label={words.reason}
        hint={words.reasonHint}
        value={reason}
        onChange={setReason}
        maxLength={REASON_MAX}
        rows={2}
        error={isAsked && cleanReason === '' ? words.reasonMissing : undefined}
        autofocus
      />
      <TextField
        label={words.by}
        value={name}
        onChange={setName}
        error={isAsked && checkedName.kind === 'refused' ? t().problems.personRequired : undefined}
        autocomplete="name"
      />
      <FormActions>
        <Button type="submit" variant="primary" icon="pen">
          {words.begin}
        </Button>
        <Button onClick={onCancel}>{t().common.cancel}</Button>
      </FormActions>
    </Form>
  );
}
