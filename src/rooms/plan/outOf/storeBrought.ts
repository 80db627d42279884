// Writes a plan that is brought in, as one change. It comes with the plan's screen, which has the documents at hand, so that the
// dialog brings no second copy of them.

import {
  type BroughtIn,
  type BroughtPlan,
  bringInPlan,
  takeBackPlan,
} from '../../../documents/bringInPlan.ts';
import type { PlanWork } from '../planWork.ts';

/** Resolves when it is durable here, to what takes it back. Both throw StorageFailure. */
export async function storeBrought(work: PlanWork, plan: BroughtPlan): Promise<() => Promise<void>> {
  let made: BroughtIn = { texts: [], rows: [] };
  await work.write((doc, hand) => {
    made = bringInPlan(doc, plan, hand);
  });
  return () => work.write((doc, hand) => takeBackPlan(doc, made, hand));
}
