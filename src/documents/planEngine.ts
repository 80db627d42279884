// What the ledger needs for a document with a plan: projecting it, and noticing what merging overruled. Handed in by whoever
// opens the ledger, so that the pages that never open a partnership's document need not carry it.

import { type Overruling, watchOverruling } from './overruling.ts';
import { observeTexts, projectPlan } from './planProjection.ts';

export interface PlanEngine {
  readonly projectPlan: typeof projectPlan;
  readonly observeTexts: typeof observeTexts;
  readonly watchOverruling: (doc: Parameters<typeof watchOverruling>[0]) => Overruling;
}

export const planEngine: PlanEngine = { projectPlan, observeTexts, watchOverruling };
