// The short text of a row: read as it stands, written together with others once somebody has tapped it.

import type { ComponentChildren } from 'preact';
import { useCallback, useEffect, useRef } from 'preact/hooks';
import { editedPlanText } from '../../../documents/planCommands.ts';
import type { TextRoot } from '../../../domain/plan/planRow.ts';
import { openTextSession } from '../../../storage/textSession.ts';
import { IconButton } from '../../../ui/actions/IconButton.tsx';
import { Tick } from '../../../ui/display/Tick.tsx';
import { TextArea } from '../../../ui/fields/TextArea.tsx';
import { useTextSession } from '../../../ui/fields/useTextSession.ts';
import { t } from '../../../ui/i18n/planTexts.ts';
import type { PlanWork } from '../planWork.ts';
import { ROW_TEXT_MAX } from './checkRowText.ts';
import styles from './Rows.module.css';

export interface RowTextProps {
  readonly work: PlanWork;
  readonly root: TextRoot;
  readonly id: string;
  readonly text: string;
  /** What the text is, spoken with the field. */
  readonly label: string;
  /** Shown where nothing is written. */
  readonly empty?: string | undefined;
  readonly isSent: boolean;
  readonly isEdited: boolean;
  readonly onEdit: () => void;
  readonly onDone: () => void;
}

export function RowText(props: RowTextProps) {
  const { work, text, label, empty = t().plan.rowEmpty, isEdited, onEdit } = props;
  if (isEdited && work.readOnly === undefined) return <EditedRowText {...props} />;
  const shown = text.trim() === '' ? <span class={styles['soft']}>{empty}</span> : text;
  if (work.readOnly !== undefined) return <p class={styles['text']}>{shown}</p>;
  return (
    <button type="button" class={styles['text']} onClick={onEdit} title={t().common.edit}>
      <Hidden>{`${t().common.edit}, ${label}: `}</Hidden>
      {shown}
    </button>
  );
}

function Hidden({ children }: { readonly children: ComponentChildren }) {
  return <span class={styles['hidden']}>{children}</span>;
}

function EditedRowText({ work, root, id, text, label, isSent, onDone }: RowTextProps) {
  const area = useRef<HTMLTextAreaElement>(null);
  const { device, document: name, me } = work;
  const { name: person, organisationId } = me;
  const open = useCallback(
    () =>
      openTextSession({
        ...device,
        name,
        find: (doc) => editedPlanText(doc, root, id, { name: person, organisationId }),
        most: ROW_TEXT_MAX,
      }),
    [device, name, root, id, person, organisationId],
  );
  const session = useTextSession({ open, area, reportFailure: device.reportFailure });
  // Once: whoever goes on in the middle of the text stays there.
  useEffect(() => {
    const field = area.current;
    field?.focus();
    field?.setSelectionRange(field.value.length, field.value.length);
  }, []);
  if (session.kind === 'missing' || session.kind === 'failed')
    return <p role="alert">{session.kind === 'missing' ? t().plan.rowMissing : t().problems.unreadable}</p>;
  const isReady = session.kind === 'ready';
  return (
    // Leaving the field and what belongs to it ends the writing, unless it cannot be stored as it stands.
    <div
      class={styles['edited']}
      role="group"
      aria-label={label}
      onFocusOut={(event) => {
        const stays =
          event.relatedTarget instanceof Node && event.currentTarget.contains(event.relatedTarget);
        if (stays || !isReady) return;
        session.flush();
        if (!session.isTooLong && session.tick !== 'failed' && document.hasFocus()) onDone();
      }}
    >
      <TextArea
        label={label}
        labelHidden
        rows={2}
        value={isReady ? session.value : text}
        readOnly={!isReady || !session.isWritable}
        error={isReady && session.isTooLong ? t().plan.rowTooLong(ROW_TEXT_MAX) : undefined}
        onChange={(value) => {
          if (isReady) session.type(value);
        }}
        onKeyDown={(event) => {
          if (event.key === 'Escape') area.current?.blur();
        }}
        autofocus
        inputRef={area}
      />
      <div class={styles['editedEnd']}>
        {isReady && session.canUndo && (
          <IconButton icon="undo" label={t().plan.undoTyping} onClick={session.undo} />
        )}
        <Tick state={isReady && session.tick !== 'stored' ? session.tick : isSent ? 'server' : 'device'} />
        <IconButton icon="check" label={t().plan.closeText} onClick={onDone} />
      </div>
    </div>
  );
}
