// Members, devices and grants in SQLite. Invitations have a module of their own beside it (sqliteInvitations).

import { randomBytes } from 'node:crypto';
import { ROLES } from '../../src/domain/access.ts';
import { type DeviceId, decodeId, type MemberId, type PartnershipId } from '../../src/domain/ids.ts';
import { decodeInstant, type Instant } from '../../src/domain/time.ts';
import { decodeScope, type Scope } from '../../src/schema/invitation.ts';
import { oneOf } from '../../src/schema/jsonShape.ts';
import type { Grant, ListedDevice, ListedInvitation, ListedMember } from '../../src/schema/session.ts';
import { decoded, integer, type Row, string } from './columns.ts';
import type {
  DeviceRecord,
  HeldGrant,
  InvitationRecord,
  JoinOutcome,
  JoinPlan,
  MemberStore,
} from './memberStore.ts';
import type { SqliteDatabase } from './sqliteDatabase.ts';
import { FIRST_INVITATION, SqliteInvitations } from './sqliteInvitations.ts';

export class SqliteMemberStore implements MemberStore {
  readonly #database: SqliteDatabase;
  readonly #invitations: SqliteInvitations;

  constructor(database: SqliteDatabase) {
    this.#database = database;
    this.#invitations = new SqliteInvitations(database);
    for (const key of ['tokenSecret', 'firstSecret']) {
      if (database.meta(key) === undefined) database.setMeta(key, randomBytes(32).toString('base64url'));
    }
  }

  tokenSecret(): Uint8Array {
    return Buffer.from(this.#database.meta('tokenSecret') ?? '', 'base64url');
  }

  async firstSecret(): Promise<string | undefined> {
    return this.#database.reading(() =>
      this.#invitations.uses(FIRST_INVITATION) === 0 ? this.#database.meta('firstSecret') : undefined,
    );
  }

  async isFirstSecret(secret: string): Promise<boolean> {
    return this.#database.reading(() => this.#database.meta('firstSecret') === secret);
  }

  async device(id: DeviceId): Promise<DeviceRecord | undefined> {
    return this.#database.reading(() => this.#device(id));
  }

  async touch(id: DeviceId, at: Instant): Promise<void> {
    this.#database.transaction(() => {
      this.#database.statement('UPDATE devices SET last_seen = ? WHERE id = ?').run(at, id);
    });
  }

  async grants(member: MemberId): Promise<readonly HeldGrant[]> {
    return this.#database.reading(() =>
      this.#database
        .statement('SELECT scope, role, revoked_at FROM grants WHERE member = ? ORDER BY scope, role')
        .all(member)
        .map((row) => ({ ...grantOf(row), revoked: row['revoked_at'] !== null })),
    );
  }

  async found(scope: PartnershipId, member: MemberId, at: Instant): Promise<boolean> {
    return this.#database.transaction(() => this.#found(scope, member, at));
  }

  async isHeld(scope: Scope): Promise<boolean> {
    return this.#database.reading(() => this.#isHeld(scope));
  }

  async join(plan: JoinPlan): Promise<JoinOutcome> {
    return this.#database.transaction(() => this.#join(plan));
  }

  async invitation(id: string): Promise<InvitationRecord | undefined> {
    return this.#database.reading(() => this.#invitations.byId(id));
  }

  async invitationByCode(codeHash: string): Promise<InvitationRecord | undefined> {
    return this.#database.reading(() => this.#invitations.byCode(codeHash));
  }

  async register(record: InvitationRecord, codeHash: string | null): Promise<void> {
    this.#database.transaction(() => this.#invitations.register(record, codeHash));
  }

  async revokeInvitation(id: string, by: DeviceId, at: Instant): Promise<void> {
    this.#database.transaction(() => {
      const revoker = this.#device(by)?.member.id;
      if (revoker !== undefined) this.#invitations.revoke(id, revoker, at);
    });
  }

  async invitations(scope: Scope, now: Instant): Promise<readonly ListedInvitation[]> {
    return this.#database.reading(() => this.#invitations.list(scope, now));
  }

  async members(scope: Scope): Promise<readonly ListedMember[]> {
    return this.#database.reading(() => {
      const { statement } = this.#database;
      const holders = statement(
        `SELECT DISTINCT members.id, members.name, members.at FROM grants JOIN members ON members.id = grants.member
         WHERE grants.scope = ? AND grants.revoked_at IS NULL ORDER BY members.at, members.id`,
      ).all(scope);
      const roles = statement(
        'SELECT role FROM grants WHERE scope = ? AND member = ? AND revoked_at IS NULL',
      );
      const devices = statement('SELECT * FROM devices WHERE member = ? ORDER BY last_seen DESC');
      return holders.map((holder): ListedMember => {
        const id = decoded(holder, 'id', decodeId<MemberId>);
        return {
          id,
          name: string(holder, 'name'),
          roles: roles.all(scope, id).map((row) => decoded(row, 'role', oneOf(ROLES))),
          devices: devices.all(id).map(listedDevice),
        };
      });
    });
  }

  async revokeMember(
    scope: Scope,
    member: MemberId,
    at: Instant,
  ): Promise<'done' | 'unknown' | 'lastHolder'> {
    return this.#database.transaction(() => {
      const { statement } = this.#database;
      const holders = statement('SELECT member, role FROM grants WHERE scope = ? AND revoked_at IS NULL').all(
        scope,
      );
      if (!holders.some((row) => row['member'] === member)) return 'unknown';
      // Somebody must be left who can invite the others again.
      const keeper = scope === 'programme' ? 'coordinator' : 'librarian';
      const keepers = holders.filter((row) => row['role'] === keeper);
      if (keepers.length > 0 && keepers.every((row) => row['member'] === member)) return 'lastHolder';
      statement('UPDATE grants SET revoked_at = ? WHERE scope = ? AND member = ?').run(at, scope, member);
      return 'done';
    });
  }

  async revokeDevice(device: DeviceId, at: Instant): Promise<void> {
    this.#database.transaction(() => {
      this.#database.statement('UPDATE devices SET revoked_at = ? WHERE id = ?').run(at, device);
    });
  }

  #join(plan: JoinPlan): JoinOutcome {
    const known = this.#device(plan.device.id);
    if (known !== undefined) {
      const foreign = plan.owner.kind === 'known' && plan.owner.member !== known.member.id;
      // A device that was taken off comes back only under a new identity.
      if (known.publicKey !== plan.device.publicKey || known.revoked || foreign)
        return refused('deviceTaken');
    }
    const { invitation, grant } = plan;
    const id = invitation.kind === 'first' ? FIRST_INVITATION : invitation.record.id;
    if (known !== undefined && this.#invitations.wasRedeemed(id, known.id)) {
      // The answer was lost on the way: say it again, unless what it gave was taken away in between.
      const taken = grant !== null && !this.#holds(known.member.id, grant);
      return taken ? refused('revoked') : { kind: 'joined', member: known.member };
    }
    if (plan.founder && !this.#found(plan.founder.scope, plan.founder.member, plan.at))
      return refused('notAllowed');
    const use =
      invitation.kind === 'first' ? this.#invitations.useFirst() : this.#invitations.use(invitation.record);
    if (use !== 'ok') return refused(use);
    const member = known?.member.id ?? this.#addDevice(plan);
    if (grant !== null) this.#grant(member, grant, plan.at);
    this.#invitations.noteRedemption(id, plan.device.id, plan.at);
    const joined = this.#device(plan.device.id);
    if (joined === undefined) throw new Error('a device that was just added is not there');
    return { kind: 'joined', member: joined.member };
  }

  /** Returns the device's member. */
  #addDevice({ device, owner, at }: JoinPlan): MemberId {
    const { statement } = this.#database;
    if (owner.kind === 'new') {
      statement('INSERT INTO members (id, name, at) VALUES (?, ?, ?)').run(
        owner.member.id,
        owner.member.name,
        at,
      );
    }
    const member = owner.kind === 'new' ? owner.member.id : owner.member;
    statement('INSERT INTO devices (id, member, public_key, name, last_seen) VALUES (?, ?, ?, ?, ?)').run(
      device.id,
      member,
      device.publicKey,
      device.name,
      at,
    );
    return member;
  }

  #grant(member: MemberId, { scope, role }: Grant, at: Instant): void {
    this.#database
      .statement(
        `INSERT INTO grants (member, scope, role, at) VALUES (?, ?, ?, ?)
         ON CONFLICT DO UPDATE SET revoked_at = NULL, at = excluded.at`,
      )
      .run(member, scope, role, at);
  }

  #found(scope: PartnershipId, member: MemberId, at: Instant): boolean {
    if (this.#isHeld(scope)) return false;
    this.#grant(member, { scope, role: 'librarian' }, at);
    return true;
  }

  #isHeld(scope: Scope): boolean {
    return this.#database.statement('SELECT 1 FROM grants WHERE scope = ? LIMIT 1').get(scope) !== undefined;
  }

  #holds(member: MemberId, { scope, role }: Grant): boolean {
    const row = this.#database
      .statement('SELECT revoked_at FROM grants WHERE member = ? AND scope = ? AND role = ?')
      .get(member, scope, role);
    return row !== undefined && row['revoked_at'] === null;
  }

  #device(id: DeviceId): DeviceRecord | undefined {
    const row = this.#database
      .statement(
        `SELECT devices.member, members.name, devices.public_key, devices.revoked_at
         FROM devices JOIN members ON members.id = devices.member WHERE devices.id = ?`,
      )
      .get(id);
    if (row === undefined) return undefined;
    return {
      id,
      member: { id: decoded(row, 'member', decodeId<MemberId>), name: string(row, 'name') },
      publicKey: string(row, 'public_key'),
      revoked: row['revoked_at'] !== null,
    };
  }
}

function refused(reason: 'usedUp' | 'revoked' | 'deviceTaken' | 'notAllowed'): JoinOutcome {
  return { kind: 'refused', reason };
}

function grantOf(row: Row): Grant {
  return { scope: decoded(row, 'scope', decodeScope), role: decoded(row, 'role', oneOf(ROLES)) };
}

function listedDevice(row: Row): ListedDevice {
  return {
    id: decoded(row, 'id', decodeId<DeviceId>),
    name: string(row, 'name'),
    lastSeen: decoded({ at: integer(row, 'last_seen') }, 'at', decodeInstant),
    revoked: row['revoked_at'] !== null,
  };
}
