// Closing a list: what it will say, who has not signed, who will stay without a mark; then it is sealed. This cannot be undone
// (corrections stay visible as such), so it is asked first.

import { useState } from 'preact/hooks';
import { type ListRow, countRows } from '../../../domain/attendanceView.ts';
import { Button } from '../../../ui/actions/Button.tsx';
import { Chip } from '../../../ui/display/Chip.tsx';
import { Dialog } from '../../../ui/feedback/Dialog.tsx';
import { FieldError } from '../../../ui/fields/Field.tsx';
import { TextField } from '../../../ui/fields/TextField.tsx';
import { checkPersonName } from '../../../domain/text/checkedText.ts';
import { Disclosure } from '../../../ui/layout/Disclosure.tsx';
import { t } from '../../../ui/i18n/attendanceTexts.ts';
import styles from './Sealing.module.css';

export interface CloseDialogProps {
  readonly isOpen: boolean;
  readonly rows: readonly ListRow[];
  /** Who uses this device, as far as it is known. */
  readonly by: string;
  readonly onCancel: () => void;
  /** Resolves to what went wrong, in words; `undefined` when the list is closed. */
  readonly onClose: (by: string) => Promise<string | undefined>;
}

export function CloseDialog({ isOpen, ...rest }: CloseDialogProps) {
  return isOpen ? <OpenCloseDialog {...rest} /> : null;
}

function OpenCloseDialog({ rows, by, onCancel, onClose }: Omit<CloseDialogProps, 'isOpen'>) {
  const words = t().attendance.closing;
  const [name, setName] = useState(by);
  const [isWrong, setWrong] = useState(false);
  const [isBusy, setBusy] = useState(false);
  const [problem, setProblem] = useState<string | undefined>(undefined);
  const counts = countRows(rows);
  const unsigned = rows.filter((row) => row.presence === 'present' && row.signature === undefined);

  const close = async () => {
    const checked = checkPersonName(name);
    setWrong(checked.kind === 'refused');
    if (checked.kind === 'refused') return;
    setBusy(true);
    setProblem(await onClose(checked.value));
    setBusy(false);
  };

  return (
    <Dialog
      open
      title={words.title}
      onClose={onCancel}
      actions={
        <>
          <Button variant="primary" icon="lock" busy={isBusy} onClick={() => void close()}>
            {t().attendance.closeList}
          </Button>
          <Button onClick={onCancel}>{t().common.cancel}</Button>
        </>
      }
    >
      <p>{words.text}</p>
      <div class={styles['summary']}>
        <Chip tone="forest" icon="check">
          {t().attendance.presentCount(counts.present)}
        </Chip>
        <Chip icon="pen">{t().attendance.signatureCount(counts.signed)}</Chip>
        {counts.excused > 0 && <Chip>{t().attendance.excusedCount(counts.excused)}</Chip>}
      </div>
      {unsigned.length > 0 && (
        <Disclosure summary={words.unsigned(unsigned.length)} open={unsigned.length <= 6}>
          <ul class={styles['people']}>
            {unsigned.map((row) => (
              <li key={row.id}>{row.name}</li>
            ))}
          </ul>
        </Disclosure>
      )}
      {counts.unmarked > 0 && <p>{words.unmarked(counts.unmarked)}</p>}
      <TextField
        label={words.by}
        value={name}
        onChange={setName}
        error={isWrong ? t().problems.personRequired : undefined}
        autocomplete="name"
      />
      <FieldError id="closing-problem" error={problem} />
    </Dialog>
  );
}
