// How the meetings' screens name a meeting, its time and its state.

import type { Meeting, MeetingState } from '../../domain/meeting.ts';
import { themeOf } from '../../domain/programme/round.ts';
import { THIRD_ROUND } from '../../domain/programme/thirdRound.ts';
import type { IsoDate } from '../../domain/time.ts';
import type { Tone } from '../../ui/display/Chip.tsx';
import { t } from '../../ui/i18n/meetingTexts.ts';
import { formatDate, formatNearDay, formatTime } from '../../ui/i18n/format.ts';

/** The meeting's own title, else that of its theme; '' for neither. */
export function meetingTitle(meeting: Pick<Meeting, 'title' | 'theme'>): string {
  return meeting.title || (themeOf(THIRD_ROUND, meeting.theme)?.title ?? '');
}

/** "Spotkanie 2: Analiza osiągnięć i efektywności partnerstwa" */
export function meetingName(meeting: Pick<Meeting, 'number' | 'title' | 'theme'>): string {
  const title = meetingTitle(meeting);
  const numbered = t().meetings.numbered(meeting.number);
  return title === '' ? numbered : `${numbered}: ${title}`;
}

/** "16:00–18:00", "od 16:00", '' */
export function meetingHours({ from, to }: Pick<Meeting, 'from' | 'to'>): string {
  if (from && to) return `${formatTime(from)}–${formatTime(to)}`;
  if (from) return t().meetings.fromHour(formatTime(from));
  return to ? t().meetings.toHour(formatTime(to)) : '';
}

/** "22 listopada 2026, 16:00–18:00" */
export function meetingTime(meeting: Meeting): string {
  const day = meeting.date ? formatDate(meeting.date) : t().meetings.undated;
  return [day, meetingHours(meeting)].filter(Boolean).join(', ');
}

/** "dziś, 16:00–18:00" */
export function meetingNearTime(meeting: Meeting, today: IsoDate): string {
  const day = meeting.date ? formatNearDay(meeting.date, today) : t().meetings.undated;
  return [day, meetingHours(meeting)].filter(Boolean).join(', ');
}

export function stateTone(state: MeetingState): Tone {
  switch (state) {
    case 'planned':
      return 'sky';
    case 'open':
      return 'amber';
    case 'closed':
      return 'forest';
  }
}
