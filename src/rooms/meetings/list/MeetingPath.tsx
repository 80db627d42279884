// The three programme meetings as a path.

import { meetingPath } from '../../../domain/meetingPath.ts';
import { hrefOf } from '../../../domain/places.ts';
import { THIRD_ROUND } from '../../../domain/programme/thirdRound.ts';
import type { IsoDate } from '../../../domain/time.ts';
import { PathSteps } from '../../../ui/display/PathSteps.tsx';
import { t } from '../../../ui/i18n/meetingTexts.ts';
import { formatNearDay } from '../../../ui/i18n/format.ts';
import { Card } from '../../../ui/layout/Card.tsx';
import { meetingNearTime } from '../meetingWords.ts';
import type { MeetingOverview } from '../../../storage/meetingQueries.ts';

export interface MeetingPathProps {
  readonly overview: readonly MeetingOverview[];
  readonly today: IsoDate;
  /** People and lists are not on the device of a partner: nothing is counted there. */
  readonly showsCounts: boolean;
}

export function MeetingPath({ overview, today, showsCounts }: MeetingPathProps) {
  const texts = t().meetings;
  const shown = overview.flatMap(({ meeting }) => (meeting.isHidden ? [] : [meeting]));
  const steps = meetingPath(THIRD_ROUND, shown).map(({ theme, meeting, state }) => {
    const present = overview.find((each) => each.meeting.id === meeting?.id)?.present ?? 0;
    const day = meeting?.date && formatNearDay(meeting.date, today);
    const caption =
      meeting === undefined
        ? texts.notPlanned
        : state === 'done'
          ? [day, showsCounts && texts.presentCount(present)].filter(Boolean).join(' · ')
          : meetingNearTime(meeting, today);
    const href = hrefOf(meeting ? { kind: 'meeting', meetingId: meeting.id } : { kind: 'newMeeting' });
    return { title: theme.short, caption, state, href };
  });
  return (
    <Card>
      <PathSteps label={texts.path} steps={steps} />
    </Card>
  );
}
