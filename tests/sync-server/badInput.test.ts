// What is broken, forged or meant to wear the relay out: each has its refusal or close code, and whoever works beside it goes on.
// Beside it: limits.test.ts, http.test.ts (bombs, bodies, other sites), identity.test.ts (challenges and tokens), socket.test.ts,
// connection.test.ts (readers that do not read), content/updateContent.test.ts (updates that stand for endlessly many).

import { UnsecuredJWT } from 'jose';
import { afterEach, describe, expect, it, vi } from 'vitest';
import * as Y from 'yjs';
import { asId, type PartnershipId } from '../../src/domain/ids.ts';
import { type DocumentName, documentName } from '../../src/schema/documentName.ts';
import { encodeClientFrame, SOCKET_CLOSE } from '../../src/schema/socketFrame.ts';
import { SYNC_MEDIA_TYPE } from '../../src/schema/wire.ts';
import type { RunningServer } from '../../sync-server/server.ts';
import { randomOf } from '../sync/random.ts';
import { RawSocket } from './rawSocket.ts';
import type { TestDevice } from './testDevice.ts';
import { Line } from './testLine.ts';
import { coordinatorOf, joinedBy, startTestServer } from './testServer.ts';

const PROTOCOL_ERROR = 1002;
const POLICY = 1008;
const TRY_LATER = 1013;

const running: RunningServer[] = [];
afterEach(async () => {
  for (const server of running.splice(0)) await server.stop();
});

interface Place {
  readonly port: number;
  /** Librarians of a partnership each. */
  readonly one: TestDevice;
  readonly other: TestDevice;
}

async function start(environment: Record<string, string> = {}): Promise<Place> {
  const server = await startTestServer(environment);
  running.push(server);
  const coordinator = await coordinatorOf(server);
  const invitation = coordinator.invite('programme', 'librarian', 2);
  const one = await joinedBy(coordinator, invitation);
  const other = await joinedBy(coordinator, invitation);
  one.write(plan('one'), 'founder', 'one');
  other.write(plan('other'), 'founder', 'other');
  await one.sync();
  await other.sync();
  return { port: server.port, one, other };
}

function plan(id: string): DocumentName {
  return documentName('partnership', asId<PartnershipId>(id));
}

/** A line of somebody who has done nothing wrong, and proof that it still serves. */
async function honest(device: TestDevice): Promise<{ goesOn: () => Promise<void> }> {
  const line = await Line.open(device);
  return {
    goesOn: async () => {
      device.write(plan('other'), 'key', String(Math.random()));
      line.exchange(device, plan('other'));
      expect((await line.exchanged()).documents[0]?.result.kind).toBe('receipt');
      expect((await device.sync()).get(plan('other'))?.kind).toBe('receipt');
    },
  };
}

describe('bytes that are no message', () => {
  it('at random, by request and by frame, are malformed', async () => {
    const { one, other } = await start();
    const beside = await honest(other);
    const random = randomOf(1);
    for (let each = 0; each < 40; each += 1) {
      const rest = Array.from({ length: 2 + random.below(2_000) }, () => random.below(256));
      // Not the first byte of ours, behind which a version would be another refusal.
      const bytes = Uint8Array.of(128 + random.below(128), ...rest);
      expect((await one.postSync(bytes)).status).toBe(400);
      const line = await Line.open(one);
      line.sendRaw(bytes);
      expect(await line.closed()).toBe(SOCKET_CLOSE.malformed);
    }
    await beside.goesOn();
  });

  it('cut off anywhere, are malformed', async () => {
    const { one, other } = await start();
    const beside = await honest(other);
    const frame = encodeClientFrame({ kind: 'exchange', request: 1, body: new Uint8Array(20) });
    for (let length = 1; length < frame.length; length += 1) {
      const line = await Line.open(one);
      line.sendRaw(frame.subarray(0, length));
      expect(await line.closed()).toBe(SOCKET_CLOSE.malformed);
    }
    await beside.goesOn();
  });

  it('below the frames are answered in their protocol, and taken for nothing', async () => {
    const { port, other } = await start();
    const beside = await honest(other);
    const garbage = await RawSocket.open(port);
    garbage.write(Uint8Array.of(0, 255, 13, 10, 13, 10));
    expect(await garbage.status()).toBe(400);
    const unmasked = await RawSocket.upgraded(port);
    unmasked.write(Uint8Array.of(0x82, 1, 4));
    expect(await unmasked.closeCode()).toBe(PROTOCOL_ERROR);
    const reserved = await RawSocket.upgraded(port);
    reserved.write(Uint8Array.of(0xf2, 0x80, 0, 0, 0, 0));
    expect(await reserved.closeCode()).toBe(PROTOCOL_ERROR);
    const left = await RawSocket.upgraded(port);
    left.write(Uint8Array.of(0x82, 0xfe, 0x10));
    left.end();
    await beside.goesOn();
  });

  it('in more pieces than a message has, end the socket', async () => {
    const { port, other } = await start();
    const beside = await honest(other);
    const raw = await RawSocket.upgraded(port);
    const piece = Uint8Array.of(0x00, 0x80, 0, 0, 0, 0);
    raw.write(
      Buffer.concat([Uint8Array.of(0x02, 0x80, 0, 0, 0, 0), ...Array.from({ length: 1_100 }, () => piece)]),
    );
    expect(await raw.closeCode()).toBe(POLICY);
    await beside.goesOn();
  });
});

describe('updates that are none of ours', () => {
  it('of another shape than the app writes are stored and given like any, and what is beside them is whole', async () => {
    const { one, other } = await start();
    const { doc } = one.replica(plan('one'));
    doc.transact(() => {
      doc.getMap('meetings').set('m1', 7);
      doc.getArray('organisations').push([null, Uint8Array.of(1)]);
      doc.getText('profile').insert(0, '\uFFFF');
    });
    one.write(plan('one'), 'key', 'kept');
    expect((await one.sync()).get(plan('one'))?.kind).toBe('receipt');
    const reader = await joinedBy(one, one.invite(asId<PartnershipId>('one'), 'partner'));
    reader.replica(plan('one'));
    await reader.sync();
    expect(reader.read(plan('one'), 'key')).toBe('kept');
    await (await honest(other)).goesOn();
  });

  it('that rest on what nobody has sent withhold nothing of the others', async () => {
    const { one } = await start();
    const stray = new Y.Doc();
    stray.getMap('test').set('a', '1');
    const seen = Y.encodeStateVector(stray);
    stray.getMap('test').set('a', '2');
    one.replica(plan('one')).waiting.push(Y.encodeStateAsUpdateV2(stray, seen));
    expect((await one.sync()).get(plan('one'))?.kind).toBe('receipt');
    one.write(plan('one'), 'key', 'kept');
    expect((await one.sync()).get(plan('one'))?.kind).toBe('receipt');
    const reader = await joinedBy(one, one.invite(asId<PartnershipId>('one'), 'partner'));
    reader.replica(plan('one'));
    await reader.sync();
    expect(reader.read(plan('one'), 'key')).toBe('kept');
  });

  it('tiny ones without end are stored as far as the share of a minute goes, on whatever socket they come', async () => {
    const { one, other } = await start({ WSPOLNIE_MAX_REQUESTS_PER_MINUTE: '60' });
    const beside = await honest(other);
    // Joining and founding have taken some of it.
    const receipts = async (): Promise<number> => {
      const line = await Line.open(one);
      for (let each = 0; each < 500; each += 1) {
        one.write(plan('one'), 'key', String(each));
        line.exchange(one, plan('one'));
        one.replica(plan('one')).waiting.splice(0);
      }
      expect(await line.closed()).toBe(TRY_LATER);
      let count = 0;
      while (line.isAnythingLeft) count += (await line.next()).kind === 'exchanged' ? 1 : 0;
      return count;
    };
    const first = await receipts();
    expect(first).toBeGreaterThan(40);
    expect(first).toBeLessThan(60);
    await expect(receipts()).rejects.toThrow(`closed with ${TRY_LATER}`);
    expect((await one.get('/members?scope=one')).status).toBe(429);
    await beside.goesOn();
  });
});

describe('who somebody is not', () => {
  it("[G7] another partnership's document is neither written nor heard, by whatever frame", async () => {
    const { one, other } = await start();
    const watching = await Line.open(other);
    watching.exchange(other, plan('other'));
    await watching.exchanged();
    const line = await Line.open(one);
    one.write(plan('other'), 'key', 'foreign');
    line.exchange(one, plan('other'));
    const [answer] = (await line.exchanged()).documents;
    expect(answer).toMatchObject({ result: { kind: 'refused', reason: 'notMember' }, cursor: 0 });
    expect(answer?.update).toHaveLength(0);
    line.send({ kind: 'awareness', name: plan('other'), body: Uint8Array.of(1) });
    expect(await line.rest()).toEqual([]);
    expect(await watching.rest()).toEqual([]);
    watching.send({ kind: 'awareness', name: plan('other'), body: Uint8Array.of(1) });
    await (await honest(other)).goesOn();
    expect(await line.rest()).toEqual([]);
    await other.sync();
    expect(other.read(plan('other'), 'key')).not.toBe('foreign');
  });

  it('a token without a signature, and one of another relay, let nobody in', async () => {
    const { port, one } = await start();
    const elsewhere = await start();
    const unsigned = new UnsecuredJWT().setSubject(one.id).setExpirationTime('1h').encode();
    for (const token of [unsigned, elsewhere.one.token]) {
      const answer = await one.postSync(new Uint8Array(), { authorization: `Bearer ${token}` });
      expect(answer.status).toBe(401);
      const line = new Line(port);
      await line.opened();
      line.send({ kind: 'authenticate', token });
      expect(await line.closed()).toBe(SOCKET_CLOSE.unauthorised);
    }
  });
});

describe('those who only stand there', () => {
  it('without a word of a request give way when they are too many: the longest there first', async () => {
    const { port, other } = await start({ WSPOLNIE_MAX_NEWCOMERS: '3' });
    const beside = await honest(other);
    const silent = [];
    for (let each = 0; each < 6; each += 1) silent.push(await RawSocket.open(port));
    for (const raw of silent.slice(0, 3)) await raw.closed();
    expect(silent.map(({ isClosed }) => isClosed)).toEqual([true, true, true, false, false, false]);
    await beside.goesOn();
    for (const raw of silent) raw.end();
  });

  it('on a socket without signing in give way too, and whoever signs in is no newcomer any more', async () => {
    const { port, one, other } = await start({ WSPOLNIE_MAX_NEWCOMERS: '2' });
    const beside = await honest(other);
    const first = new Line(port);
    await first.opened();
    for (let each = 0; each < 5; each += 1) await Line.open(one);
    const rest = [new Line(port), new Line(port)];
    for (const line of rest) await line.opened();
    expect(await first.closed()).toBe(TRY_LATER);
    await beside.goesOn();
    for (const line of rest) line.end();
  });

  it('on a socket without signing in have their time', async () => {
    const { port } = await start({ WSPOLNIE_SIGN_IN_SECONDS: '1' });
    const line = new Line(port);
    await line.opened();
    expect(await line.closed()).toBe(SOCKET_CLOSE.unauthorised);
  });

  it('and begin a frame that no token needs, are cut off before it is whole', async () => {
    const { port, other } = await start();
    const beside = await honest(other);
    const raw = await RawSocket.upgraded(port);
    // A masked frame of 8 MiB, of which a little comes.
    raw.write(Buffer.from('82ff000000000080000000000000', 'hex'));
    raw.write(new Uint8Array(20_000));
    expect(await raw.closeCode()).toBe(SOCKET_CLOSE.tooLarge);
    await raw.closed();
    await beside.goesOn();
  });

  it('and announce a body without a session, are refused before it comes', async () => {
    const { port, other } = await start();
    const beside = await honest(other);
    for (const path of ['/sync', '/rotate']) {
      const raw = await RawSocket.open(port);
      raw.write(head(path, 'Bearer a.b.c'));
      expect(await raw.status()).toBe(401);
      raw.end();
    }
    for (const path of ['/auth/challenge', '/nowhere']) {
      const raw = await RawSocket.open(port);
      raw.write(head(path, ''));
      expect(await raw.status()).toBe(413);
      raw.end();
    }
    await beside.goesOn();
  });

  it('with a session have only so many bodies under way, and as many again once those are over', async () => {
    const { port, one, other } = await start({ WSPOLNIE_MAX_CONNECTIONS_PER_MEMBER: '2' });
    const beside = await honest(other);
    const slow = [];
    for (let each = 0; each < 2; each += 1) {
      const raw = await RawSocket.open(port);
      raw.write(head('/sync', `Bearer ${one.token}`));
      slow.push(raw);
    }
    const status = async (): Promise<number> => (await one.postSync(Uint8Array.of(1))).status;
    await vi.waitFor(async () => expect(await status()).toBe(429), 20_000);
    await beside.goesOn();
    for (const raw of slow) raw.end();
    await vi.waitFor(async () => expect(await status()).toBe(400), 20_000);
  });
});

/** The beginning of a request with a long body. */
function head(path: string, authorization: string): string {
  return [
    `POST ${path} HTTP/1.1`,
    'Host: localhost',
    `Content-Type: ${path.startsWith('/auth') ? 'application/json' : SYNC_MEDIA_TYPE}`,
    'Content-Length: 4000000',
    `Authorization: ${authorization}`,
    '\r\n',
  ].join('\r\n');
}
