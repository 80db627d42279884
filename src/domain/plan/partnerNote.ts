// What is known of a partner for the plan (section 3): its interests, what it expects, what it brings.

import type { OrganisationId, PartnerNoteId } from '../ids.ts';
import type { PlanRow } from './row.ts';

export const PARTNER_NOTE_KINDS = ['interest', 'expectation', 'contribution'] as const;
type PartnerNoteKind = (typeof PARTNER_NOTE_KINDS)[number];

export interface PartnerNote extends PlanRow<PartnerNoteId> {
  readonly organisationId: OrganisationId;
  readonly kind: PartnerNoteKind;
  readonly text: string;
}
