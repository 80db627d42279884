// What all rows of the plan have in common, and which kinds of rows there are.

import type { Ordered } from '../order.ts';
import type { Activity } from './activity.ts';
import type { BenefitNote } from './benefitNote.ts';
import type { BudgetLine } from './budget.ts';
import type { Goal, Indicator, Measurement } from './goal.ts';
import type { Need } from './need.ts';
import type { PartnerNote } from './partnerNote.ts';
import type { Resource } from './resource.ts';

export interface PlanRow<Id extends string> extends Ordered {
  readonly id: Id;
  /** Fractional index: the place in the list. */
  readonly order: string;
  /** Hidden, not deleted: it can always come back. */
  readonly isHidden: boolean;
  /** Hidden by one while another, who did not know, edited or moved it: offered back. */
  readonly isOfferedBack: boolean;
}

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
export const TEXT_ROOTS = [
  'needs',
  'partnerNotes',
  'resources',
  'goals',
  'activities',
  'benefitNotes',
] as const satisfies readonly RowRoot[];
export type TextRoot = (typeof TEXT_ROOTS)[number];

export type PlanRows = { readonly [Root in RowRoot]: readonly PlanRowKinds[Root][] };
