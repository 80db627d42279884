// The one thing to do now, big: invite, open the list, go on with it, or see how it was closed.

import { fingerprintOf } from '../../../documents/fingerprint.ts';
import { attendanceRows, countAttendance } from '../../../domain/attendance.ts';
import type { Meeting } from '../../../domain/meeting.ts';
import { hrefOf } from '../../../domain/places.ts';
import { type SealState, sealState, sealedText, spellFingerprint } from '../../../domain/seal.ts';
import { Button } from '../../../ui/actions/Button.tsx';
import { Chip } from '../../../ui/display/Chip.tsx';
import { t } from '../../../ui/i18n/meetingTexts.ts';
import { formatDateTime } from '../../../ui/i18n/format.ts';
import { Card } from '../../../ui/layout/Card.tsx';
import styles from './Meeting.module.css';
import type { MeetingFacts } from './useMeeting.ts';

export interface NextStepProps {
  readonly facts: MeetingFacts;
  readonly meeting: Meeting;
  readonly onEdit: () => void;
}

export function NextStep({ facts, meeting, onEdit }: NextStepProps) {
  const texts = t().meetings;
  const rows = attendanceRows(facts.list);
  const counts = countAttendance(rows);
  const meetingId = meeting.id;
  const list = (label: string) => (
    <Button variant="primary" size="large" icon="pen" href={hrefOf({ kind: 'attendance', meetingId })}>
      {label}
    </Button>
  );
  const print = (
    <Button size="large" icon="printer" href={hrefOf({ kind: 'printList', meetingId })}>
      {texts.printList}
    </Button>
  );
  switch (meeting.state) {
    case 'planned': {
      if (rows.length > 0) {
        return (
          <Card title={texts.readyTitle}>
            <p class={styles['soft']}>{texts.readyText(counts.listed)}</p>
            <div class={styles['actions']}>
              {list(texts.openList)}
              {meeting.date === undefined ? (
                <Button size="large" icon="calendar" onClick={onEdit}>
                  {texts.setDate}
                </Button>
              ) : (
                print
              )}
            </div>
          </Card>
        );
      }
      return (
        <Card title={texts.inviteTitle}>
          <p class={styles['soft']}>{texts.inviteText}</p>
          <div class={styles['actions']}>
            <Button
              variant="primary"
              size="large"
              icon="upload"
              href={hrefOf({ kind: 'importList', meetingId })}
            >
              {texts.bringIn}
            </Button>
            <Button size="large" icon="pen" href={hrefOf({ kind: 'attendance', meetingId })}>
              {texts.openEmptyList}
            </Button>
          </div>
        </Card>
      );
    }
    case 'open':
      return (
        <Card title={texts.openTitle}>
          <p class={styles['soft']}>{texts.presentOf(counts.present, counts.listed)}</p>
          <div class={styles['actions']}>
            {list(texts.continueList)}
            {print}
          </div>
        </Card>
      );
    case 'closed': {
      const names = new Map(facts.list.organisations.map(({ id, name }) => [id, name]));
      const current = fingerprintOf(sealedText(meeting, rows, (id) => names.get(id) ?? ''));
      return (
        <Card title={texts.closedTitle}>
          <Sealed state={sealState(facts.list.seals, current)} />
          <div class={styles['actions']}>
            <Button
              variant="primary"
              size="large"
              icon="printer"
              href={hrefOf({ kind: 'printList', meetingId })}
            >
              {texts.printList}
            </Button>
            <Button size="large" icon="eye" href={hrefOf({ kind: 'attendance', meetingId })}>
              {texts.seeList}
            </Button>
          </div>
        </Card>
      );
    }
  }
}

function Sealed({ state }: { readonly state: SealState }) {
  const texts = t().meetings;
  // The seal is written with the closing; without it the register has not arrived on this device.
  if (state.kind === 'unsealed') return <p class={styles['soft']}>{texts.sealNotHere}</p>;
  const { seal } = state;
  return (
    <>
      <p>{texts.sealedCounts(seal.present, seal.signed)}</p>
      <dl class={styles['facts']}>
        <dt>{texts.sealedAt}</dt>
        <dd>{[formatDateTime(seal.at), seal.by].filter(Boolean).join(', ')}</dd>
        <dt>{texts.fingerprint}</dt>
        <dd class={styles['fingerprint']}>{spellFingerprint(seal.fingerprint)}</dd>
      </dl>
      {state.kind === 'corrected' && (
        <p>
          <Chip tone="sky" icon="pen">
            {texts.corrected}
          </Chip>{' '}
          {seal.reason}
        </p>
      )}
      {state.kind === 'changed' && (
        <p>
          <Chip tone="amber" icon="warning">
            {texts.changedAfter}
          </Chip>{' '}
          {texts.changedAfterText}
        </p>
      )}
    </>
  );
}
