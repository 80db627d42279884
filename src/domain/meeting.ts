// Meetings of a partnership and the decisions taken there.

import type { DecisionId, MeetingId } from './ids.ts';
import type { MeetingTheme } from './programme/round.ts';
import { type Instant, type IsoDate, type LocalTime, daysBetween } from './time.ts';

/** `closed`: the attendance list is sealed; later changes are corrections. */
export const MEETING_STATES = ['planned', 'open', 'closed'] as const;
export type MeetingState = (typeof MEETING_STATES)[number];

export interface Meeting {
  readonly id: MeetingId;
  /** 1 upwards within the partnership, given when planned and never reused. */
  readonly number: number;
  readonly theme: MeetingTheme;
  /** Own title; empty means the title of the theme. */
  readonly title: string;
  readonly date: IsoDate | undefined;
  readonly from: LocalTime | undefined;
  readonly to: LocalTime | undefined;
  readonly place: string;
  readonly state: MeetingState;
  readonly openedAt: Instant | undefined;
  readonly closedAt: Instant | undefined;
  readonly isHidden: boolean;
}

/** What was decided at a meeting: who does it, and by when. */
export interface Decision {
  readonly id: DecisionId;
  readonly meetingId: MeetingId;
  readonly text: string;
  /** Who: an organisation's or a person's name as it was said. */
  readonly who: string;
  readonly due: IsoDate | undefined;
  readonly isDone: boolean;
  /** Fractional index: the order in the list. */
  readonly order: string;
  readonly isHidden: boolean;
}

export type DateDoubt = 'none' | 'past' | 'farFuture' | 'absurd';

/** How doubtful a meeting's date is: over a year back is `past`, over two ahead `farFuture`, over ten either way `absurd`. */
export function doubtDate(date: IsoDate, today: IsoDate): DateDoubt {
  const days = daysBetween(today, date);
  if (Math.abs(days) > 3_653) return 'absurd';
  if (days > 731) return 'farFuture';
  return days < -366 ? 'past' : 'none';
}

/** Orders meetings by date, those without one last, then by number. */
export function compareMeetings(a: Meeting, b: Meeting): number {
  if (a.date !== b.date) {
    if (a.date === undefined) return 1;
    if (b.date === undefined) return -1;
    return a.date < b.date ? -1 : 1;
  }
  return a.number - b.number;
}

/**
 * The meeting that Dziś puts first: one that is open, else the nearest planned one from today on, else the earliest
 * planned one that is past or undated; `undefined` when all are closed.
 */
export function nextMeeting(meetings: readonly Meeting[], today: IsoDate): Meeting | undefined {
  const live = meetings.filter((meeting) => !meeting.isHidden).toSorted(compareMeetings);
  const planned = live.filter((meeting) => meeting.state === 'planned');
  return (
    live.find((meeting) => meeting.state === 'open') ??
    planned.find((meeting) => meeting.date !== undefined && meeting.date >= today) ??
    planned.at(-1)
  );
}

/** The next free number: one above the highest ever given, hidden meetings included. */
export function nextMeetingNumber(meetings: readonly Meeting[]): number {
  return 1 + meetings.reduce((highest, meeting) => Math.max(highest, meeting.number), 0);
}

export function isOverdue(decision: Decision, today: IsoDate): boolean {
  return !decision.isDone && decision.due !== undefined && decision.due < today;
}
