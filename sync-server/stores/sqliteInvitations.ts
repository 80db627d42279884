// Invitations in SQLite: uses, redemptions, revocations. Its methods run inside a transaction of sqliteMemberStore.

import { ROLES } from '../../src/domain/access.ts';
import { type DeviceId, decodeId, type MemberId } from '../../src/domain/ids.ts';
import { decodeInstant, type Instant } from '../../src/domain/time.ts';
import { decodeScope, type Scope } from '../../src/schema/invitation.ts';
import { oneOf } from '../../src/schema/jsonShape.ts';
import type { InvitationState, ListedInvitation } from '../../src/schema/session.ts';
import { decoded, integer, type Row, string } from './columns.ts';
import type { InvitationRecord } from './memberStore.ts';
import type { SqliteDatabase } from './sqliteDatabase.ts';

/** Under which the first link's redemption is noted; no id of a signed invitation is that short. */
export const FIRST_INVITATION = 'first';

// A revocation counts when it was made in the name of the inviter's member: else anybody could block an id beforehand.
const REVOKED = `EXISTS (
  SELECT 1 FROM revoked_invitations JOIN devices ON devices.id = invitations.inviter
  WHERE revoked_invitations.id = invitations.id AND revoked_invitations.revoker = devices.member
)`;

export class SqliteInvitations {
  readonly #statement: SqliteDatabase['statement'];

  constructor({ statement }: SqliteDatabase) {
    this.#statement = statement;
  }

  byId(id: string): InvitationRecord | undefined {
    const row = this.#statement('SELECT * FROM invitations WHERE id = ?').get(id);
    return row && record(row);
  }

  byCode(codeHash: string): InvitationRecord | undefined {
    const row = this.#statement('SELECT * FROM invitations WHERE code_hash = ?').get(codeHash);
    return row && record(row);
  }

  register(invitation: InvitationRecord, codeHash: string | null): void {
    this.#statement(
      `INSERT INTO invitations (id, inviter, scope, role, title, issued_at, expires_at, uses, used, text)
       VALUES (?, ?, ?, ?, ?, ?, ?, ?, 0, ?) ON CONFLICT DO NOTHING`,
    ).run(
      invitation.id,
      invitation.inviter,
      invitation.grant?.scope ?? null,
      invitation.grant?.role ?? null,
      invitation.title,
      invitation.issuedAt,
      invitation.expiresAt,
      invitation.uses,
      invitation.text,
    );
    if (codeHash === null) return;
    this.#statement('UPDATE OR IGNORE invitations SET code_hash = ? WHERE id = ?').run(
      codeHash,
      invitation.id,
    );
  }

  /** Takes one use, if there is one left. */
  use(invitation: InvitationRecord): 'ok' | 'usedUp' | 'revoked' {
    this.register(invitation, null);
    const row = this.#statement(`SELECT ${REVOKED} AS revoked FROM invitations WHERE id = ?`).get(
      invitation.id,
    );
    if (row?.['revoked'] === 1) return 'revoked';
    const { changes } = this.#statement(
      'UPDATE invitations SET used = used + 1 WHERE id = ? AND used < uses',
    ).run(invitation.id);
    return Number(changes) === 1 ? 'ok' : 'usedUp';
  }

  useFirst(): 'ok' | 'usedUp' {
    return this.uses(FIRST_INVITATION) === 0 ? 'ok' : 'usedUp';
  }

  /** How many devices have redeemed it. */
  uses(id: string): number {
    return integer(
      this.#statement('SELECT count(*) AS uses FROM redemptions WHERE invitation = ?').get(id) ?? {},
      'uses',
    );
  }

  wasRedeemed(id: string, device: DeviceId): boolean {
    const row = this.#statement('SELECT 1 FROM redemptions WHERE invitation = ? AND device = ?').get(
      id,
      device,
    );
    return row !== undefined;
  }

  noteRedemption(id: string, device: DeviceId, at: Instant): void {
    this.#statement('INSERT INTO redemptions (invitation, device, at) VALUES (?, ?, ?)').run(id, device, at);
  }

  revoke(id: string, revoker: MemberId, at: Instant): void {
    this.#statement(
      'INSERT INTO revoked_invitations (id, revoker, at) VALUES (?, ?, ?) ON CONFLICT DO NOTHING',
    ).run(id, revoker, at);
  }

  list(scope: Scope, now: Instant): readonly ListedInvitation[] {
    const rows = this.#statement(
      `SELECT invitations.*, members.id AS inviting, members.name AS inviting_name, ${REVOKED} AS revoked
       FROM invitations JOIN devices ON devices.id = invitations.inviter JOIN members ON members.id = devices.member
       WHERE invitations.scope = ? ORDER BY invitations.issued_at DESC, invitations.id`,
    ).all(scope);
    return rows.map((row): ListedInvitation => {
      const { id, title, issuedAt, expiresAt, uses } = record(row);
      const usesLeft = Math.max(0, uses - integer(row, 'used'));
      const inviter = {
        id: decoded(row, 'inviting', decodeId<MemberId>),
        name: string(row, 'inviting_name'),
      };
      const state = stateOf(row['revoked'] === 1, usesLeft, expiresAt <= now);
      return {
        id,
        role: decoded(row, 'role', oneOf(ROLES)),
        title,
        inviter,
        issuedAt,
        expiresAt,
        uses,
        usesLeft,
        state,
      };
    });
  }
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
