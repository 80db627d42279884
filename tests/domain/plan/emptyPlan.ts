// A plan of which nothing is filled in but what a test states.
import { asId, type PartnershipId } from '../../../src/domain/ids.ts';
import type { PlanContent } from '../../../src/domain/plan/planContent.ts';
import type { PlanRows } from '../../../src/domain/plan/planRow.ts';
import { emptyPartnership } from '../../../src/schema/partnershipRecords.ts';

const NO_ROWS: PlanRows = {
  needs: [],
  partnerNotes: [],
  resources: [],
  goals: [],
  indicators: [],
  measurements: [],
  activities: [],
  budgetLines: [],
  benefitNotes: [],
};

export function emptyPlan(rows: Partial<PlanRows>, more: Partial<PlanContent> = {}): PlanContent {
  return {
    partnership: { ...emptyPartnership(asId<PartnershipId>('p'), 1), library: undefined },
    organisations: [],
    rows: { ...NO_ROWS, ...rows },
    texts: {},
    votes: [],
    matches: [],
    acceptance: undefined,
    ...more,
  };
}
