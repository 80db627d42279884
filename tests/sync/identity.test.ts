import 'fake-indexeddb/auto';
import { afterAll, beforeEach, describe, expect, it } from 'vitest';
import { asId, type PartnershipId } from '../../src/domain/ids.ts';
import { asInstant } from '../../src/domain/time.ts';
import { type InvitationPurpose, parseInvitation } from '../../src/schema/invitation.ts';
import { DeviceDatabase } from '../../src/storage/database.ts';
import { readSetting } from '../../src/storage/settings.ts';
import { openDeviceKey } from '../../src/sync/deviceKey.ts';
import { createIdentity, type Identity } from '../../src/sync/identity.ts';
import { realTimers } from '../../src/sync/timers.ts';
import type { RunningServer } from '../../sync-server/server.ts';
import { freshName } from '../storage/testLedger.ts';
import { firstInvitation, startTestServer } from '../sync-server/testServer.ts';
import { Network } from './syncDevice.ts';

const SCOPE = asId<PartnershipId>('zalesie');
const ANNA = { deviceName: 'Tablet', memberName: 'Anna' };
const OLGA = { deviceName: 'Telefon', memberName: 'Olga' };
const DAY = 86_400_000;

let ahead = 0;
let server: RunningServer;
beforeEach(async () => {
  ahead = 0;
  await server?.stop();
  server = await startTestServer({}, { now: () => Date.now() + ahead });
});
afterAll(() => server.stop());

interface Owner {
  readonly db: DeviceDatabase;
  readonly identity: Identity;
  readonly network: Network;
  /** The same device after a restart. */
  readonly again: () => Owner;
}

function device(name = freshName(), network = new Network(), clockAhead = 0): Owner {
  const db = new DeviceDatabase(name);
  const http = { origin: `http://127.0.0.1:${server.port}`, fetch: network.fetch, timers: realTimers };
  const identity = createIdentity({ db, http, now: () => asInstant(Date.now() + clockAhead) });
  return {
    db,
    identity,
    network,
    again: () => {
      db.close();
      return device(name, network, clockAhead);
    },
  };
}

/** The coordinator, who is librarian of a partnership by founding it in an invitation. */
async function anna(): Promise<Owner> {
  const tablet = device();
  expect(await tablet.identity.redeem(firstInvitation(server), ANNA)).toMatchObject({ kind: 'joined' });
  return tablet;
}

function invite(
  { identity }: Owner,
  {
    purpose = as('librarian'),
    uses = 1,
    days = 1,
  }: { purpose?: InvitationPurpose; uses?: number; days?: number } = {},
) {
  const expiresAt = asInstant(Date.now() + days * DAY);
  return identity.makeInvitation({ purpose, title: 'Zalesie razem', uses, expiresAt });
}

function as(role: 'librarian' | 'partner' | 'facilitator'): InvitationPurpose {
  return { kind: 'role', scope: SCOPE, role };
}

describe('a device', () => {
  it('has one key that cannot be taken out of it, also when two tabs make it at once', async () => {
    const { db } = device();
    const [first, second] = await Promise.all([openDeviceKey(db), openDeviceKey(db)]);
    expect(first.publicKey).toBe(second.publicKey);
    expect(first.device).toBe(await readSetting(db, 'deviceId'));
    const stored: unknown = (await db.settings.get('identity.key'))?.value;
    expect(stored).toMatchObject({ privateKey: { extractable: false } });
    expect((await openDeviceKey(db)).publicKey).toBe(first.publicKey);
  });

  it('without a membership asks nobody for a token', async () => {
    const { identity, network } = device();
    network.cut();
    expect(await identity.token()).toEqual({ kind: 'alone' });
  });

  it('keeps its token over a restart, and takes a fresh one when it is asked to', async () => {
    const tablet = await anna();
    const first = await tablet.identity.token();
    const restarted = tablet.again();
    restarted.network.isDown = true;
    expect(await restarted.identity.token()).toEqual(first);
    expect(await restarted.identity.token('fresh')).toEqual({ kind: 'failed', reason: 'unreachable' });
    restarted.network.isDown = false;
    ahead = 1_000;
    const fresh = await restarted.identity.token('fresh');
    expect(fresh.kind).toBe('token');
    expect(fresh).not.toEqual(first);
  });

  it.each([-DAY, DAY])(
    'keeps its token as long as another with a clock that is %i ms wrong',
    async (wrong) => {
      const tablet = device(freshName(), new Network(), wrong);
      await tablet.identity.redeem(firstInvitation(server), ANNA);
      const first = await tablet.identity.token();
      tablet.network.cut();
      expect(await tablet.identity.token()).toEqual(first);
      const nextDay = device(tablet.db.name, tablet.network, wrong + DAY);
      expect(await nextDay.identity.token()).toEqual({ kind: 'failed', reason: 'unreachable' });
    },
  );

  it('signs in once, however many ask at the same time', async () => {
    const tablet = await anna();
    const [first, second] = await Promise.all([tablet.identity.token(), tablet.identity.token()]);
    expect(first).toEqual(second);
  });
});

describe('joining', () => {
  it('by a link, tells who one is and what one may do', async () => {
    const tablet = await anna();
    const { link } = await invite(tablet, { purpose: as('partner') });
    const phone = device();
    expect(await phone.identity.redeem(link, OLGA)).toMatchObject({
      kind: 'joined',
      member: { name: 'Olga' },
      grants: [{ scope: SCOPE, role: 'partner' }],
      partnershipName: 'Zalesie razem',
    });
    expect((await phone.identity.membership())?.grants).toEqual([{ scope: SCOPE, role: 'partner' }]);
    expect(await phone.identity.pendingJoins()).toEqual([]);
  });

  it('by a typed code works once the server knows of it, and forgives how it is typed', async () => {
    const tablet = await anna();
    const { code } = await invite(tablet);
    const phone = device();
    expect(await phone.identity.redeem(code, OLGA)).toEqual({ kind: 'refused', reason: 'unknown' });
    expect(await tablet.identity.tellInvitations()).toMatchObject({ kind: 'answer' });
    expect((await tablet.db.ownInvitations.toArray()).map((row) => row.isRegistered)).toEqual([1]);
    const typed = code.toLowerCase().replace('-', ' ');
    expect(await phone.identity.redeem(typed, OLGA)).toMatchObject({ kind: 'joined' });
  });

  it('tells a mistyped code without asking anybody', async () => {
    const tablet = await anna();
    const { code } = await invite(tablet);
    const wrong = code.slice(0, -1) + (code.endsWith('A') ? 'B' : 'A');
    const phone = device();
    phone.network.cut();
    expect(await phone.identity.redeem(wrong, OLGA)).toEqual({ kind: 'unreadable', reason: 'mistyped' });
    expect(await phone.identity.redeem('Zalesie', OLGA)).toEqual({ kind: 'unreadable', reason: 'malformed' });
    expect(await phone.identity.pendingJoins()).toEqual([]);
  });

  it('without a connection keeps the invitation over a restart, and completes later', async () => {
    const tablet = await anna();
    const { link } = await invite(tablet);
    const phone = device();
    phone.network.cut();
    expect(await phone.identity.redeem(link, OLGA)).toEqual({ kind: 'waiting', reason: 'unreachable' });
    const restarted = phone.again();
    expect(await restarted.identity.pendingJoins()).toMatchObject([{ memberName: 'Olga', refused: null }]);
    expect(await restarted.identity.completeJoins()).toBe(false);
    restarted.network.restore();
    expect(await restarted.identity.completeJoins()).toBe(true);
    expect(await restarted.identity.pendingJoins()).toEqual([]);
    expect((await restarted.identity.membership())?.member.name).toBe('Olga');
  });

  it('takes the sign-in page of a hotspot for no answer', async () => {
    const tablet = await anna();
    const { link } = await invite(tablet);
    const db = new DeviceDatabase(freshName());
    const portal = async () =>
      new Response('<html>Zaloguj się do Wi-Fi</html>', { headers: { 'content-type': 'text/html' } });
    const identity = createIdentity({
      db,
      http: { origin: 'http://portal.example', fetch: portal, timers: realTimers },
      now: () => asInstant(Date.now()),
    });
    expect(await identity.redeem(link, OLGA)).toEqual({ kind: 'waiting', reason: 'notTheServer' });
    expect(await identity.membership()).toBeUndefined();
  });

  it('twice, after the first answer was lost, uses the invitation once', async () => {
    const tablet = await anna();
    const { link } = await invite(tablet, { uses: 1 });
    const phone = device();
    expect(await phone.identity.redeem(link, OLGA)).toMatchObject({ kind: 'joined' });
    expect(await phone.identity.redeem(link, OLGA)).toMatchObject({ kind: 'joined' });
    expect(await device().identity.redeem(link, OLGA)).toEqual({ kind: 'refused', reason: 'usedUp' });
  });

  it('by an expired or revoked invitation is refused with its reason, which stays until it is dismissed', async () => {
    const tablet = await anna();
    const [short, called] = [await invite(tablet), await invite(tablet, { days: 9 })];
    await tablet.identity.revokeInvitation(called.invitation.id);
    ahead = 2 * DAY;
    const phone = device();
    expect(await phone.identity.redeem(short.link, OLGA)).toEqual({ kind: 'refused', reason: 'expired' });
    expect(await phone.identity.redeem(called.link, OLGA)).toEqual({ kind: 'refused', reason: 'revoked' });
    const joins = await phone.identity.pendingJoins();
    expect(joins.map((join) => join.refused)).toEqual(['expired', 'revoked']);
    for (const join of joins) await phone.identity.dismissJoin(join.invitation);
    expect(await phone.identity.pendingJoins()).toEqual([]);
  });

  it('by an invitation of a tablet that was never online completes once that tablet was', async () => {
    const tablet = device();
    // Made in the hall, before the tablet itself has joined.
    const { link } = await invite(tablet);
    const phone = device();
    expect(await phone.identity.redeem(link, OLGA)).toEqual({ kind: 'refused', reason: 'unknown' });
    await tablet.identity.redeem(firstInvitation(server), ANNA);
    expect(await phone.identity.completeJoins()).toBe(true);
    expect((await phone.identity.membership())?.grants).toEqual([{ scope: SCOPE, role: 'librarian' }]);
  });

  it('as a second device of the same person needs no name', async () => {
    const tablet = await anna();
    const { link } = await invite(tablet, { purpose: { kind: 'ownDevice' } });
    const phone = device();
    const joined = await phone.identity.redeem(link, { deviceName: 'Telefon', memberName: '' });
    expect(joined).toMatchObject({ kind: 'joined', member: { name: 'Anna' } });
    expect((await phone.identity.membership())?.member).toEqual((await tablet.identity.membership())?.member);
  });

  it('with an id that is another key’s makes this device one of its own', async () => {
    const tablet = await anna();
    const copied = device();
    await copied.db.settings.put({ key: 'deviceId', value: await readSetting(tablet.db, 'deviceId') });
    const { link } = await invite(tablet);
    expect(await copied.identity.redeem(link, OLGA)).toMatchObject({
      kind: 'joined',
      member: { name: 'Olga' },
    });
    expect(await readSetting(copied.db, 'deviceId')).not.toBe(await readSetting(tablet.db, 'deviceId'));
    expect((await copied.identity.token()).kind).toBe('token');
  });

  it('does not give up a living membership for another one by mistake', async () => {
    const tablet = await anna();
    const phone = device();
    await phone.identity.redeem((await invite(tablet)).link, OLGA);
    const before = await readSetting(phone.db, 'deviceId');
    const own = await invite(tablet, { purpose: { kind: 'ownDevice' } });
    expect(await phone.identity.redeem(own.link, OLGA)).toEqual({ kind: 'refused', reason: 'deviceTaken' });
    expect(await readSetting(phone.db, 'deviceId')).toBe(before);
    expect((await phone.identity.membership())?.member.name).toBe('Olga');
  });
});

describe('inviting', () => {
  it('needs no connection, and signs what the link says', async () => {
    const tablet = device();
    tablet.network.cut();
    const made = await invite(tablet, { uses: 30 });
    const parsed = parseInvitation(made.link);
    expect(parsed).toMatchObject({ kind: 'signed', invitation: { uses: 30, title: 'Zalesie razem' } });
    expect(await tablet.db.ownInvitations.toArray()).toMatchObject([
      { id: made.invitation.id, scope: SCOPE, role: 'librarian', isRegistered: 0, isRevoked: 0 },
    ]);
  });

  it('revoked without a connection, is revoked at the server as soon as it is reached', async () => {
    const tablet = await anna();
    const { link, invitation } = await invite(tablet);
    tablet.network.cut();
    expect(await tablet.identity.revokeInvitation(invitation.id)).toEqual({
      kind: 'failed',
      reason: 'unreachable',
    });
    const restarted = tablet.again();
    restarted.network.restore();
    expect(await restarted.identity.tellInvitations()).toMatchObject({ kind: 'answer' });
    expect(await device().identity.redeem(link, OLGA)).toEqual({ kind: 'refused', reason: 'revoked' });
  });

  it('shows what is left of an invitation, and who has come by it', async () => {
    const tablet = await anna();
    const { link, invitation } = await invite(tablet, { uses: 5 });
    await tablet.identity.tellInvitations();
    await device().identity.redeem(link, OLGA);
    expect(await tablet.identity.invitations(SCOPE)).toMatchObject({
      kind: 'answer',
      value: { invitations: [{ id: invitation.id, usesLeft: 4, state: 'open' }] },
    });
    const members = await tablet.identity.members(SCOPE);
    const names = members.kind === 'answer' ? members.value.members.map((member) => member.name) : members;
    expect(names).toEqual(expect.arrayContaining(['Olga']));
  });
});

describe('taking off', () => {
  it('a member ends what they hold in the partnership', async () => {
    const tablet = await anna();
    const phone = device();
    await phone.identity.redeem((await invite(tablet, { purpose: as('partner') })).link, OLGA);
    const olga = (await phone.identity.membership())?.member.id;
    if (olga === undefined) throw new Error('Olga has not joined');
    expect(await tablet.identity.revokeMember(SCOPE, olga)).toMatchObject({ kind: 'answer' });
    await phone.identity.token('fresh');
    expect((await phone.identity.membership())?.grants).toEqual([]);
  });

  it('oneself is refused with its reason', async () => {
    const tablet = await anna();
    const member = (await tablet.identity.membership())?.member.id;
    if (member === undefined) throw new Error('Anna has not joined');
    expect(await tablet.identity.revokeMember('programme', member)).toEqual({
      kind: 'refused',
      reason: 'oneself',
    });
  });

  it('a device of one’s own ends its sessions, and by a new invitation it becomes a new device', async () => {
    const tablet = await anna();
    const phone = device();
    await phone.identity.redeem((await invite(tablet, { purpose: { kind: 'ownDevice' } })).link, OLGA);
    const id = (await openDeviceKey(phone.db)).device;
    expect((await phone.identity.token()).kind).toBe('token');
    expect(await tablet.identity.revokeDevice(id)).toMatchObject({ kind: 'answer' });
    expect(await phone.identity.token('fresh')).toEqual({ kind: 'failed', reason: 'revoked' });
    const link = (await invite(tablet, { purpose: { kind: 'ownDevice' } })).link;
    expect(await phone.identity.redeem(link, OLGA)).toMatchObject({ kind: 'joined' });
    expect((await openDeviceKey(phone.db)).device).not.toBe(id);
    expect((await phone.identity.token()).kind).toBe('token');
  });

  it('is not taken for done when the server is not reached', async () => {
    const tablet = await anna();
    tablet.network.cut();
    expect(await tablet.identity.members(SCOPE)).toEqual({ kind: 'failed', reason: 'unreachable' });
  });
});
