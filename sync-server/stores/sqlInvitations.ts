// Invitations in SQL: uses, redemptions, revocations. Its functions are steps of the transactions of sqlMemberStore.

import { ROLES } from '../../src/domain/access.ts';
import { type DeviceId, decodeId, type MemberId } from '../../src/domain/ids.ts';
import { decodeInstant, type Instant } from '../../src/domain/time.ts';
import { decodeScope, type Scope } from '../../src/schema/invitation.ts';
import { oneOf } from '../../src/schema/jsonShape.ts';
import type { InvitationState, ListedInvitation } from '../../src/schema/session.ts';
import { decoded, flag, integer, type Row, string } from './columns.ts';
import type { InvitationRecord } from './memberStore.ts';
import { allRows, firstRow, type Steps } from './sql.ts';

/** Under which the first link's redemption is noted; no id of a signed invitation is that short. */
export const FIRST_INVITATION = 'first';

// A revocation counts when it was made in the name of the inviter's member: else anybody could block an id beforehand.
const REVOKED = `EXISTS (
  SELECT 1 FROM revoked_invitations JOIN devices ON devices.id = invitations.inviter
  WHERE revoked_invitations.id = invitations.id AND revoked_invitations.revoker = devices.member
)`;

export function* invitationById(id: string): Steps<InvitationRecord | undefined> {
  const row = yield* firstRow('SELECT * FROM invitations WHERE id = ?', id);
  return row && record(row);
}

export function* invitationByCode(codeHash: string): Steps<InvitationRecord | undefined> {
  const row = yield* firstRow('SELECT * FROM invitations WHERE code_hash = ?', codeHash);
  return row && record(row);
}

export function* registerInvitation(invitation: InvitationRecord, codeHash: string | null): Steps<void> {
  const { id, inviter, grant, title, issuedAt, expiresAt, uses, text } = invitation;
  yield* allRows(
    `INSERT INTO invitations (id, inviter, scope, role, title, issued_at, expires_at, uses, used, text)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, 0, ?) ON CONFLICT DO NOTHING`,
    id,
    inviter,
    grant?.scope ?? null,
    grant?.role ?? null,
    title,
    issuedAt,
    expiresAt,
    uses,
    text,
  );
  if (codeHash === null) return;
  // A code that stands for another invitation already stays with that one.
  yield* allRows(
    `UPDATE invitations SET code_hash = ? WHERE id = ?
     AND NOT EXISTS (SELECT 1 FROM invitations AS others WHERE others.code_hash = ?)`,
    codeHash,
    id,
    codeHash,
  );
}

/** Takes one use, if there is one left. */
export function* takeUse(invitation: InvitationRecord): Steps<'ok' | 'usedUp' | 'revoked'> {
  yield* registerInvitation(invitation, null);
  const row = yield* firstRow(`SELECT ${REVOKED} AS revoked FROM invitations WHERE id = ?`, invitation.id);
  if (row !== undefined && flag(row, 'revoked')) return 'revoked';
  const taken = yield* firstRow(
    'UPDATE invitations SET used = used + 1 WHERE id = ? AND used < uses RETURNING id',
    invitation.id,
  );
  return taken === undefined ? 'usedUp' : 'ok';
}

/** How many devices have redeemed it. */
export function* redemptionsOf(id: string): Steps<number> {
  const row = yield* firstRow('SELECT count(*) AS uses FROM redemptions WHERE invitation = ?', id);
  return integer(row ?? {}, 'uses');
}

export function* wasRedeemed(id: string, device: DeviceId): Steps<boolean> {
  const row = yield* firstRow('SELECT 1 FROM redemptions WHERE invitation = ? AND device = ?', id, device);
  return row !== undefined;
}

export function* noteRedemption(id: string, device: DeviceId, at: Instant): Steps<void> {
  yield* allRows('INSERT INTO redemptions (invitation, device, at) VALUES (?, ?, ?)', id, device, at);
}

export function* revokeInvitation(id: string, revoker: MemberId, at: Instant): Steps<void> {
  yield* allRows(
    'INSERT INTO revoked_invitations (id, revoker, at) VALUES (?, ?, ?) ON CONFLICT DO NOTHING',
    id,
    revoker,
    at,
  );
}

export function* listInvitations(scope: Scope, now: Instant): Steps<readonly ListedInvitation[]> {
  const rows = yield* allRows(
    `SELECT invitations.*, members.id AS inviting, members.name AS inviting_name, ${REVOKED} AS revoked
     FROM invitations JOIN devices ON devices.id = invitations.inviter JOIN members ON members.id = devices.member
     WHERE invitations.scope = ? ORDER BY invitations.issued_at DESC, invitations.id`,
    scope,
  );
  return rows.map((row): ListedInvitation => {
    const { id, title, issuedAt, expiresAt, uses } = record(row);
    const usesLeft = Math.max(0, uses - integer(row, 'used'));
    const inviter = { id: decoded(row, 'inviting', decodeId<MemberId>), name: string(row, 'inviting_name') };
    const state = stateOf(flag(row, 'revoked'), usesLeft, expiresAt <= now);
    const role = decoded(row, 'role', oneOf(ROLES));
    return { id, role, title, inviter, issuedAt, expiresAt, uses, usesLeft, state };
  });
}

function stateOf(revoked: boolean, usesLeft: number, over: boolean): InvitationState {
  if (revoked) return 'revoked';
  if (usesLeft === 0) return 'usedUp';
  return over ? 'expired' : 'open';
}

function record(row: Row): InvitationRecord {
  const grant =
    row['scope'] === null
      ? null
      : { scope: decoded(row, 'scope', decodeScope), role: decoded(row, 'role', oneOf(ROLES)) };
  return {
    id: string(row, 'id'),
    inviter: decoded(row, 'inviter', decodeId<DeviceId>),
    grant,
    title: string(row, 'title'),
    issuedAt: decoded({ at: integer(row, 'issued_at') }, 'at', decodeInstant),
    expiresAt: decoded({ at: integer(row, 'expires_at') }, 'at', decodeInstant),
    uses: integer(row, 'uses'),
    text: string(row, 'text'),
  };
}
