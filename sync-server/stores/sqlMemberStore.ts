// Members, devices and grants in SQL, for both databases. Invitations have a module of their own beside it (sqlInvitations).

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
  Revoked,
} from './memberStore.ts';
import { RememberedGrants } from './rememberedGrants.ts';
import { allRows, firstRow, type Sql, type Steps } from './sql.ts';
import {
  FIRST_INVITATION,
  invitationByCode,
  invitationById,
  listInvitations,
  noteRedemption,
  redemptionsOf,
  registerInvitation,
  revokeInvitation,
  takeUse,
  wasRedeemed,
} from './sqlInvitations.ts';

export class SqlMemberStore implements MemberStore {
  readonly #sql: Sql;
  readonly #grants: RememberedGrants;
  #tokenSecret: Promise<Uint8Array> | undefined;

  constructor(sql: Sql) {
    this.#sql = sql;
    this.#grants = new RememberedGrants(sql, (member) => this.#readGrants(member));
  }

  async tokenSecret(): Promise<Uint8Array> {
    this.#tokenSecret ??= this.#secret('tokenSecret').then((secret) => Buffer.from(secret, 'base64url'));
    try {
      return await this.#tokenSecret;
    } catch (cause) {
      this.#tokenSecret = undefined;
      throw cause;
    }
  }

  async firstSecret(): Promise<string | undefined> {
    const uses = await this.#sql.reading(() => redemptionsOf(FIRST_INVITATION));
    return uses === 0 ? this.#secret('firstSecret') : undefined;
  }

  async isFirstSecret(secret: string): Promise<boolean> {
    return (await this.#secret('firstSecret')) === secret;
  }

  async device(id: DeviceId): Promise<DeviceRecord | undefined> {
    return this.#sql.reading(() => deviceById(id));
  }

  async touch(id: DeviceId, at: Instant): Promise<void> {
    await this.#sql.write('UPDATE devices SET last_seen = ? WHERE id = ?', at, id);
  }

  async grants(member: MemberId): Promise<readonly HeldGrant[]> {
    return this.#grants.of(member);
  }

  async found(scope: PartnershipId, member: MemberId, at: Instant): Promise<boolean> {
    return this.#sql.transaction(() => found(scope, member, at));
  }

  async isHeld(scope: Scope): Promise<boolean> {
    return this.#sql.reading(() => isHeld(scope));
  }

  async join(plan: JoinPlan): Promise<JoinOutcome> {
    return this.#sql.transaction(() => join(plan));
  }

  async invitation(id: string): Promise<InvitationRecord | undefined> {
    return this.#sql.reading(() => invitationById(id));
  }

  async invitationByCode(codeHash: string): Promise<InvitationRecord | undefined> {
    return this.#sql.reading(() => invitationByCode(codeHash));
  }

  async register(record: InvitationRecord, codeHash: string | null): Promise<void> {
    await this.#sql.transaction(() => registerInvitation(record, codeHash));
  }

  async revokeInvitation(id: string, by: DeviceId, at: Instant): Promise<void> {
    await this.#sql.transaction(function* () {
      const revoker = (yield* deviceById(by))?.member.id;
      if (revoker !== undefined) yield* revokeInvitation(id, revoker, at);
    });
  }

  async invitations(scope: Scope, now: Instant): Promise<readonly ListedInvitation[]> {
    return this.#sql.reading(() => listInvitations(scope, now));
  }

  async members(scope: Scope): Promise<readonly ListedMember[]> {
    return this.#sql.snapshot(() => membersOf(scope));
  }

  async revokeMember(
    scope: Scope,
    member: MemberId,
    at: Instant,
  ): Promise<'done' | 'unknown' | 'lastHolder'> {
    return this.#sql.transaction(() => revokeMember(scope, member, at));
  }

  async revokeDevice(device: DeviceId, at: Instant): Promise<void> {
    await this.#sql.write('UPDATE devices SET revoked_at = ? WHERE id = ?', at, device);
  }

  async revokedSince(at: Instant): Promise<Revoked> {
    const [devices, grants] = await this.#sql.reading(function* () {
      return [
        yield* allRows('SELECT id, revoked_at FROM devices WHERE revoked_at >= ?', at),
        yield* allRows('SELECT DISTINCT member, revoked_at FROM grants WHERE revoked_at >= ?', at),
      ] as const;
    });
    return {
      devices: devices.map((row) => ({ id: decoded(row, 'id', decodeId<DeviceId>), at: revocationOf(row) })),
      members: grants.map((row) => ({
        id: decoded(row, 'member', decodeId<MemberId>),
        at: revocationOf(row),
      })),
    };
  }

  async #readGrants(member: MemberId): Promise<readonly HeldGrant[]> {
    const rows = await this.#sql.reading(() =>
      allRows('SELECT scope, role, revoked_at FROM grants WHERE member = ? ORDER BY scope, role', member),
    );
    return rows.map((row) => ({ ...grantOf(row), revoked: row['revoked_at'] !== null }));
  }

  /** 32 random bytes under a name, made by whoever asks first. */
  async #secret(key: 'tokenSecret' | 'firstSecret'): Promise<string> {
    const read = (): Steps<Row | undefined> => firstRow('SELECT value FROM meta WHERE key = ?', key);
    const known = await this.#sql.reading(read);
    if (known !== undefined) return string(known, 'value');
    const fresh = randomBytes(32).toString('base64url');
    await this.#sql.write('INSERT INTO meta (key, value) VALUES (?, ?) ON CONFLICT DO NOTHING', key, fresh);
    return string((await this.#sql.reading(read)) ?? {}, 'value');
  }
}

function* membersOf(scope: Scope): Steps<readonly ListedMember[]> {
  const holders = yield* allRows(
    `SELECT members.id, members.name, grants.role FROM grants JOIN members ON members.id = grants.member
     WHERE grants.scope = ? AND grants.revoked_at IS NULL ORDER BY members.at, members.id, grants.role`,
    scope,
  );
  const devices = yield* allRows(
    `SELECT * FROM devices WHERE member IN (SELECT member FROM grants WHERE scope = ? AND revoked_at IS NULL)
     ORDER BY last_seen DESC`,
    scope,
  );
  const devicesOf = Map.groupBy(devices, (row) => row['member']);
  return [...Map.groupBy(holders, (row) => row['id'])].map(
    ([id, rows]): ListedMember => ({
      id: decoded({ id }, 'id', decodeId<MemberId>),
      name: string(rows[0] ?? {}, 'name'),
      roles: rows.map((row) => decoded(row, 'role', oneOf(ROLES))),
      devices: (devicesOf.get(id) ?? []).map(listedDevice),
    }),
  );
}

function* revokeMember(
  scope: Scope,
  member: MemberId,
  at: Instant,
): Steps<'done' | 'unknown' | 'lastHolder'> {
  const holders = yield* allRows(
    'SELECT member, role FROM grants WHERE scope = ? AND revoked_at IS NULL',
    scope,
  );
  if (!holders.some((row) => row['member'] === member)) return 'unknown';
  // Somebody must be left who can invite the others again.
  const keeper = scope === 'programme' ? 'coordinator' : 'librarian';
  const keepers = holders.filter((row) => row['role'] === keeper);
  if (keepers.length > 0 && keepers.every((row) => row['member'] === member)) return 'lastHolder';
  yield* allRows('UPDATE grants SET revoked_at = ? WHERE scope = ? AND member = ?', at, scope, member);
  return 'done';
}

function* join(plan: JoinPlan): Steps<JoinOutcome> {
  const known = yield* deviceById(plan.device.id);
  if (known !== undefined) {
    const foreign = plan.owner.kind === 'known' && plan.owner.member !== known.member.id;
    // A device that was taken off comes back only under a new identity.
    if (known.publicKey !== plan.device.publicKey || known.revoked || foreign) return refused('deviceTaken');
  }
  const { invitation, grant } = plan;
  const id = invitation.kind === 'first' ? FIRST_INVITATION : invitation.record.id;
  if (known !== undefined && (yield* wasRedeemed(id, known.id))) {
    // The answer was lost on the way: say it again, unless what it gave was taken away in between.
    const taken = grant !== null && !(yield* holds(known.member.id, grant));
    return taken ? refused('revoked') : { kind: 'joined', member: known.member };
  }
  if (plan.founder && !(yield* found(plan.founder.scope, plan.founder.member, plan.at)))
    return refused('notAllowed');
  const use = yield* invitation.kind === 'first' ? takeFirstUse() : takeUse(invitation.record);
  if (use !== 'ok') return refused(use);
  const member = known?.member.id ?? (yield* addDevice(plan));
  if (grant !== null) yield* give(member, grant, plan.at);
  yield* noteRedemption(id, plan.device.id, plan.at);
  const joined = yield* deviceById(plan.device.id);
  if (joined === undefined) throw new Error('a device that was just added is not there');
  return { kind: 'joined', member: joined.member };
}

function* takeFirstUse(): Steps<'ok' | 'usedUp'> {
  return (yield* redemptionsOf(FIRST_INVITATION)) === 0 ? 'ok' : 'usedUp';
}

/** Returns the device's member. */
function* addDevice({ device, owner, at }: JoinPlan): Steps<MemberId> {
  if (owner.kind === 'new') {
    const { id, name } = owner.member;
    yield* allRows('INSERT INTO members (id, name, at) VALUES (?, ?, ?)', id, name, at);
  }
  const member = owner.kind === 'new' ? owner.member.id : owner.member;
  yield* allRows(
    'INSERT INTO devices (id, member, public_key, name, last_seen) VALUES (?, ?, ?, ?, ?)',
    device.id,
    member,
    device.publicKey,
    device.name,
    at,
  );
  return member;
}

function* give(member: MemberId, { scope, role }: Grant, at: Instant): Steps<void> {
  yield* allRows(
    `INSERT INTO grants (member, scope, role, at) VALUES (?, ?, ?, ?)
     ON CONFLICT (member, scope, role) DO UPDATE SET revoked_at = NULL, at = excluded.at`,
    member,
    scope,
    role,
    at,
  );
}

function* found(scope: PartnershipId, member: MemberId, at: Instant): Steps<boolean> {
  if (yield* isHeld(scope)) return false;
  yield* give(member, { scope, role: 'librarian' }, at);
  return true;
}

function* isHeld(scope: Scope): Steps<boolean> {
  return (yield* firstRow('SELECT 1 FROM grants WHERE scope = ? LIMIT 1', scope)) !== undefined;
}

function* holds(member: MemberId, { scope, role }: Grant): Steps<boolean> {
  const row = yield* firstRow(
    'SELECT revoked_at FROM grants WHERE member = ? AND scope = ? AND role = ?',
    member,
    scope,
    role,
  );
  return row !== undefined && row['revoked_at'] === null;
}

function* deviceById(id: DeviceId): Steps<DeviceRecord | undefined> {
  const row = yield* firstRow(
    `SELECT devices.member, members.name, devices.public_key, devices.revoked_at
     FROM devices JOIN members ON members.id = devices.member WHERE devices.id = ?`,
    id,
  );
  if (row === undefined) return undefined;
  return {
    id,
    member: { id: decoded(row, 'member', decodeId<MemberId>), name: string(row, 'name') },
    publicKey: string(row, 'public_key'),
    revoked: row['revoked_at'] !== null,
  };
}

function revocationOf(row: Row): Instant {
  return decoded(row, 'revoked_at', decodeInstant);
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
