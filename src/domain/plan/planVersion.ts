// Named versions of the plan and their acceptance by the partner organisations (section 13).

import type { DeviceId, OrganisationId, PlanVersionId, SignatureId } from '../ids.ts';
import type { PartnerOrganisation } from '../organisation.ts';
import type { Fingerprint } from '../seal.ts';
import type { Instant } from '../time.ts';

/** A version without its content, which is kept packed beside it. */
export interface PlanVersion {
  readonly id: PlanVersionId;
  readonly name: string;
  readonly at: Instant;
  readonly byName: string;
  readonly fingerprint: Fingerprint;
}

export const ACCEPTANCE_KINDS = ['confirmation', 'signature'] as const;
type AcceptanceKind = (typeof ACCEPTANCE_KINDS)[number];

export interface Acceptance {
  readonly versionId: PlanVersionId;
  readonly organisationId: OrganisationId;
  readonly at: Instant;
  readonly byName: string;
  readonly deviceId: DeviceId;
  readonly kind: AcceptanceKind;
  /** Of the strokes in the register; partners see only that it was signed. */
  readonly signatureId: SignatureId | undefined;
}

/** Acceptance of one version as it stands among the organisations that have joined. */
export interface AcceptanceState {
  readonly accepted: readonly Acceptance[];
  readonly missing: readonly PartnerOrganisation[];
  /** How many are asked: "accepted by 7 of 9". */
  readonly of: number;
}

/** An organisation that accepted and left since still counts: what it put its name to does not change afterwards. */
export function acceptanceState(
  versionId: PlanVersionId,
  acceptances: readonly Acceptance[],
  organisations: readonly PartnerOrganisation[],
): AcceptanceState {
  const accepted = acceptances
    .filter((acceptance) => acceptance.versionId === versionId)
    .toSorted((a, b) => a.at - b.at || (a.organisationId < b.organisationId ? -1 : 1));
  const done = new Set(accepted.map(({ organisationId }) => organisationId));
  const missing = organisations.filter(
    ({ id, status, isHidden }) => status === 'joined' && !isHidden && !done.has(id),
  );
  return { accepted, missing, of: accepted.length + missing.length };
}
