// Meetings as rows: when and where, state, how many are invited and came, tick.

import { hrefOf } from '../../../domain/places.ts';
import type { IsoDate } from '../../../domain/time.ts';
import { Chip } from '../../../ui/display/Chip.tsx';
import { List, ListRow } from '../../../ui/display/List.tsx';
import { Tick } from '../../../ui/display/Tick.tsx';
import { t } from '../../../ui/i18n/meetingTexts.ts';
import { Card } from '../../../ui/layout/Card.tsx';
import { VisuallyHidden } from '../../../ui/layout/VisuallyHidden.tsx';
import { meetingNearTime, meetingTitle, stateTone } from '../meetingWords.ts';
import styles from './MeetingsList.module.css';
import type { MeetingOverview } from '../../../storage/meetingQueries.ts';

export interface MeetingsListProps {
  readonly title: string;
  readonly overview: readonly MeetingOverview[];
  readonly today: IsoDate;
  /** People and lists are not on the device of a partner: nothing is counted there. */
  readonly showsCounts: boolean;
}

export function MeetingsList({ title, overview, today, showsCounts }: MeetingsListProps) {
  return (
    <Card title={title}>
      <List label={title}>
        {overview.map((each) => (
          <MeetingRow key={each.meeting.id} overview={each} today={today} showsCounts={showsCounts} />
        ))}
      </List>
    </Card>
  );
}

interface MeetingRowProps extends Pick<MeetingsListProps, 'today' | 'showsCounts'> {
  readonly overview: MeetingOverview;
}

function MeetingRow({ overview, today, showsCounts }: MeetingRowProps) {
  const { meeting, invited, present } = overview;
  const texts = t().meetings;
  const title = meetingTitle(meeting);
  const isLate = meeting.state === 'planned' && meeting.date !== undefined && meeting.date < today;
  const counts =
    meeting.state === 'planned'
      ? invited > 0 && texts.invitedCount(invited)
      : texts.presentOf(present, invited);
  return (
    <ListRow
      href={hrefOf({ kind: 'meeting', meetingId: meeting.id })}
      start={
        <span class={styles['number']} aria-hidden="true">
          {meeting.number}
        </span>
      }
      title={
        <span class={styles['title']}>
          {title === '' ? texts.numbered(meeting.number) : title}
          {title !== '' && <VisuallyHidden>{texts.numbered(meeting.number)}</VisuallyHidden>}
        </span>
      }
      detail={[meetingNearTime(meeting, today), meeting.place, showsCounts && counts]
        .filter(Boolean)
        .join(' · ')}
      end={
        <>
          {meeting.theme !== 'other' && (
            <Chip small icon="flag">
              {texts.programmeMeeting}
            </Chip>
          )}
          <Chip small tone={isLate ? 'amber' : stateTone(meeting.state)} icon={isLate ? 'clock' : undefined}>
            {isLate ? texts.late : texts.state[meeting.state]}
          </Chip>
          <Tick state={meeting.unsent === 0 ? 'server' : 'device'} />
        </>
      }
    />
  );
}
