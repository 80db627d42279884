import 'fake-indexeddb/auto';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { beginPartnership } from '../../src/documents/partnershipCommands.ts';
import { addPersons } from '../../src/documents/registerCommands.ts';
import { asId, type PartnershipId, type PersonId } from '../../src/domain/ids.ts';
import { asInstant } from '../../src/domain/time.ts';
import { documentName } from '../../src/schema/documentName.ts';
import type { InvitationPurpose } from '../../src/schema/invitation.ts';
import { emptyPartnership } from '../../src/schema/partnershipRecords.ts';
import type { DocumentChange } from '../../src/storage/ledger.ts';
import { httpTo } from '../../src/sync/http.ts';
import { visitOnce } from '../../src/sync/visit.ts';
import type { RunningServer } from '../../sync-server/server.ts';
import { firstInvitation, startTestServer } from '../sync-server/testServer.ts';
import { type DeviceOptions, type DeviceTab, Network, openDevice } from './syncDevice.ts';

const SCOPE = asId<PartnershipId>('zalesie');
const PROFILE = documentName('partnership', SCOPE);
const REGISTER = documentName('register', SCOPE);
const AS_LIBRARIAN: InvitationPurpose = { kind: 'role', scope: SCOPE, role: 'librarian' };
const ANNA = { deviceName: 'Tablet', memberName: 'Anna' };
const OLGA = { deviceName: 'Telefon', memberName: 'Olga' };

const ends: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const end of ends.splice(0).toReversed()) await end();
});

async function serve(...options: Parameters<typeof startTestServer>): Promise<RunningServer> {
  const server = await startTestServer(...options);
  ends.push(server.stop);
  return server;
}

function originOf(server: RunningServer): string {
  return `http://127.0.0.1:${server.port}`;
}

type Options = Omit<DeviceOptions, 'origin'>;

function device(origin: string, options: Options = {}): DeviceTab {
  const tab = openDevice({ origin, ...options });
  ends.push(tab.close);
  return tab;
}

function person(id: string): DocumentChange {
  const record = {
    id: asId<PersonId>(id),
    name: id,
    createdAt: asInstant(1),
    phone: '',
    email: '',
    representation: undefined,
  };
  return { name: REGISTER, run: (doc) => addPersons(doc, [record]) };
}

const founding: DocumentChange = {
  name: PROFILE,
  run: (doc) => beginPartnership(doc, { ...emptyPartnership(SCOPE, asInstant(5)), name: 'Zalesie razem' }),
};

async function join(tab: DeviceTab, text: string, names = OLGA): Promise<void> {
  expect(await tab.identity.redeem(text, names)).toMatchObject({ kind: 'joined' });
}

/** The first coordinator's tablet, with a partnership that the server has. */
async function founder(server: RunningServer, options: Options = {}): Promise<DeviceTab> {
  const tablet = device(originOf(server), options);
  await join(tablet, firstInvitation(server), ANNA);
  await tablet.ledger.write([founding, person('anna')]);
  await allSent(tablet);
  return tablet;
}

async function invite(tab: DeviceTab, purpose = AS_LIBRARIAN, uses = 1) {
  const expiresAt = asInstant(Date.now() + 86_400_000);
  return tab.identity.makeInvitation({ purpose, title: 'Zalesie razem', uses, expiresAt });
}

const within = { timeout: 20_000, interval: 10 };

async function allSent(tab: DeviceTab): Promise<void> {
  await vi.waitFor(
    async () => expect(await tab.db.documents.where('unsent').equals(1).count()).toBe(0),
    within,
  );
}

async function has(tab: DeviceTab, id: string): Promise<void> {
  await vi.waitFor(async () => expect(await tab.db.persons.get(id)).toBeDefined(), within);
}

async function online(tab: DeviceTab): Promise<void> {
  await vi.waitFor(() => expect(tab.sync.status.getState().connection.kind).toBe('online'), within);
}

describe('two devices and a relay', () => {
  it('a device that never joined works alone and sends nothing', async () => {
    const server = await serve();
    const network = new Network();
    const tablet = device(originOf(server), { network });
    await tablet.ledger.write([founding]);
    await vi.waitFor(() => expect(tablet.sync.status.getState().connection.kind).toBe('noServer'), within);
    expect(await tablet.sync.sendNow()).toEqual({ kind: 'noServer' });
    expect(network.posts + network.sockets).toBe(0);
  });

  it('a service worker that is woken makes a whole visit without a page', async () => {
    const server = await serve();
    const tablet = device(originOf(server));
    await join(tablet, firstInvitation(server), ANNA);
    tablet.sync.dispose();
    await tablet.ledger.write([founding, person('anna')]);
    const { db, failures } = tablet;
    const { replicas } = tablet.ledger;
    const http = httpTo(originOf(server));
    const reportFailure = (failure: unknown) => failures.push(failure);
    const worker = { db, replicas, http, now: () => asInstant(Date.now()), reportFailure };
    expect(await visitOnce(worker)).toEqual({ kind: 'sent', documents: 2, received: 0, refused: [] });
    expect(await db.persons.where('unsent').equals(1).count()).toBe(0);
    const nobody = { ...worker, http: httpTo('http://127.0.0.1:1') };
    expect(await visitOnce(nobody)).toEqual({ kind: 'failed', reason: 'unreachable' });
  });

  it('[G4] what was there before joining is sent, an invited device gets it, and both see each change live', async () => {
    const server = await serve();
    const tablet = device(originOf(server));
    await tablet.ledger.write([founding, person('anna')]);
    await join(tablet, firstInvitation(server), ANNA);
    await allSent(tablet);
    expect((await tablet.identity.membership())?.member.name).toBe('Anna');

    const phone = device(originOf(server));
    await join(phone, (await invite(tablet)).link);
    await has(phone, 'anna');
    expect((await phone.db.partnerships.toArray()).map((row) => row.name)).toEqual(['Zalesie razem']);

    await phone.ledger.write([person('olga')]);
    await has(tablet, 'olga');
    await tablet.ledger.write([person('bogdan')]);
    await has(phone, 'bogdan');
    await allSent(phone);
    expect(await phone.sync.sendNow()).toEqual({ kind: 'sent', documents: 0, received: 0, refused: [] });
    expect([...tablet.failures, ...phone.failures]).toEqual([]);
  });

  it('[G7] a partner is given the partnership and not its persons', async () => {
    const server = await serve();
    const tablet = await founder(server);
    const phone = device(originOf(server));
    await join(phone, (await invite(tablet, { kind: 'role', scope: SCOPE, role: 'partner' })).link);
    await vi.waitFor(async () => expect(await phone.db.partnerships.count()).toBe(1), within);
    await phone.sync.sendNow();
    expect((await phone.db.documents.toArray()).map((row) => row.name)).toEqual([
      PROFILE,
      'programme:prb-3@0',
    ]);
    expect(await phone.db.persons.count()).toBe(0);
  });

  it('[G7] who was taken off a partnership is told at the next visit, while the token is still good', async () => {
    const server = await serve();
    const tablet = await founder(server);
    const phone = device(originOf(server));
    await join(phone, (await invite(tablet)).link);
    await has(phone, 'anna');
    await phone.sync.sendNow();
    phone.sync.dispose();
    const member = (await phone.identity.membership())?.member.id;
    if (member === undefined) throw new Error('the phone has not joined');
    expect(await tablet.identity.revokeMember(SCOPE, member)).toMatchObject({ kind: 'answer' });
    const { db, failures } = phone;
    const result = await visitOnce({
      db,
      replicas: phone.ledger.replicas,
      http: httpTo(originOf(server)),
      now: () => asInstant(Date.now()),
      reportFailure: (failure) => failures.push(failure),
    });
    const refused = [PROFILE, REGISTER].map((name) => ({ name, reason: 'revoked' }));
    expect(result).toMatchObject({ kind: 'sent' });
    expect(result.kind === 'sent' && result.refused).toEqual(expect.arrayContaining(refused));
    expect((await phone.identity.membership())?.grants).toEqual([]);
  });

  it('[G6] what a device may not write is kept aside, told as refused, and the rest goes on', async () => {
    const server = await serve();
    const tablet = await founder(server);
    const phone = device(originOf(server));
    await join(phone, (await invite(tablet, { kind: 'role', scope: SCOPE, role: 'partner' })).link);
    await online(phone);
    await phone.ledger.write([
      person('intruz'),
      { name: PROFILE, run: (doc) => doc.getMap('profile').set('gmina', 'Zalesie') },
    ]);
    const result = await phone.sync.sendNow();
    expect(result).toMatchObject({ kind: 'sent', refused: [{ name: REGISTER, reason: 'notMember' }] });
    expect((await phone.db.refused.toArray()).map((row) => row.reason)).toEqual(['notMember']);
    await vi.waitFor(
      async () => expect((await tablet.db.partnerships.get(SCOPE))?.gmina).toBe('Zalesie'),
      within,
    );
  });

  it('[G3] a day without a connection leaves at once when it is back, and is told as waiting until then', async () => {
    const server = await serve();
    const network = new Network();
    const tablet = await founder(server, { network });
    await online(tablet);
    network.cut();
    for (const id of ['celina', 'darek', 'ewa']) await tablet.ledger.write([person(id)]);
    await vi.waitFor(() => expect(tablet.sync.status.getState().connection.kind).toBe('offline'), within);
    expect(await tablet.sync.sendNow()).toEqual({ kind: 'failed', reason: 'unreachable' });
    expect(tablet.sync.status.getState().exchange).toMatchObject({ kind: 'failed', reason: 'unreachable' });
    expect(await tablet.db.persons.where('unsent').equals(1).count()).toBe(3);

    network.restore();
    tablet.wake();
    await allSent(tablet);
    await online(tablet);
    expect(tablet.sync.status.getState().exchange).toEqual({ kind: 'idle' });
  });

  it('polls where sockets are blocked, and sends each change at once all the same', async () => {
    const server = await serve();
    const network = new Network();
    network.areSocketsBlocked = true;
    const tablet = await founder(server, { network });
    await online(tablet);
    await tablet.ledger.write([person('celina')]);
    await allSent(tablet);
    expect(network.sockets).toBe(0);
    expect(network.posts).toBeGreaterThan(1);
  });

  it('takes a new token by itself when the server calls the old one over', async () => {
    let ahead = 0;
    const server = await serve({}, { now: () => Date.now() + ahead });
    const tablet = await founder(server);
    await online(tablet);
    ahead = 2 * 60 * 60_000;
    expect(await tablet.sync.sendNow()).toMatchObject({ kind: 'sent' });
    tablet.wake();
    await tablet.ledger.write([person('celina')]);
    await allSent(tablet);
  });

  it('works with a clock that is a day wrong, and says by how much', async () => {
    const server = await serve();
    const day = 24 * 60;
    const tablet = await founder(server, { now: () => asInstant(Date.now() + day * 60_000) });
    expect(tablet.sync.status.getState().clockSkewMinutes).toBe(day);
    expect(await tablet.sync.sendNow()).toMatchObject({ kind: 'sent' });
  });

  it('[G2] sends again by itself what a server lost that was restored from an older state', async () => {
    const old = await startTestServer();
    const network = new Network();
    const tablet = device(originOf(old), { network });
    await join(tablet, firstInvitation(old), ANNA);
    await tablet.ledger.write([founding, person('anna')]);
    await allSent(tablet);
    network.cut();
    await old.stop();

    // The same address, an empty store: the device is not even known, and comes back by a new first link.
    const fresh = await serve({ WSPOLNIE_PORT: String(old.port) });
    network.restore();
    tablet.wake();
    await vi.waitFor(
      () => expect(tablet.sync.status.getState().exchange).toMatchObject({ reason: 'unknownDevice' }),
      within,
    );
    await join(tablet, firstInvitation(fresh), ANNA);
    await vi.waitFor(async () => {
      expect(await tablet.db.documents.where('unsent').equals(1).count()).toBe(0);
      expect(tablet.sync.status.getState().connection.kind).toBe('online');
    }, within);
    const other = device(originOf(fresh));
    await join(other, (await invite(tablet)).link);
    await has(other, 'anna');
  });

  it('shows to one editor who else is at a document', async () => {
    const server = await serve();
    const tablet = await founder(server);
    const phone = device(originOf(server));
    await join(phone, (await invite(tablet)).link);
    await has(phone, 'anna');
    await online(phone);
    const [hers, theirs] = [tablet.sync.awareness(PROFILE), phone.sync.awareness(PROFILE)];
    await vi.waitFor(() => {
      hers.set({ name: 'Anna' });
      expect([...theirs.states().values()]).toContainEqual({ name: 'Anna' });
    }, within);
    hers.release();
    await vi.waitFor(() => expect(theirs.states().size).toBe(0), within);
    theirs.release();
  });
});

describe('tabs of one device', () => {
  it('share one connection; another takes over when the leading one closes', async () => {
    const server = await serve();
    const network = new Network();
    const first = await founder(server, { network });
    await online(first);
    const second = device(originOf(server), { network, name: first.db.name });
    await online(second);
    expect(network.sockets).toBe(1);
    expect(await second.sync.sendNow()).toMatchObject({ kind: 'sent' });

    await second.ledger.write([person('celina')]);
    await allSent(second);
    expect(network.sockets).toBe(1);

    const other = device(originOf(server));
    await join(other, (await invite(second)).link);
    await online(other);
    const [here, there] = [second.sync.awareness(PROFILE), other.sync.awareness(PROFILE)];
    await vi.waitFor(() => {
      here.set({ name: 'Anna' });
      expect([...there.states().values()]).toContainEqual({ name: 'Anna' });
    }, within);
    await vi.waitFor(() => {
      there.set({ name: 'Olga' });
      expect([...here.states().values()]).toContainEqual({ name: 'Olga' });
    }, within);

    first.sync.dispose();
    await vi.waitFor(() => expect(network.sockets).toBe(2), within);
    await second.ledger.write([person('darek')]);
    await allSent(second);
  });

  it('[G10] show how it stands from the first moment, also while the leading one has nothing new to tell', async () => {
    const server = await serve();
    const first = await founder(server);
    await online(first);
    await allSent(first);
    // Until everything that it tells by itself is told.
    await new Promise((resolve) => setTimeout(resolve, 500));
    const second = device(originOf(server), { name: first.db.name });
    await online(second);
    expect(second.sync.status.getState()).toEqual(first.sync.status.getState());
  });

  it('each exchange on their own where the browser has no locks', async () => {
    const server = await serve();
    const network = new Network();
    const first = await founder(server, { network, environment: { locks: undefined } });
    const second = device(originOf(server), {
      network,
      name: first.db.name,
      environment: { locks: undefined },
    });
    await online(second);
    await vi.waitFor(() => expect(network.sockets).toBe(2), within);
    await second.ledger.write([person('celina')]);
    await allSent(second);
    expect([...first.failures, ...second.failures]).toEqual([]);
  });
});
