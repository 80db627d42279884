// How Dziś names a meeting and its date.

import type { Meeting } from '../../domain/meeting.ts';
import { type ProgrammeRound, themeOf } from '../../domain/programme/round.ts';
import type { IsoDate } from '../../domain/time.ts';
import { t } from '../../ui/i18n/firstTexts.ts';
import { formatNearDay, formatTime } from '../../ui/i18n/format.ts';

/** "Spotkanie 2: Analiza osiągnięć i efektywności partnerstwa" */
export function meetingName(meeting: Meeting, round: ProgrammeRound): string {
  const numbered = t().today.numbered(meeting.number);
  const title = meeting.title || themeOf(round, meeting.theme)?.title;
  return title === undefined ? numbered : `${numbered}: ${title}`;
}

/** "dziś, 16:00", or that there is no date yet. */
export function meetingDay(meeting: Meeting, today: IsoDate): string {
  if (meeting.date === undefined) return t().today.dateUnknown;
  const day = formatNearDay(meeting.date, today);
  return meeting.from === undefined ? day : `${day}, ${formatTime(meeting.from)}`;
}
