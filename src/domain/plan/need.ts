// Needs and common problems (section 2), partners' votes for them, and which resources answer them.

import type { NeedId, OrganisationId, ResourceId } from '../ids.ts';
import { compareOrder } from '../order.ts';
import type { PartnerOrganisation } from '../organisation.ts';
import type { Instant } from '../time.ts';
import type { PlanRow } from './row.ts';

export const NEED_KINDS = ['need', 'problem'] as const;
type NeedKind = (typeof NEED_KINDS)[number];

export interface Need extends PlanRow<NeedId> {
  readonly kind: NeedKind;
  readonly text: string;
}

/** "Ważne dla nas": one a need and organisation. */
export interface Vote {
  readonly needId: NeedId;
  readonly organisationId: OrganisationId;
  readonly at: Instant;
  /** Name of who gave it. */
  readonly byName: string;
  readonly isWithdrawn: boolean;
}

/** A resource that answers a need. */
export interface Match {
  readonly needId: NeedId;
  readonly resourceId: ResourceId;
  readonly at: Instant;
  readonly isWithdrawn: boolean;
}

/** The organisations that call a need important; those that were taken off the partnership do not count. */
export function votersOf(
  needId: NeedId,
  votes: readonly Vote[],
  organisations: readonly PartnerOrganisation[],
): readonly PartnerOrganisation[] {
  const voting = new Set(
    votes
      .filter((vote) => vote.needId === needId && !vote.isWithdrawn)
      .map(({ organisationId }) => organisationId),
  );
  return organisations.filter(({ id, isHidden }) => voting.has(id) && !isHidden);
}

/** Most important first, those with equally many votes in their own order. */
export function byImportance(
  needs: readonly Need[],
  votes: readonly Vote[],
  organisations: readonly PartnerOrganisation[],
): readonly Need[] {
  const counts = new Map(needs.map(({ id }) => [id, votersOf(id, votes, organisations).length]));
  return needs.toSorted((a, b) => (counts.get(b.id) ?? 0) - (counts.get(a.id) ?? 0) || compareOrder(a, b));
}
