// Whoever first sends a document of a partnership that nobody holds begins it and becomes its librarian, if their role in the
// programme lets them and their share of documents is not used up.

import type { MemberId, PartnershipId } from '../src/domain/ids.ts';
import { asInstant } from '../src/domain/time.ts';
import { parseDocumentName } from '../src/schema/documentName.ts';
import type { SyncRequest } from '../src/schema/wire.ts';
import { mayFound } from './auth/inviting.ts';
import { readUpdateContent } from './content/updateContent.ts';
import { partnershipBegunBy } from './documentAccess.ts';
import type { MemberDocuments } from './limits/memberDocuments.ts';
import type { HeldGrant, MemberStore } from './stores/memberStore.ts';
import { StoreError } from './stores/storeError.ts';

/** What a member holds while a request is answered. */
export interface Standing {
  readonly grants: readonly HeldGrant[];
  /** Partnerships that the member might have begun with this request, were their share not used up. */
  readonly withheld: ReadonlySet<PartnershipId>;
}

export interface FoundingParts {
  readonly members: MemberStore;
  readonly memberDocuments: MemberDocuments;
  /** Milliseconds since 1970. */
  readonly now: () => number;
}

/** The member's grants, after beginning the partnerships that this request brings for the first time. */
export async function standingOf(
  member: MemberId,
  request: SyncRequest,
  { members, memberDocuments, now }: FoundingParts,
): Promise<Standing> {
  const grants = await members.grants(member);
  const withheld = new Set<PartnershipId>();
  if (!mayFound(grants)) return { grants, withheld };
  let left: number | undefined;
  const founded = new Set<PartnershipId>();
  for (const { name, update } of request.documents) {
    const parts = update.length > 0 ? parseDocumentName(name) : undefined;
    const scope = parts && partnershipBegunBy(parts);
    if (scope === undefined || founded.has(scope) || grants.some((grant) => grant.scope === scope)) continue;
    if ((await members.isHeld(scope)) || readUpdateContent(update) === undefined) continue;
    try {
      left ??= await memberDocuments.left(member);
      if (founded.size >= left) withheld.add(scope);
      else if (await members.found(scope, member, asInstant(now()))) founded.add(scope);
    } catch (cause) {
      // The document will be refused as nobody's; the next exchange begins it.
      if (!(cause instanceof StoreError)) throw cause;
    }
  }
  return { grants: founded.size > 0 ? await members.grants(member) : grants, withheld };
}
