// What partners can put in (section 4).

import type { OrganisationId, ResourceId } from '../ids.ts';
import type { PlanRow } from './row.ts';

export const RESOURCE_KINDS = ['people', 'place', 'equipment', 'money', 'knowledge', 'other'] as const;
type ResourceKind = (typeof RESOURCE_KINDS)[number];

export interface Resource extends PlanRow<ResourceId> {
  /** Whose it is; `undefined` while nobody has said. */
  readonly organisationId: OrganisationId | undefined;
  readonly kind: ResourceKind;
  readonly name: string;
  readonly text: string;
}
