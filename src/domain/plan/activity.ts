// Activities (section 7): who does what, until when, for what money, and how it stands.

import type { ActivityId, DecisionId, GoalId, OrganisationId } from '../ids.ts';
import type { IsoDate } from '../time.ts';
import type { PlanRow } from './row.ts';

export const ACTIVITY_STATES = ['planned', 'inProgress', 'done', 'dropped'] as const;
export type ActivityState = (typeof ACTIVITY_STATES)[number];

export interface Activity extends PlanRow<ActivityId> {
  readonly goalId: GoalId | undefined;
  readonly title: string;
  /** The organisation that answers for it. */
  readonly organisationId: OrganisationId | undefined;
  readonly from: IsoDate | undefined;
  readonly due: IsoDate | undefined;
  readonly state: ActivityState;
  /** The decision of a meeting that it was made of. */
  readonly decisionId: DecisionId | undefined;
  /** Result and notes. */
  readonly text: string;
}

/** Whether it should be finished by now; what is done or dropped never is. */
export function isActivityOverdue({ state, due }: Activity, today: IsoDate): boolean {
  return (state === 'planned' || state === 'inProgress') && due !== undefined && due < today;
}

export type DatesProblem = 'endBeforeStart';

export function datesProblem(from: IsoDate | undefined, due: IsoDate | undefined): DatesProblem | undefined {
  return from !== undefined && due !== undefined && due < from ? 'endBeforeStart' : undefined;
}

/** The columns of the board, each in the list's order. */
export type ActivityBoard = Readonly<Record<ActivityState, readonly Activity[]>>;

export function boardOf(activities: readonly Activity[]): ActivityBoard {
  const of = (state: ActivityState): readonly Activity[] =>
    activities.filter((activity) => activity.state === state);
  return { planned: of('planned'), inProgress: of('inProgress'), done: of('done'), dropped: of('dropped') };
}

/** A bar of the timeline: whole days, both ends included. An activity of which one date is known is one day long. */
interface TimelineBar {
  readonly activity: Activity;
  readonly from: IsoDate;
  readonly to: IsoDate;
}

export interface Timeline {
  readonly bars: readonly TimelineBar[];
  /** First and last day of all bars; `undefined` without any. */
  readonly span: { readonly from: IsoDate; readonly to: IsoDate } | undefined;
  readonly undated: readonly Activity[];
}

/** Earliest first. Dates that stand the wrong way round are drawn from the earlier to the later. */
export function timelineOf(activities: readonly Activity[]): Timeline {
  const bars: TimelineBar[] = [];
  const undated: Activity[] = [];
  for (const activity of activities) {
    const [one, other] = [activity.from ?? activity.due, activity.due ?? activity.from];
    if (one === undefined || other === undefined) undated.push(activity);
    else bars.push({ activity, from: one < other ? one : other, to: one < other ? other : one });
  }
  const sorted = bars.toSorted((a, b) => compareDays(a.from, b.from) || compareDays(a.to, b.to));
  const last = sorted.reduce<IsoDate | undefined>(
    (latest, { to }) => (latest === undefined || to > latest ? to : latest),
    undefined,
  );
  const first = sorted[0]?.from;
  return {
    bars: sorted,
    span: first === undefined || last === undefined ? undefined : { from: first, to: last },
    undated,
  };
}

function compareDays(a: IsoDate, b: IsoDate): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
