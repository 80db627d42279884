// A meeting in one line: "Spotkanie 2 · 22 listopada 2026, 16:00 · Świetlica wiejska".

import type { Meeting } from '../../../domain/meeting.ts';
import { t } from '../../../ui/i18n/attendanceTexts.ts';
import { formatDate, formatTime } from '../../../ui/i18n/format.ts';

export function meetingLine(meeting: Meeting): string {
  const { number, date, from, place } = meeting;
  const when = date && (from ? `${formatDate(date)}, ${formatTime(from)}` : formatDate(date));
  return [t().meetings.numbered(number), when, place]
    .filter((part) => part !== undefined && part !== '')
    .join(' · ');
}
