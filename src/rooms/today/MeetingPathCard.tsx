// The three meetings of the round as a path.

import { hrefOf } from '../../domain/places.ts';
import type { IsoDate } from '../../domain/time.ts';
import { PathSteps } from '../../ui/display/PathSteps.tsx';
import { t } from '../../ui/i18n/firstTexts.ts';
import { formatNearDay } from '../../ui/i18n/format.ts';
import { Card } from '../../ui/layout/Card.tsx';
import { latestSeal } from './latestSeal.ts';
import { type PathPlace, meetingPath } from '../../domain/meetingPath.ts';
import { meetingDay } from './meetingWords.ts';
import type { TodayFacts } from '../../storage/todayQueries.ts';

export interface MeetingPathCardProps {
  readonly facts: TodayFacts;
  readonly today: IsoDate;
}

export function MeetingPathCard({ facts, today }: MeetingPathCardProps) {
  const captionOf = ({ meeting, state }: PathPlace): string => {
    if (meeting === undefined) return t().today.notPlanned;
    if (state !== 'done') return meetingDay(meeting, today);
    const seal = latestSeal(facts.seals, meeting.id);
    const day = meeting.date && formatNearDay(meeting.date, today);
    return [day, seal && t().today.present(seal.present)].filter(Boolean).join(' · ');
  };
  return (
    <Card>
      <PathSteps
        label={t().today.path}
        steps={meetingPath(facts.round, facts.meetings).map((place) => ({
          title: place.theme.short,
          caption: captionOf(place),
          state: place.state,
          href: hrefOf(
            place.meeting ? { kind: 'meeting', meetingId: place.meeting.id } : { kind: 'newMeeting' },
          ),
        }))}
      />
    </Card>
  );
}
