// Whom a member may invite where: the domain's rule applied to what this device holds. Pure.

import { type Role, mayInvite } from '../../domain/access.ts';
import type { InvitationPurpose, Scope } from '../../schema/invitation.ts';
import type { Grant } from '../../schema/session.ts';

export type InviteChoice = Role | 'ownDevice';

/**
 * The roles that a member holds in a scope. A partnership that was begun here and is not yet at the server has no grant
 * yet: whoever begins one becomes its librarian.
 */
export function rolesIn(scope: Scope, grants: readonly Grant[]): readonly Role[] {
  const roles = grants.filter((grant) => grant.scope === scope).map((grant) => grant.role);
  return roles.length === 0 && scope !== 'programme' ? ['librarian'] : roles;
}

/** In the order of the domain's table, own devices last: everybody may link those. */
export function inviteChoices(roles: readonly Role[]): readonly InviteChoice[] {
  return [...new Set(roles.flatMap((role) => [...mayInvite(role)])), 'ownDevice'];
}

export function purposeOf(choice: InviteChoice, scope: Scope): InvitationPurpose {
  return choice === 'ownDevice' ? { kind: 'ownDevice' } : { kind: 'role', scope, role: choice };
}

/** How many devices may use an invitation, and for how many days, unless changed. */
export interface InviteLimits {
  readonly uses: number;
  readonly days: number;
}

export const USES = [1, 5, 20, 100] as const;
export const DAYS = [1, 7, 30] as const;

/** Partners scan one QR code in a hall, one after another; other roles and devices are for one. */
export function defaultLimits(choice: InviteChoice): InviteLimits {
  switch (choice) {
    case 'partner':
      return { uses: 20, days: 7 };
    case 'ownDevice':
      return { uses: 1, days: 1 };
    case 'coordinator':
    case 'facilitator':
    case 'librarian':
      return { uses: 1, days: 7 };
  }
}
