// A document that is brought in, as its dialog holds it.

import type { PlanSection } from '../../../domain/plan/sections.ts';
import type { ReadPlan } from '../bringIn/readPlanDocument.ts';

export type Brought = Extract<ReadPlan, { readonly kind: 'read' }>;
/** Where each part goes, by its index; `undefined` for one that is left out. */
export type Placing = readonly (PlanSection | undefined)[];
