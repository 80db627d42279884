// What the screens of goals are drawn from: the goals with everything that belongs to them.

import type { PartnerOrganisation } from '../../../domain/organisation.ts';
import type { PlanEntries } from '../../../storage/planQueries.ts';

export const GOAL_ROOTS = ['goals', 'indicators', 'measurements', 'activities', 'budgetLines'] as const;
export type GoalEntries = PlanEntries<(typeof GOAL_ROOTS)[number]>;

export interface GoalFacts extends GoalEntries {
  /** Hidden ones too. */
  readonly organisations: readonly PartnerOrganisation[];
}
