// What must hold between the reading of an answer and its sending: an exchange that can be stopped at either side of it.

import { once } from 'node:events';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { type WebSocket, WebSocketServer } from 'ws';
import * as Y from 'yjs';
import { asId, type DeviceId, type MemberId, type PartnershipId } from '../../src/domain/ids.ts';
import { asInstant } from '../../src/domain/time.ts';
import { documentName } from '../../src/schema/documentName.ts';
import { grantedDocuments, listDigest } from '../../src/schema/followed.ts';
import { SCHEMA_VERSION } from '../../src/schema/version.ts';
import { encodeSyncRequest } from '../../src/schema/wire.ts';
import { type Authentication, Sessions } from '../../sync-server/auth/sessions.ts';
import { DocumentLog } from '../../sync-server/content/documentLog.ts';
import { readUpdateContent } from '../../sync-server/content/updateContent.ts';
import { type Caller, Exchange, type Exchanged } from '../../sync-server/exchange.ts';
import { LocalFanout } from '../../sync-server/fanout/localFanout.ts';
import { MemberRequests } from '../../sync-server/limits/memberRequests.ts';
import { Connection, type ConnectionRefusal } from '../../sync-server/socket/connection.ts';
import { Connections } from '../../sync-server/socket/connections.ts';
import { MemoryChallenges } from '../../sync-server/stores/memoryChallenges.ts';
import { openSqliteDatabase } from '../../sync-server/stores/sqliteDatabase.ts';
import { SqliteLogStore } from '../../sync-server/stores/sqliteLogStore.ts';
import { sqliteSql } from '../../sync-server/stores/sqliteSql.ts';
import { SqlMemberStore } from '../../sync-server/stores/sqlMemberStore.ts';
import { rowOf } from '../contracts/logStore.ts';
import { quietParts } from './exchangeParts.ts';
import { TestDevice } from './testDevice.ts';
import { Line } from './testLine.ts';

const scope = asId<PartnershipId>('zalesie');
const plan = documentName('partnership', scope);
const GRANTED = grantedDocuments([{ scope, role: 'librarian' }]);
const caller: Caller = { device: asId<DeviceId>('device1'), member: asId<MemberId>('member1') };

class OpenSessions extends Sessions {
  override authenticate(): Promise<Authentication> {
    return Promise.resolve({ kind: 'caller', caller, expiresAt: asInstant(Date.now() + 60_000) });
  }
}

/** Does `meanwhile` before the log is read for an answer, or between that and the sending. */
class InterruptedExchange extends Exchange {
  before: () => Promise<void> = async () => {};
  after: () => Promise<void> = async () => {};

  override async run(...asked: Parameters<Exchange['run']>): Promise<Exchanged> {
    await this.before();
    const exchanged = await super.run(...asked);
    await this.after();
    return exchanged;
  }
}

/** Less than one of the edits below. */
const MAX_BUFFER = 65_536;
const MAX_FRAME = 1_000_000;
const LONG = 'x'.repeat(200_000);
const limits = { signInSeconds: 10, maxSendBufferBytes: MAX_BUFFER, slowReaderSeconds: 600 };

let sockets: WebSocketServer;
let fanout: LocalFanout;
let slowReaderSeconds: number;
let refusals: ConnectionRefusal[];
let exchange: InterruptedExchange;
let documents: DocumentLog;
let connections: Connections;
let store: SqliteLogStore;
let line: Line;
let device: TestDevice;

beforeEach(async () => {
  const database = openSqliteDatabase(':memory:');
  store = new SqliteLogStore(database);
  const members = new SqlMemberStore(sqliteSql(database));
  await members.join({
    invitation: { kind: 'first' },
    device: { id: caller.device, publicKey: 'key', name: 'Tablet' },
    owner: { kind: 'new', member: { id: caller.member, name: 'Anna' } },
    grant: { scope, role: 'librarian' },
    founder: undefined,
    at: asInstant(0),
  });
  fanout = new LocalFanout();
  slowReaderSeconds = limits.slowReaderSeconds;
  refusals = [];
  documents = new DocumentLog(store, fanout);
  exchange = new InterruptedExchange({
    ...quietParts(database, store),
    store,
    members,
    documents,
    limits: { maxUpdateBytes: 1e6, maxDocumentBytes: 1e6 },
    now: Date.now,
  });
  connections = new Connections();
  sockets = new WebSocketServer({ port: 0, host: '127.0.0.1', maxPayload: MAX_FRAME });
  await once(sockets, 'listening');
  sockets.on('connection', (socket) => {
    new Connection(socket, {
      sessions: new OpenSessions(members, new MemoryChallenges(), 60, Date.now),
      exchange,
      fanout,
      connections,
      requests: new MemberRequests(1_000, Date.now),
      limits: { ...limits, slowReaderSeconds },
      incarnation: () => store.incarnation(),
      now: Date.now,
      reportFailure: (cause) => {
        throw cause;
      },
      onRefused: (reason) => refusals.push(reason),
    }).start();
  });
  const address = sockets.address();
  device = new TestDevice(typeof address === 'object' && address !== null ? address.port : 0);
  device.incarnation = store.incarnation();
  line = await Line.open(device);
});
afterEach(async () => {
  line.end();
  sockets.close();
  connections.dispose();
  await store.close();
});

/** Somebody else's edit, stored. */
async function edit(text: string): Promise<void> {
  const doc = new Y.Doc();
  doc.getText('t').insert(0, text);
  const update = Y.encodeStateAsUpdateV2(doc);
  const content = readUpdateContent(update);
  if (content === undefined) throw new Error('not an update');
  await documents.append({ ...rowOf(plan), update }, content);
}

describe('connection', () => {
  it('[G4] a change that is stored after the answer was read follows the answer', async () => {
    exchange.after = () => edit('late');
    line.exchange(device, plan);
    expect((await line.exchanged()).documents[0]).toMatchObject({ cursor: 0, result: { kind: 'none' } });
    expect(await line.rest()).toMatchObject([{ kind: 'changed', name: plan, after: 0, cursor: 1 }]);
  });

  it('a change that the answer holds already is not sent again', async () => {
    exchange.before = () => edit('early');
    line.exchange(device, plan);
    expect((await line.exchanged()).documents[0]).toMatchObject({ cursor: 1 });
    expect(await line.rest()).toEqual([]);
  });

  it('[G4] live changes keep their order around later exchanges', async () => {
    line.exchange(device, plan);
    await line.exchanged();
    await edit('one');
    exchange.before = () => edit('two');
    exchange.after = () => edit('three');
    line.exchange(device, plan);
    expect(await line.next()).toMatchObject({ kind: 'changed', after: 0, cursor: 1 });
    expect((await line.exchanged()).documents[0]).toMatchObject({ cursor: 2 });
    expect(await line.rest()).toMatchObject([{ kind: 'changed', after: 2, cursor: 3 }]);
  });

  it('exchanges are answered one after the other, in their order', async () => {
    const order: string[] = [];
    exchange.before = async () => {
      order.push('begins');
      await new Promise((resolve) => setImmediate(resolve));
    };
    exchange.after = async () => {
      order.push('ends');
    };
    for (let request = 0; request < 3; request += 1) line.exchange(device, plan);
    const frames = [await line.next(), await line.next(), await line.next()];
    expect(frames).toMatchObject([{ request: 1 }, { request: 2 }, { request: 3 }]);
    expect(order).toEqual(['begins', 'ends', 'begins', 'ends', 'begins', 'ends']);
  });
});

describe('a reader that does not keep up', () => {
  /** The server's end of the last socket that was opened. */
  function serverEnd(): WebSocket {
    const end = [...sockets.clients].at(-1);
    if (end === undefined) throw new Error('nobody is connected');
    return end;
  }

  /** Stores edits until the system takes no more of them for the reader; however much its buffers hold. */
  async function fill(end: WebSocket): Promise<number> {
    let edits = 0;
    while (end.bufferedAmount <= MAX_BUFFER) {
      edits += 1;
      await edit(LONG);
    }
    return edits;
  }

  it('[G4] is not queued for: what is left out it learns from the log, with room again', async () => {
    line.exchange(device, plan);
    await line.exchanged();
    line.pause();
    const end = serverEnd();
    const told = await fill(end);
    const full = end.bufferedAmount;
    for (let each = 0; each < 20; each += 1) await edit(LONG);
    expect(end.bufferedAmount).toBe(full);
    expect(full).toBeLessThan(MAX_BUFFER + 2 * LONG.length);
    line.resume();
    for (let seq = 1; seq <= told; seq += 1)
      expect(await line.next()).toMatchObject({ kind: 'changed', after: seq - 1, cursor: seq });
    const last = told + 20;
    const gap = { kind: 'changed', name: plan, after: last, cursor: last, update: new Uint8Array() };
    expect(await line.next()).toEqual(gap);
    // Live again from there on.
    await edit('after');
    expect(await line.next()).toMatchObject({ kind: 'changed', after: last, cursor: last + 1 });
    line.exchange(device, plan);
    expect((await line.exchanged()).documents[0]?.update.length).toBeGreaterThan(LONG.length);
    expect(refusals).toEqual([]);
  });

  it('is cut off with "try again later" when it leaves no room for too long, and nothing is followed for it', async () => {
    slowReaderSeconds = 0.05;
    const slow = await Line.open(device);
    slow.exchange(device, plan);
    await slow.exchanged();
    slow.pause();
    await fill(serverEnd());
    await edit(LONG);
    await vi.waitFor(() => expect(refusals).toEqual(['slowReader']), 20_000);
    expect(fanout.size).toBe(0);
    slow.resume();
    expect(await slow.closed()).toBe(1013);
    expect(await line.rest()).toEqual([]);
  });

  it('is not answered while it does not read, and then in order', async () => {
    for (let each = 0; each < 10; each += 1) await edit(LONG);
    line.pause();
    const end = serverEnd();
    const waiting: number[] = [];
    exchange.before = async () => {
      waiting.push(end.bufferedAmount);
    };
    const asked = 40;
    for (let request = 0; request < asked; request += 1) line.exchange(device, plan);
    await vi.waitFor(() => expect(end.bufferedAmount).toBeGreaterThan(MAX_BUFFER), 20_000);
    line.resume();
    for (let request = 1; request <= asked; request += 1)
      expect(await line.next()).toMatchObject({ kind: 'exchanged', request });
    expect(Math.max(...waiting)).toBeLessThanOrEqual(MAX_BUFFER);
    expect(waiting).toHaveLength(asked);
  });
});

describe('a connection', () => {
  it('that closes while it is being answered leaves nobody following', async () => {
    exchange.before = async () => {
      line.end();
      await vi.waitFor(() => expect(connections.size).toBe(0), 20_000);
    };
    const over = new Promise<void>((resolve) => {
      exchange.after = async () => resolve();
    });
    // Which documents these are the relay finds out only then.
    const followed = { digest: listDigest(GRANTED), cursors: GRANTED.map(() => 0) };
    const asking = {
      schemaVersion: SCHEMA_VERSION,
      incarnation: '',
      room: 1_000_000,
      followed,
      documents: [],
    };
    line.send({ kind: 'exchange', request: 1, body: encodeSyncRequest(asking) });
    await over;
    await vi.waitFor(() => expect(fanout.size).toBe(0), 20_000);
  });

  it('whose socket has refused a frame is none any more, also before the other end has said goodbye', async () => {
    line.pause();
    line.sendRaw(new Uint8Array(MAX_FRAME + 1));
    await vi.waitFor(() => expect(connections.size).toBe(0), 20_000);
    line.resume();
    expect(await line.closed()).toBe(1009);
  });

  it('answers no more signs of life than people need, and goes on', async () => {
    for (let each = 0; each < 1_000; each += 1) line.send({ kind: 'ping' });
    line.exchange(device, plan);
    let pongs = 0;
    for (let frame = await line.next(); frame.kind !== 'exchanged'; frame = await line.next()) pongs += 1;
    expect(pongs).toBeGreaterThan(0);
    expect(pongs).toBeLessThan(1_000);
  });
});
