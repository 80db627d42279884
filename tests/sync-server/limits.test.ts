// Each limit: what goes beyond it is refused with the reason that fits, or closed with the code that does, and others go on.

import { afterEach, describe, expect, it } from 'vitest';
import { asId, type MemberId, type PartnershipId } from '../../src/domain/ids.ts';
import { type DocumentName, documentName } from '../../src/schema/documentName.ts';
import { SOCKET_CLOSE } from '../../src/schema/socketFrame.ts';
import type { UpdateResult } from '../../src/schema/wire.ts';
import { MemberDocuments } from '../../sync-server/limits/memberDocuments.ts';
import { MemberRequests } from '../../sync-server/limits/memberRequests.ts';
import type { RunningServer, ServerOptions } from '../../sync-server/server.ts';
import { openSqliteDatabase } from '../../sync-server/stores/sqliteDatabase.ts';
import { SqliteLogStore } from '../../sync-server/stores/sqliteLogStore.ts';
import type { TestDevice } from './testDevice.ts';
import { Line } from './testLine.ts';
import { coordinatorOf, joinedBy, startTestServer } from './testServer.ts';

const TRY_LATER = 1013;
const TOO_BIG = 1009;
const refused = { kind: 'refused', reason: 'tooLarge' };

let server: RunningServer | undefined;
afterEach(async () => {
  await server?.stop();
  server = undefined;
});

interface People {
  readonly one: TestDevice;
  readonly other: TestDevice;
}

/** Two librarians, each of whom may begin partnerships. */
async function start(environment: Record<string, string>, options: ServerOptions = {}): Promise<People> {
  server = await startTestServer(environment, options);
  const coordinator = await coordinatorOf(server);
  const invitation = coordinator.invite('programme', 'librarian', 2);
  return { one: await joinedBy(coordinator, invitation), other: await joinedBy(coordinator, invitation) };
}

function plan(id: string): DocumentName {
  return documentName('partnership', asId<PartnershipId>(id));
}

async function write(device: TestDevice, name: DocumentName, text = 'x'): Promise<UpdateResult | undefined> {
  device.write(name, 'key', text);
  return (await device.sync()).get(name);
}

describe('bytes', () => {
  it('a body over the limit is refused whole, and the next one is taken', async () => {
    const { one, other } = await start({
      WSPOLNIE_MAX_UPDATE_BYTES: '2000',
      WSPOLNIE_MAX_BODY_BYTES: '5000',
    });
    const answer = await one.postSync(new Uint8Array(5_001));
    expect([answer.status, await answer.json()]).toEqual([413, refused]);
    expect((await write(one, plan('a')))?.kind).toBe('receipt');
    expect((await write(other, plan('b')))?.kind).toBe('receipt');
  });

  it('a frame over the limit closes its socket with the code for it, and no other', async () => {
    const { one, other } = await start({
      WSPOLNIE_MAX_UPDATE_BYTES: '2000',
      WSPOLNIE_MAX_FRAME_BYTES: '5000',
    });
    const [line, beside] = [await Line.open(one), await Line.open(other)];
    line.sendRaw(new Uint8Array(5_001));
    expect(await line.closed()).toBe(TOO_BIG);
    expect(await beside.rest()).toEqual([]);
  });

  it('an update and a document over their limits are refused, and the documents beside them go on', async () => {
    const { one } = await start({ WSPOLNIE_MAX_UPDATE_BYTES: '2000', WSPOLNIE_MAX_DOCUMENT_BYTES: '3000' });
    one.write(plan('a'), 'key', 'x'.repeat(2_500));
    one.write(plan('b'), 'key', 'x'.repeat(1_500));
    const first = await one.sync();
    expect([first.get(plan('a')), first.get(plan('b'))?.kind]).toEqual([refused, 'receipt']);
    one.write(plan('c'), 'key', 'x');
    one.write(plan('b'), 'key', 'y'.repeat(1_600));
    const second = await one.sync();
    expect([second.get(plan('b')), second.get(plan('c'))?.kind]).toEqual([refused, 'receipt']);
  });
});

describe('documents a member', () => {
  it('begins as many as it may; what is there goes on, and so do others', async () => {
    const { one, other } = await start({ WSPOLNIE_MAX_DOCUMENTS_PER_MEMBER: '2' });
    for (const id of ['a', 'b']) expect((await write(one, plan(id)))?.kind).toBe('receipt');
    const register = documentName('register', 'a');
    expect(await write(one, register)).toEqual(refused);
    expect(await write(one, plan('c'))).toEqual(refused);
    expect((await write(one, plan('a'), 'y'))?.kind).toBe('receipt');
    expect((await write(other, plan('c')))?.kind).toBe('receipt');
  });

  it('holds for the documents of one request, and of requests side by side', async () => {
    const { one } = await start({ WSPOLNIE_MAX_DOCUMENTS_PER_MEMBER: '3' });
    for (const id of ['a', 'b', 'c', 'd', 'e']) one.write(plan(id), 'key', 'x');
    const kinds = [...(await one.sync()).values()].map(({ kind }) => kind);
    expect(kinds).toEqual(['receipt', 'receipt', 'receipt', 'refused', 'refused']);

    const store = new SqliteLogStore(openSqliteDatabase(':memory:'));
    const share = new MemberDocuments(store, 3);
    const member = asId<MemberId>('member1');
    const granted = await Promise.all([share.reserve(member, 2), share.reserve(member, 2)]);
    expect(granted).toEqual([2, 1]);
    share.settle(member, 2);
    expect(await share.left(member)).toBe(2);
    await store.close();
  });

  it('a member whose share is used up leaves no grants behind', async () => {
    const { one } = await start({ WSPOLNIE_MAX_DOCUMENTS_PER_MEMBER: '1' });
    await write(one, plan('a'));
    await write(one, plan('b'));
    expect((await one.get('/members?scope=a')).status).toBe(200);
    expect((await one.get('/members?scope=b')).status).toBe(403);
  });
});

describe('requests a member in a minute', () => {
  it('are counted by member over all devices and routes; others go on, and so does the member a minute later', async () => {
    let now = Date.now();
    const { one, other } = await start({ WSPOLNIE_MAX_REQUESTS_PER_MINUTE: '4' }, { now: () => now });
    const phone = await joinedBy(
      one,
      one.invitation().then(({ text }) => text),
    );
    for (let request = 0; request < 3; request += 1) await one.sync();
    expect((await phone.get('/members?scope=programme')).status).not.toBe(429);
    const [answer, listed] = [
      await phone.postSync(new Uint8Array()),
      await one.get('/members?scope=programme'),
    ];
    expect([answer.status, await answer.json()]).toEqual([429, { kind: 'refused', reason: 'tooOften' }]);
    expect(listed.status).toBe(429);
    expect((await write(other, plan('b')))?.kind).toBe('receipt');
    now += 60_000;
    expect((await write(one, plan('a')))?.kind).toBe('receipt');
  });

  it('exchanges over a socket and its signing in count too, and close it with "try again later"', async () => {
    const { one, other } = await start({ WSPOLNIE_MAX_REQUESTS_PER_MINUTE: '4' });
    const [line, beside] = [await Line.open(one), await Line.open(other)];
    for (let request = 0; request < 4; request += 1) line.exchange(one, plan('a'));
    for (let request = 0; request < 3; request += 1) await line.exchanged();
    expect(await line.closed()).toBe(TRY_LATER);
    expect(await beside.rest()).toEqual([]);
  });

  it('long messages count by their length, over HTTP and sockets, whatever is in them', async () => {
    const { one, other } = await start({ WSPOLNIE_MAX_REQUESTS_PER_MINUTE: '40' });
    const long = new Uint8Array(1_500_000);
    const line = await Line.open(one);
    line.sendRaw(long);
    expect(await line.closed()).toBe(SOCKET_CLOSE.malformed);
    expect((await one.postSync(long)).status).toBe(429);
    const again = new Line(server?.port ?? 0);
    await again.opened();
    again.send({ kind: 'authenticate', token: one.token });
    expect(await again.closed()).toBe(TRY_LATER);
    expect((await write(other, plan('b')))?.kind).toBe('receipt');
  });

  it('a clock that was put back locks nobody out', () => {
    let now = 1_000_000;
    const requests = new MemberRequests(1, () => now);
    const member = asId<MemberId>('member1');
    expect([requests.take(member), requests.take(member)]).toEqual([true, false]);
    now = 0;
    expect(requests.take(member)).toBe(true);
  });
});

describe('live connections a member', () => {
  it('beyond the limit are closed with "try again later"; the open ones and others go on, and a closed one makes room', async () => {
    const { one, other } = await start({ WSPOLNIE_MAX_CONNECTIONS_PER_MEMBER: '2' });
    const lines = [await Line.open(one), await Line.open(one)];
    const third = new Line(server?.port ?? 0);
    await third.opened();
    third.send({ kind: 'authenticate', token: one.token });
    expect(await third.closed()).toBe(TRY_LATER);
    for (const line of [...lines, await Line.open(other)]) expect(await line.rest()).toEqual([]);
    // A fresh token on an open socket is no further connection.
    lines[0]?.send({ kind: 'authenticate', token: one.token });
    expect(await lines[0]?.next()).toMatchObject({ kind: 'ready' });
    lines[1]?.end();
    await lines[1]?.closed();
    const again = await Line.open(one);
    expect(await again.rest()).toEqual([]);
    again.sendRaw('tekst');
    expect(await again.closed()).toBe(SOCKET_CLOSE.malformed);
  });
});
