// What the plan's files are made of, with the look-ups that its sections share. Rows of hidden parents and names of
// organisations are settled here, once for all files.

import { compareOrder } from '../../domain/order.ts';
import type { OrganisationId } from '../../domain/ids.ts';
import type { Activity } from '../../domain/plan/activity.ts';
import type { BudgetLine } from '../../domain/plan/budget.ts';
import type { Goal } from '../../domain/plan/goal.ts';
import type { PlanContent } from '../../domain/plan/planContent.ts';
import type { SectionMark } from '../../domain/plan/sectionMark.ts';
import type { IsoDate } from '../../domain/time.ts';

export interface PlanFacts {
  readonly content: PlanContent;
  readonly marks: readonly SectionMark[];
  readonly today: IsoDate;
}

export interface PlanLookUp {
  /** '' where none is named. */
  readonly organisationName: (id: OrganisationId | undefined) => string;
  /** From 1, in the order of the plan; `undefined` for none, and for a goal that is hidden. */
  readonly goalNumber: (id: Goal['id'] | undefined) => number | undefined;
  readonly budgetOf: (activity: Activity) => readonly BudgetLine[];
}

export function lookUp({ organisations, rows }: PlanContent): PlanLookUp {
  const names = new Map(organisations.map(({ id, name }) => [id, name]));
  const goals = new Map(inOrder(rows.goals).map(({ id }, index) => [id, index + 1]));
  const lines = inOrder(rows.budgetLines);
  return {
    organisationName: (id) => (id === undefined ? '' : (names.get(id) ?? '')),
    goalNumber: (id) => (id === undefined ? undefined : goals.get(id)),
    budgetOf: ({ id }) => lines.filter(({ activityId }) => activityId === id),
  };
}

/** Shown rows in the order of the plan. */
export function inOrder<
  Row extends { readonly id: string; readonly order: string; readonly isHidden: boolean },
>(rows: readonly Row[]): readonly Row[] {
  return rows.filter(({ isHidden }) => !isHidden).toSorted(compareOrder);
}
