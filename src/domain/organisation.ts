// A partner organisation. People change, organisations stay: who speaks for one is a Representation.

import type { OrganisationId, PersonId, RepresentationId } from './ids.ts';
import type { OrganisationType } from './organisationType.ts';
import type { IsoDate } from './time.ts';

export const ORGANISATION_STATUSES = ['potential', 'invited', 'joined', 'left'] as const;
export type OrganisationStatus = (typeof ORGANISATION_STATUSES)[number];

export interface PartnerOrganisation {
  readonly id: OrganisationId;
  readonly name: string;
  readonly type: OrganisationType;
  readonly status: OrganisationStatus;
  /** Hidden, not deleted: an edit afterwards brings it back. */
  readonly isHidden: boolean;
}

/** Person for organisation, from/to. */
export interface Representation {
  readonly id: RepresentationId;
  readonly personId: PersonId;
  readonly organisationId: OrganisationId;
  /** Function in the organisation ("dyrektor"); may be empty. */
  readonly role: string;
  readonly from: IsoDate | undefined;
  readonly to: IsoDate | undefined;
}
