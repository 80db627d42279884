// What the screens of activities are drawn from, with the look-ups that their rows share.

import type { ActivityId, GoalId } from '../../../domain/ids.ts';
import type { PartnerOrganisation } from '../../../domain/organisation.ts';
import type { Activity } from '../../../domain/plan/activity.ts';
import { type BudgetLine, type BudgetSum, sumBudget } from '../../../domain/plan/budget.ts';
import type { Goal } from '../../../domain/plan/goal.ts';
import type { PlanEntries, PlanEntry } from '../../../storage/planQueries.ts';
import { inTheirOrder } from '../rows/inTheirOrder.ts';

export const ACTIVITY_ROOTS = ['activities', 'budgetLines', 'goals'] as const;

export interface ActivityFacts extends PlanEntries<(typeof ACTIVITY_ROOTS)[number]> {
  /** Hidden ones too. */
  readonly organisations: readonly PartnerOrganisation[];
}

export type ActivityEntry = PlanEntry<'activities'>;

/** Shown lines by activity, each list in its order. */
export type BudgetByActivity = ReadonlyMap<ActivityId, readonly BudgetLine[]>;

export function budgetByActivity(lines: readonly BudgetLine[]): BudgetByActivity {
  const byActivity = new Map<ActivityId, BudgetLine[]>();
  for (const line of inTheirOrder(lines)) {
    const own = byActivity.get(line.activityId);
    if (own === undefined) byActivity.set(line.activityId, [line]);
    else own.push(line);
  }
  return byActivity;
}

/** `undefined` where no amount is known. */
export function budgetOf(activity: Activity, budget: BudgetByActivity): BudgetSum | undefined {
  const lines = budget.get(activity.id) ?? [];
  return lines.some(({ amount }) => amount !== undefined) ? sumBudget(lines) : undefined;
}

/** By id; of hidden goals none. */
export function numbersOfGoals(goals: readonly Goal[]): ReadonlyMap<GoalId, number> {
  return new Map(inTheirOrder(goals).map(({ id }, at) => [id, at + 1]));
}
