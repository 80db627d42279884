// What a member may do with a document: the domain's role table applied to the grants that the server holds.

import { type Role, strongestRight } from '../src/domain/access.ts';
import { decodeId, type PartnershipId } from '../src/domain/ids.ts';
import type { DocumentNameParts } from '../src/schema/documentName.ts';
import type { Scope } from '../src/schema/invitation.ts';
import type { HeldGrant } from './stores/memberStore.ts';

export type Access =
  | { readonly kind: 'granted'; readonly right: 'read' | 'write' }
  | { readonly kind: 'refused'; readonly reason: 'notMember' | 'revoked' };

export function accessTo(document: DocumentNameParts, grants: readonly HeldGrant[]): Access {
  const right = strongestRight(rolesFor(document, grants), document.kind);
  if (right !== 'none') return { kind: 'granted', right };
  const hadMore = rolesFor(
    document,
    grants.map((grant) => ({ ...grant, revoked: false })),
  );
  const wasTaken = strongestRight(hadMore, document.kind) !== 'none';
  return { kind: 'refused', reason: wasTaken ? 'revoked' : 'notMember' };
}

/**
 * The roles that count in a scope. Programme staff (coordinators) look into every partnership; a librarian's or animator's
 * role in the programme opens none of them: those come with a grant of their own (data minimisation, RODO art. 5(1)(c)).
 */
export function rolesIn(scope: Scope, grants: readonly HeldGrant[]): readonly Role[] {
  return grants
    .filter((grant) => !grant.revoked)
    .filter((grant) => grant.scope === scope || (grant.scope === 'programme' && grant.role === 'coordinator'))
    .map((grant) => grant.role);
}

/** The partnership that a document's first exchange begins; a mediation is begun inside of one. */
export function partnershipBegunBy(document: DocumentNameParts): PartnershipId | undefined {
  return document.kind === 'programme' || document.kind === 'mediation'
    ? undefined
    : partnershipIdOf(document);
}

function rolesFor(document: DocumentNameParts, grants: readonly HeldGrant[]): readonly Role[] {
  // Every member reads the programme; writing it takes a role in the programme itself.
  if (document.kind === 'programme') {
    const held = grants.filter((grant) => !grant.revoked);
    return held.map((grant) => (grant.scope === 'programme' ? grant.role : 'partner'));
  }
  const scope = partnershipIdOf(document);
  return scope === undefined ? [] : rolesIn(scope, grants);
}

/** No partnership may carry the name of the other scope. */
function partnershipIdOf({ id }: DocumentNameParts): PartnershipId | undefined {
  return id === 'programme' ? undefined : decodeId<PartnershipId>(id);
}
