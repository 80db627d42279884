// What else can be done with one person of the list, and how their row came to be: who recorded it, when, in what way.

import type { Presence } from '../../../domain/attendance.ts';
import type { ListRow } from '../../../domain/attendanceView.ts';
import { Button } from '../../../ui/actions/Button.tsx';
import { Tick } from '../../../ui/display/Tick.tsx';
import { Dialog } from '../../../ui/feedback/Dialog.tsx';
import { t } from '../../../ui/i18n/attendanceTexts.ts';
import { formatDateTime } from '../../../ui/i18n/format.ts';
import { SignatureImage } from '../signing/SignatureImage.tsx';
import styles from './PersonDialog.module.css';
import { presenceWord } from './rowWords.ts';

export interface PersonDialogProps {
  /** `undefined` while it is closed. */
  readonly row: ListRow | undefined;
  readonly isEditable: boolean;
  readonly onClose: () => void;
  readonly onPresence: (row: ListRow, presence: Presence) => void;
  readonly onSign: (row: ListRow) => void;
  readonly onVoid: (row: ListRow) => void;
}

export function PersonDialog({ row, isEditable, onClose, ...does }: PersonDialogProps) {
  return (
    <Dialog open={row !== undefined} title={titleOf(row)} onClose={onClose}>
      {row !== undefined && (
        <div class={styles['content']}>
          <Facts row={row} />
          {isEditable && <Choices row={row} {...does} />}
        </div>
      )}
    </Dialog>
  );
}

function titleOf(row: ListRow | undefined): string {
  return row === undefined ? '' : row.name || t().attendance.erasedPerson;
}

/** The same without choices: for a list on which nothing can be done yet. */
export function PersonDetails({ row, onClose }: Pick<PersonDialogProps, 'row' | 'onClose'>) {
  return (
    <Dialog open={row !== undefined} title={titleOf(row)} onClose={onClose}>
      {row !== undefined && <Facts row={row} />}
    </Dialog>
  );
}

function Facts({ row }: { readonly row: ListRow }) {
  const words = t().attendance;
  const isMarked = row.presence !== 'unmarked' && row.origin !== undefined && row.markedAt !== undefined;
  return (
    <div class={styles['facts']}>
      {row.organisation !== '' && <p>{row.organisation}</p>}
      {row.presence === 'unmarked' && <p class={styles['soft']}>{words.notMarkedYet}</p>}
      {isMarked && row.origin !== undefined && row.markedAt !== undefined && (
        <p>
          <strong>{presenceWord(row.name, row.presence)}</strong>
          <span class={styles['soft']}>
            {' '}
            · {words.origin[row.origin]} · {formatDateTime(row.markedAt)}
          </span>
        </p>
      )}
      {row.correction !== undefined && (
        <p>
          <strong>{words.corrected}:</strong> {row.correction}
        </p>
      )}
      {row.signature?.content.kind === 'drawn' && (
        <div class={styles['signature']}>
          <SignatureImage strokes={row.signature.content.strokes} label={t().signing.signedBy(row.name)} />
        </div>
      )}
      {row.signature?.content.kind === 'confirmed' && (
        <p>
          {words.confirmedWithout}: {t().signing.reasons[row.signature.content.reason]}
        </p>
      )}
      <Tick state={row.saved} withText />
    </div>
  );
}

function Choices({
  row,
  onPresence,
  onSign,
  onVoid,
}: Pick<PersonDialogProps, 'onPresence' | 'onSign' | 'onVoid'> & { readonly row: ListRow }) {
  const words = t().attendance;
  const isSigned = row.signature !== undefined;
  return (
    <div class={styles['choices']}>
      {!isSigned && (
        <Button wide icon="pen" onClick={() => onSign(row)}>
          {words.collectSignature}
        </Button>
      )}
      {!isSigned && row.presence !== 'present' && (
        <Button wide icon="check" onClick={() => onPresence(row, 'present')}>
          {presenceWord(row.name, 'present')}
        </Button>
      )}
      {!isSigned && row.presence !== 'excused' && (
        <Button wide onClick={() => onPresence(row, 'excused')}>
          {words.markExcused}
        </Button>
      )}
      {!isSigned && row.presence !== 'absent' && (
        <Button wide onClick={() => onPresence(row, 'absent')}>
          {words.markAbsent}
        </Button>
      )}
      {isSigned && (
        <Button wide icon="undo" onClick={() => onVoid(row)}>
          {words.voidSignature}
        </Button>
      )}
      {row.presence !== 'unmarked' && (
        <Button wide icon="undo" onClick={() => onPresence(row, 'unmarked')}>
          {isSigned ? words.takeBackBoth : words.takeBack}
        </Button>
      )}
    </div>
  );
}
