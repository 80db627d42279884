// Which activities are shown: by who answers for them, by goal, by state, by being late.

import type { GoalId, OrganisationId } from '../../../domain/ids.ts';
import { type Activity, type ActivityState, isActivityOverdue } from '../../../domain/plan/activity.ts';
import type { IsoDate } from '../../../domain/time.ts';

/** `undefined`: any. */
export interface ActivityFilter {
  readonly organisationId: OrganisationId | undefined;
  readonly goalId: GoalId | undefined;
  readonly state: ActivityState | undefined;
  readonly isOverdue: boolean;
}

export const NO_FILTER: ActivityFilter = {
  organisationId: undefined,
  goalId: undefined,
  state: undefined,
  isOverdue: false,
};

export function filterActivities<Row extends Activity>(
  activities: readonly Row[],
  filter: ActivityFilter,
  today: IsoDate,
): readonly Row[] {
  const { organisationId, goalId, state, isOverdue } = filter;
  return activities.filter(
    (activity) =>
      (organisationId === undefined || activity.organisationId === organisationId) &&
      (goalId === undefined || activity.goalId === goalId) &&
      (state === undefined || activity.state === state) &&
      (!isOverdue || isActivityOverdue(activity, today)),
  );
}

export function filtersSet({ organisationId, goalId, state, isOverdue }: ActivityFilter): number {
  return [organisationId, goalId, state, isOverdue ? true : undefined].filter((each) => each !== undefined)
    .length;
}

/** What is still to be done by an organisation: the earliest date first, what has none last. */
export function tasksOf<Row extends Activity>(
  activities: readonly Row[],
  organisationId: OrganisationId,
): readonly Row[] {
  return activities
    .filter(
      ({ state, organisationId: owner }) =>
        owner === organisationId && (state === 'planned' || state === 'inProgress'),
    )
    .toSorted((a, b) => compareDue(a.due, b.due));
}

function compareDue(a: IsoDate | undefined, b: IsoDate | undefined): number {
  if (a === b) return 0;
  if (a === undefined) return 1;
  return b === undefined || a < b ? -1 : 1;
}
