// The meeting at hand with the one big action that its state calls for.

import type { Meeting } from '../../domain/meeting.ts';
import { hrefOf } from '../../domain/places.ts';
import type { IsoDate } from '../../domain/time.ts';
import { Button } from '../../ui/actions/Button.tsx';
import { Chip } from '../../ui/display/Chip.tsx';
import { t } from '../../ui/i18n/firstTexts.ts';
import type { IconName } from '../../ui/icons/paths.ts';
import { Card } from '../../ui/layout/Card.tsx';
import { meetingDay, meetingName } from './meetingWords.ts';
import { type NextAction, nextAction } from './nextAction.ts';
import styles from './Today.module.css';
import type { TodayFacts } from '../../storage/todayQueries.ts';

export interface NextMeetingCardProps {
  readonly facts: TodayFacts;
  readonly today: IsoDate;
  readonly mayKeepRegister: boolean;
}

interface Offer {
  readonly href: string;
  readonly label: string;
  readonly icon: IconName;
}

export function NextMeetingCard({ facts, today, mayKeepRegister }: NextMeetingCardProps) {
  const texts = t().today;
  const action = nextAction({ ...facts, mayKeepRegister, hasMeetings: facts.meetings.length > 0 });
  const [primary, secondary] = offersOf(action);
  const buttons = (
    <div class={styles['actions']}>
      <Button variant="primary" size="large" icon={primary.icon} href={primary.href}>
        {primary.label}
      </Button>
      {secondary !== undefined && (
        <Button size="large" icon={secondary.icon} href={secondary.href}>
          {secondary.label}
        </Button>
      )}
    </div>
  );
  if (facts.next === undefined) {
    const isFirst = facts.meetings.length === 0;
    return (
      <Card title={isFirst ? texts.noMeeting : texts.allClosed}>
        <p class={styles['soft']}>{isFirst ? texts.noMeetingText : texts.allClosedText}</p>
        {buttons}
      </Card>
    );
  }
  const { meeting, counts } = facts.next;
  const isLate = meeting.state === 'planned' && meeting.date !== undefined && meeting.date < today;
  return (
    <Card>
      <div class={styles['chips']}>
        <Chip tone={isLate ? 'amber' : 'forest'} icon="calendar">
          {meetingDay(meeting, today)}
        </Chip>
        {meeting.state === 'open' && <Chip tone="sky">{texts.isOpen}</Chip>}
      </div>
      <h2 class={styles['meeting']}>{meetingName(meeting, facts.round)}</h2>
      <p class={styles['soft']}>
        {[
          meeting.place,
          counts.listed > 0 &&
            meeting.state === 'planned' &&
            texts.invited(counts.listed, counts.organisations),
          mayKeepRegister && meeting.state === 'open' && texts.presentOf(counts.present, counts.listed),
        ]
          .filter(Boolean)
          .join(' · ')}
      </p>
      {action.kind === 'bringIn' && <p>{texts.bringInText}</p>}
      {action.kind === 'invite' && <p>{texts.inviteText}</p>}
      {action.kind === 'setDate' && <p>{texts.setDateText}</p>}
      {buttons}
    </Card>
  );
}

/** The big action, and one beside it. */
function offersOf(action: NextAction): readonly [Offer, Offer | undefined] {
  const texts = t().today;
  switch (action.kind) {
    case 'plan':
      return [
        { href: hrefOf({ kind: 'newMeeting' }), label: texts.planMeeting, icon: 'calendar' },
        undefined,
      ];
    case 'bringIn':
      return [
        {
          href: hrefOf({ kind: 'importList', meetingId: action.meeting.id }),
          label: texts.bringIn,
          icon: 'upload',
        },
        listOffer(action.meeting, texts.openWithoutList),
      ];
    case 'invite':
      return [
        {
          href: hrefOf({ kind: 'meeting', meetingId: action.meeting.id }),
          label: texts.invite,
          icon: 'personAdd',
        },
        listOffer(action.meeting, texts.openAttendance),
      ];
    case 'see':
      return [
        {
          href: hrefOf({ kind: 'meeting', meetingId: action.meeting.id }),
          label: texts.seeMeeting,
          icon: 'calendar',
        },
        undefined,
      ];
    case 'setDate':
      return [
        {
          href: hrefOf({ kind: 'meeting', meetingId: action.meeting.id }),
          label: texts.setDate,
          icon: 'calendar',
        },
        // Whoever stands in the hall already opens the list, and the day is today's.
        listOffer(action.meeting, texts.openAttendance),
      ];
    case 'openList':
      return [
        listOffer(action.meeting, texts.openAttendance),
        {
          href: hrefOf({ kind: 'meeting', meetingId: action.meeting.id }),
          label: texts.agenda,
          icon: 'document',
        },
      ];
    case 'continueList':
      return [
        listOffer(action.meeting, texts.continueAttendance),
        {
          href: hrefOf({ kind: 'meeting', meetingId: action.meeting.id }),
          label: texts.notes,
          icon: 'document',
        },
      ];
  }
}

function listOffer({ id }: Meeting, label: string): Offer {
  return { href: hrefOf({ kind: 'attendance', meetingId: id }), label, icon: 'pen' };
}
