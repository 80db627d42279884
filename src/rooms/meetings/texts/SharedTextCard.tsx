// A text of the meeting that several people write: agenda or notes. Stored while it is typed, with the tick beside it.

import { useCallback, useRef } from 'preact/hooks';
import { type MeetingText, editedMeetingText } from '../../../documents/meetingCommands.ts';
import type { MeetingId, PartnershipId } from '../../../domain/ids.ts';
import { documentName } from '../../../schema/documentName.ts';
import type { Device } from '../../../storage/device.ts';
import { openTextSession } from '../../../storage/textSession.ts';
import { IconButton } from '../../../ui/actions/IconButton.tsx';
import { Tick } from '../../../ui/display/Tick.tsx';
import { TextArea } from '../../../ui/fields/TextArea.tsx';
import { useTextSession } from '../../../ui/fields/useTextSession.ts';
import { t } from '../../../ui/i18n/meetingTexts.ts';
import { Card } from '../../../ui/layout/Card.tsx';
import styles from './SharedText.module.css';

/** Characters. Beyond it the text is a document of its own, and one change would be too large to send over 2G. */
const TEXT_MAX = 50_000;

export interface SharedTextCardProps {
  readonly device: Device;
  readonly partnershipId: PartnershipId;
  readonly meetingId: MeetingId;
  readonly name: MeetingText;
  /** Whether the server holds the meeting as it is stored here. */
  readonly isSent: boolean;
}

export function SharedTextCard({ device, partnershipId, meetingId, name, isSent }: SharedTextCardProps) {
  const texts = t().meetings;
  const area = useRef<HTMLTextAreaElement>(null);
  const open = useCallback(
    () =>
      openTextSession({
        ...device,
        name: documentName('partnership', partnershipId),
        find: (doc) => editedMeetingText(doc, meetingId, name),
        most: TEXT_MAX,
      }),
    [device, partnershipId, meetingId, name],
  );
  const text = useTextSession({ open, area, reportFailure: device.reportFailure });
  const label = name === 'agenda' ? texts.agenda : texts.minutes;
  const hint = name === 'agenda' ? texts.agendaHint : texts.minutesHint;
  const isReady = text.kind === 'ready';
  return (
    <Card
      title={label}
      aside={
        isReady && (
          <span class={styles['state']}>
            {text.canUndo && <IconButton icon="undo" label={texts.undoTyping} onClick={text.undo} />}
            <Tick state={text.tick === 'stored' ? (isSent ? 'server' : 'device') : text.tick} />
          </span>
        )
      }
    >
      {text.kind === 'failed' && <p role="alert">{t().problems.unreadable}</p>}
      {text.kind === 'missing' && <p class={styles['soft']}>{texts.textNotHere}</p>}
      {(text.kind === 'loading' || isReady) && (
        <TextArea
          label={label}
          labelHidden
          hint={isReady && !text.isWritable ? t().problems.storage.newerApp : hint}
          value={isReady ? text.value : ''}
          readOnly={!isReady || !text.isWritable}
          error={isReady && text.isTooLong ? texts.textTooLong(TEXT_MAX) : undefined}
          rows={name === 'agenda' ? 4 : 6}
          onChange={(value) => {
            if (isReady) text.type(value);
          }}
          onBlur={() => {
            if (isReady) text.flush();
          }}
          inputRef={area}
        />
      )}
    </Card>
  );
}
