// Which kinds of rows the plan has.

import type { Activity } from './activity.ts';
import type { BenefitNote } from './benefitNote.ts';
import type { BudgetLine } from './budget.ts';
import type { Goal, Indicator, Measurement } from './goal.ts';
import type { Need } from './need.ts';
import type { PartnerNote } from './partnerNote.ts';
import type { Resource } from './resource.ts';

/** The kinds of rows by the name under which they are kept. */
export interface PlanRowKinds {
  readonly needs: Need;
  readonly partnerNotes: PartnerNote;
  readonly resources: Resource;
  readonly goals: Goal;
  readonly indicators: Indicator;
  readonly measurements: Measurement;
  readonly activities: Activity;
  readonly budgetLines: BudgetLine;
  readonly benefitNotes: BenefitNote;
}
export type RowRoot = keyof PlanRowKinds;

/** In the order of the plan. */
export const ROW_ROOTS = [
  'needs',
  'partnerNotes',
  'resources',
  'goals',
  'indicators',
  'measurements',
  'activities',
  'budgetLines',
  'benefitNotes',
] as const satisfies readonly RowRoot[];

/** Kinds whose rows have a short text that several write at once. */
const TEXT_ROOTS = [
  'needs',
  'partnerNotes',
  'resources',
  'goals',
  'activities',
  'benefitNotes',
] as const satisfies readonly RowRoot[];
export type TextRoot = (typeof TEXT_ROOTS)[number];

export type PlanRows = { readonly [Root in RowRoot]: readonly PlanRowKinds[Root][] };
