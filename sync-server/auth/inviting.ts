// Who may invite whom where, and who looks after a scope: the domain's rules applied to the grants that the server holds.

import { mayFoundPartnership, mayInvite } from '../../src/domain/access.ts';
import type { Scope } from '../../src/schema/invitation.ts';
import type { Grant } from '../../src/schema/session.ts';
import { rolesIn } from '../documentAccess.ts';
import type { HeldGrant } from '../stores/memberStore.ts';

/**
 * Whether a member with these grants may hand out that one. Into the programme only its coordinators invite, and their own
 * role exists nowhere else; partners belong to a partnership.
 */
export function mayHandOut({ scope, role }: Grant, grants: readonly HeldGrant[]): boolean {
  if (scope === 'programme')
    return role !== 'partner' && mayLookAfter(scope, grants) && mayInvite('coordinator').includes(role);
  return role !== 'coordinator' && rolesIn(scope, grants).some((held) => mayInvite(held).includes(role));
}

/** Whether a member with these grants may begin partnerships. */
export function mayFound(grants: readonly HeldGrant[]): boolean {
  return rolesIn('programme', grants).some(mayFoundPartnership);
}

/** May see who belongs to a scope, and its invitations: contact between people who run it. */
export function maySeeMembers(scope: Scope, grants: readonly HeldGrant[]): boolean {
  return (
    mayLookAfter(scope, grants) || (scope !== 'programme' && rolesIn(scope, grants).includes('facilitator'))
  );
}

/** May take members and invitations of a scope off. */
export function mayLookAfter(scope: Scope, grants: readonly HeldGrant[]): boolean {
  const roles = rolesIn(scope, grants);
  return roles.includes('coordinator') || (scope !== 'programme' && roles.includes('librarian'));
}
