// Evaluation of the nine benefits (section 11): how the partnership means to see each of them, who looks, and when.

import type { BenefitNoteId, OrganisationId } from '../ids.ts';
import type { Benefit } from '../programme/round.ts';
import type { IsoDate } from '../time.ts';
import type { PlanRow } from './row.ts';

export interface BenefitNote extends PlanRow<BenefitNoteId> {
  readonly benefit: Benefit;
  readonly organisationId: OrganisationId | undefined;
  readonly due: IsoDate | undefined;
  readonly text: string;
}
