// Where the bars, the months and today stand on the timeline, in units of its drawing.

import { type Activity, timelineOf } from '../../../domain/plan/activity.ts';
import { daysBetween, decodeIsoDate, type IsoDate } from '../../../domain/time.ts';

/** Space above for the months, a row a bar: its name, below it the bar. */
export const TIMELINE = { head: 36, row: 46, bar: 14, barTop: 24, foot: 8 } as const;

/** A day is this wide where the plan is short enough, and the whole never wider than that. */
const DAY = 6;
const WIDEST = 3_600;
const NARROWEST = 320;
/** Names of months nearer than this would cover each other. */
const MONTH_ROOM = 46;

export interface TimelineShape<Row extends Activity> {
  readonly width: number;
  readonly height: number;
  readonly bars: readonly {
    readonly activity: Row;
    readonly from: IsoDate;
    readonly to: IsoDate;
    readonly x: number;
    readonly y: number;
    readonly width: number;
    /** Names of bars near the right edge end there. */
    readonly isNameAtEnd: boolean;
  }[];
  readonly months: readonly { readonly year: number; readonly month: number; readonly x: number }[];
  /** `undefined` where today is outside. */
  readonly todayX: number | undefined;
  readonly undated: readonly Row[];
}

export function timelineShape<Row extends Activity>(
  activities: readonly Row[],
  today: IsoDate,
): TimelineShape<Row> {
  const byId = new Map<string, Row>(activities.map((activity) => [activity.id, activity]));
  const { bars, span, undated } = timelineOf(activities);
  const rowsOf = (some: readonly Activity[]): readonly Row[] => some.flatMap(({ id }) => byId.get(id) ?? []);
  if (span === undefined) {
    return { width: 0, height: 0, bars: [], months: [], todayX: undefined, undated: rowsOf(undated) };
  }
  const months = monthsFrom(span.from, span.to);
  const start = months[0]?.day ?? span.from;
  const days = daysBetween(start, span.to) + 31;
  const width = Math.min(WIDEST, Math.max(NARROWEST, days * DAY));
  const xOf = (day: IsoDate): number => (daysBetween(start, day) / days) * width;
  const every = Math.max(1, Math.ceil((MONTH_ROOM * months.length) / width));
  const todayX = xOf(today);
  return {
    width,
    height: TIMELINE.head + bars.length * TIMELINE.row + TIMELINE.foot,
    bars: bars.flatMap(({ activity, from, to }, at) => {
      const row = byId.get(activity.id);
      if (row === undefined) return [];
      const x = xOf(from);
      return {
        activity: row,
        from,
        to,
        x,
        y: TIMELINE.head + at * TIMELINE.row,
        width: Math.max(TIMELINE.bar, ((daysBetween(from, to) + 1) / days) * width),
        isNameAtEnd: x > width * 0.6,
      };
    }),
    months: months
      .filter((_month, at) => at % every === 0)
      .map(({ year, month, day }) => ({ year, month, x: xOf(day) })),
    todayX: todayX >= 0 && todayX <= width ? todayX : undefined,
    undated: rowsOf(undated),
  };
}

interface MonthStart {
  readonly year: number;
  /** From 0. */
  readonly month: number;
  readonly day: IsoDate;
}

function monthsFrom(from: IsoDate, to: IsoDate): readonly MonthStart[] {
  const months: MonthStart[] = [];
  let [year, month] = [Number(from.slice(0, 4)), Number(from.slice(5, 7)) - 1];
  for (;;) {
    const day = firstOf(year, month);
    if (day === undefined || (months.length > 0 && day > to)) return months;
    months.push({ year, month, day });
    month = (month + 1) % 12;
    if (month === 0) year += 1;
  }
}

function firstOf(year: number, month: number): IsoDate | undefined {
  return decodeIsoDate(`${String(year).padStart(4, '0')}-${String(month + 1).padStart(2, '0')}-01`);
}
