// What joining brought: the partnership to wait for and to bring to the front, if it was one. Pure.

import type { PartnershipId } from '../../domain/ids.ts';
import type { Grant } from '../../schema/session.ts';

export type JoinedTo =
  | { readonly kind: 'partnership'; readonly partnershipId: PartnershipId }
  /** The programme, or the person's own devices without any partnership yet. */
  | { readonly kind: 'programme' };

/** The partnership among the grants that was not held before; failing that, the last one. */
export function joinedTo(before: readonly Grant[], after: readonly Grant[]): JoinedTo {
  const known = new Set(before.map((grant) => grant.scope));
  const partnerships = after.flatMap(({ scope }) => (scope === 'programme' ? [] : [scope]));
  const partnershipId = partnerships.find((scope) => !known.has(scope)) ?? partnerships.at(-1);
  const isOnlyProgramme = after.some(({ scope }) => scope === 'programme' && !known.has(scope));
  if (partnershipId === undefined || (isOnlyProgramme && known.has(partnershipId)))
    return { kind: 'programme' };
  return { kind: 'partnership', partnershipId };
}
