import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import WebSocket from 'ws';
import { asId, type PartnershipId } from '../../src/domain/ids.ts';
import { documentName } from '../../src/schema/documentName.ts';
import { SOCKET_CLOSE } from '../../src/schema/socketFrame.ts';
import { WIRE_VERSION } from '../../src/schema/version.ts';
import type { RunningServer } from '../../sync-server/server.ts';
import type { TestDevice } from './testDevice.ts';
import { Line } from './testLine.ts';
import { coordinatorOf, joinedBy, startTestServer } from './testServer.ts';

const scope = asId<PartnershipId>('zalesie');
const plan = documentName('partnership', scope);
const register = documentName('register', scope);

let server: RunningServer;
let coordinator: TestDevice;
let librarian: TestDevice;
let partner: TestDevice;
let now: number;

beforeEach(async () => {
  now = Date.now();
  server = await startTestServer({}, { now: () => now });
  coordinator = await coordinatorOf(server);
  librarian = await joinedBy(coordinator, coordinator.invite('programme', 'librarian'));
  librarian.write(plan, 'founder', 'librarian');
  librarian.write(register, 'founder', 'librarian');
  await librarian.sync();
  partner = await joinedBy(librarian, librarian.invite(scope, 'partner'));
});
afterEach(() => server.stop());

describe('socket', () => {
  it('answers an exchange, then passes on what others store, with positions that follow on one another', async () => {
    const line = await Line.open(partner);
    line.exchange(partner, plan);
    const [answer] = (await line.exchanged()).documents;
    expect(answer).toMatchObject({ name: plan, cursor: 1 });
    const replica = partner.replica(plan);
    partner.take(replica, answer?.update ?? new Uint8Array(), 1);
    librarian.write(plan, 'vision', 'boisko');
    await librarian.sync();
    const changed = await line.next();
    expect(changed).toMatchObject({ kind: 'changed', name: plan, after: 1, cursor: 2 });
    if (changed.kind === 'changed') partner.take(replica, changed.update, changed.cursor);
    expect(partner.read(plan, 'vision')).toBe('boisko');
  });

  it('does not send a change back to the connection it came from, and to all others once', async () => {
    const [one, two] = [await Line.open(librarian), await Line.open(partner)];
    one.exchange(librarian, plan);
    await one.exchanged();
    two.exchange(partner, plan);
    await two.exchanged();
    librarian.write(plan, 'vision', 'boisko');
    one.exchange(librarian, plan);
    expect((await one.exchanged()).documents[0]?.result).toEqual({ kind: 'receipt', seq: 2 });
    expect(await one.rest()).toEqual([]);
    expect((await two.rest()).map(({ kind }) => kind)).toEqual(['changed']);
  });

  it('[G7] follows only what may be read', async () => {
    const line = await Line.open(partner);
    line.exchange(partner, plan, register);
    expect((await line.exchanged()).documents.map(({ result }) => result.kind)).toEqual(['none', 'refused']);
    librarian.write(register, 'person', 'Jan');
    await librarian.sync();
    expect(await line.rest()).toEqual([]);
  });

  it('[G7] relays awareness between those who may read, and to nobody else', async () => {
    const lines = [await Line.open(librarian), await Line.open(partner), await Line.open(coordinator)];
    const [one, two, outside] = lines;
    if (!one || !two || !outside) return;
    one.exchange(librarian, plan, register);
    await one.exchanged();
    two.exchange(partner, plan, register);
    await two.exchanged();
    const body = Uint8Array.of(1, 2, 3);
    one.send({ kind: 'awareness', name: plan, body });
    one.send({ kind: 'awareness', name: register, body });
    // Not followed, and so neither heard nor passed on.
    outside.send({ kind: 'awareness', name: plan, body: Uint8Array.of(9) });
    await outside.rest();
    expect(await one.rest()).toEqual([]);
    expect(await two.rest()).toEqual([{ kind: 'awareness', name: plan, body }]);
    one.send({ kind: 'awareness', name: plan, body: new Uint8Array(20_000) });
    expect(await one.closed()).toBe(SOCKET_CLOSE.tooLarge);
  });

  it('pushes nothing any more to a connection that has closed', async () => {
    const line = await Line.open(partner);
    line.exchange(partner, plan);
    await line.exchanged();
    line.end();
    await line.closed();
    librarian.write(plan, 'vision', 'boisko');
    expect((await librarian.sync()).get(plan)?.kind).toBe('receipt');
  });

  it('closes on a token that is forged or over, and when the first frame is another', async () => {
    const forged = new Line(server.port);
    await forged.opened();
    forged.send({ kind: 'authenticate', token: 'a.b.c' });
    expect(await forged.closed()).toBe(SOCKET_CLOSE.unauthorised);
    const hasty = new Line(server.port);
    await hasty.opened();
    hasty.exchange(partner, plan);
    expect(await hasty.closed()).toBe(SOCKET_CLOSE.unauthorised);
    now += 61 * 60_000;
    const late = new Line(server.port);
    await late.opened();
    late.send({ kind: 'authenticate', token: partner.token });
    expect(await late.closed()).toBe(SOCKET_CLOSE.unauthorised);
  });

  it('closes when the token ends, unless a fresh one of the same device came before', async () => {
    // Its last tenth of a second.
    now += 60 * 60_000 - 1_100;
    const [kept, left] = [await Line.open(partner), await Line.open(partner)];
    expect(await partner.signIn()).toBe('session');
    kept.send({ kind: 'authenticate', token: partner.token });
    expect(await kept.next()).toMatchObject({ kind: 'ready' });
    expect(await left.closed()).toBe(SOCKET_CLOSE.unauthorised);
    expect(await kept.rest()).toEqual([]);
    kept.send({ kind: 'authenticate', token: librarian.token });
    expect(await kept.closed()).toBe(SOCKET_CLOSE.unauthorised);
  });

  it('closes on a frame that is none of ours', async () => {
    for (const data of [Uint8Array.of(99), Uint8Array.of(), 'tekst', Uint8Array.of(4, 4)]) {
      const line = await Line.open(partner);
      line.sendRaw(data);
      expect(await line.closed()).toBe(SOCKET_CLOSE.malformed);
    }
    const line = await Line.open(partner);
    line.send({ kind: 'exchange', request: 1, body: Uint8Array.of(1, 2, 3) });
    expect(await line.closed()).toBe(SOCKET_CLOSE.malformed);
    const older = await Line.open(partner);
    older.send({ kind: 'exchange', request: 1, body: Uint8Array.of(0x57, WIRE_VERSION - 1) });
    expect(await older.closed()).toBe(SOCKET_CLOSE.appTooOld);
    const newer = await Line.open(partner);
    newer.send({ kind: 'exchange', request: 1, body: Uint8Array.of(0x57, WIRE_VERSION + 1) });
    expect(await newer.closed()).toBe(SOCKET_CLOSE.serverTooOld);
  });

  it('closes with the revocation of its device, and of a grant of its member', async () => {
    const lines = [await Line.open(partner), await Line.open(partner)];
    const phone = await joinedBy(
      partner,
      partner.invitation().then(({ text }) => text),
    );
    const own = await Line.open(phone);
    await partner.post('/devices/revoke', { device: phone.id });
    expect(await own.closed()).toBe(SOCKET_CLOSE.revoked);
    const list = await (await librarian.get(`/members?scope=${scope}`)).text();
    const member = /"id":"([^"]+)","name":"Anna","roles":\["partner"\]/.exec(list)?.[1];
    expect((await librarian.post('/members/revoke', { scope, member })).status).toBe(200);
    for (const line of lines) expect(await line.closed()).toBe(SOCKET_CLOSE.unauthorised);
  });

  it('refuses pages of other sites, and lets our own in', async () => {
    const status = (headers: Record<string, string>): Promise<number> =>
      new Promise((resolve) => {
        const socket = new WebSocket(`ws://127.0.0.1:${server.port}/socket`, { headers });
        socket.on('open', () => {
          socket.close();
          resolve(101);
        });
        socket.on('unexpected-response', (request, response) => {
          request.destroy();
          resolve(response.statusCode ?? 0);
        });
      });
    expect(await status({ origin: 'https://evil.example' })).toBe(403);
    expect(await status({ origin: `http://localhost:${server.port}` })).toBe(101);
    expect(await status({ origin: `http://127.0.0.1:${server.port}` })).toBe(101);
  });
});
