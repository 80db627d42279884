// Two nodes, with clients on both: what they promise together, and while a node, Redis or PostgreSQL goes away.

import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import { type DocumentName, documentName, nextEpoch } from '../../../src/schema/documentName.ts';
import { encodeRotation } from '../../../src/schema/rotation.ts';
import { SOCKET_CLOSE } from '../../../src/schema/socketFrame.ts';
import { SYNC_MEDIA_TYPE } from '../../../src/schema/wire.ts';
import { Balancer } from '../../services/balancer.ts';
import type { TestDevice } from '../testDevice.ts';
import { Line } from '../testLine.ts';
import { Nodes, plan, type RelayNode, scope, syncThrough } from './nodes.ts';

/** Start-up of three kinds of process on a busy machine. */
const SLOW_MS = 120_000;

let nodes: Nodes;
let one: RelayNode;
let two: RelayNode;
let librarian: TestDevice;

beforeAll(async () => {
  nodes = await Nodes.create();
  [one, two] = await Promise.all([nodes.start(), nodes.start()]);
  librarian = await nodes.librarianAt(one);
}, SLOW_MS);
afterAll(() => nodes.stop(), SLOW_MS);

/** A device's socket that follows the plan, with everything read. */
async function following(device: TestDevice): Promise<Line> {
  const line = await Line.open(device);
  line.exchange(device, plan);
  const [document] = (await line.exchanged()).documents;
  if (document === undefined) throw new Error('no answer');
  device.take(device.replica(plan), document.update, document.cursor);
  return line;
}

/** Takes what comes until the device holds the value. */
async function hears(line: Line, device: TestDevice, key: string, value: string): Promise<void> {
  while (device.read(plan, key) !== value) {
    const frame = await line.next();
    if (frame.kind !== 'changed') continue;
    const replica = device.replica(plan);
    // A gap would make the app exchange; over one socket of a node there is none.
    expect(frame.after).toBeLessThanOrEqual(replica.cursor);
    if (frame.cursor > replica.cursor) device.take(replica, frame.update, frame.cursor);
  }
}

async function statusOf(port: number, path: string): Promise<number> {
  return (await fetch(`http://127.0.0.1:${port}${path}`)).status;
}

function rebuilt(): Uint8Array {
  const doc = new Y.Doc();
  doc.getMap('test').set('anna', 'rebuilt');
  return Y.encodeStateAsUpdateV2(doc);
}

async function rotateAt(device: TestDevice, name: DocumentName): Promise<number> {
  const { incarnation } = device;
  const position = device.replica(name).cursor;
  const answer = await fetch(`${device.server}/rotate`, {
    method: 'POST',
    headers: { 'content-type': SYNC_MEDIA_TYPE, authorization: `Bearer ${device.token}` },
    body: new Uint8Array(encodeRotation({ incarnation, name, position, update: rebuilt() })),
  });
  return answer.status;
}

describe('two nodes', () => {
  it('[G4] clients on both see each other live, in order and without gaps, and who is there', async () => {
    const [anna, ewa] = await nodes.partnersAt(librarian, one.port, two.port);
    if (anna === undefined || ewa === undefined) throw new Error('nobody joined');
    const [here, there] = [await following(anna), await following(ewa)];
    for (let turn = 0; turn < 10; turn += 1) {
      const [writer, reader, line] = turn % 2 === 0 ? [anna, ewa, there] : [ewa, anna, here];
      writer.write(plan, 'turn', String(turn));
      await syncThrough(writer);
      await hears(line, reader, 'turn', String(turn));
    }
    here.send({ kind: 'awareness', name: plan, body: Uint8Array.of(1, 2) });
    let frame = await there.next();
    while (frame.kind === 'changed') frame = await there.next();
    expect(frame).toEqual({ kind: 'awareness', name: plan, body: Uint8Array.of(1, 2) });
    for (const line of [here, there]) line.end();
  });

  it('[G8] a register that is rebuilt on one is over on the other, for those who follow it there at once', async () => {
    const register = documentName('register', scope);
    const [here, there] = [librarian.movedTo(one.port), librarian.movedTo(two.port)];
    here.write(register, 'anna', 'Anna Sekretna');
    await syncThrough(here);
    there.replica(register);
    await there.sync();
    const line = await Line.open(there);
    line.exchange(there, register);
    await line.exchanged();
    expect(await rotateAt(here, register)).toBe(200);
    let frame = await line.next();
    while (frame.kind !== 'changed' || frame.cursor < Number.MAX_SAFE_INTEGER) frame = await line.next();
    expect(frame.name).toBe(register);
    there.write(register, 'late', 'x');
    const late = await there.exchange([there.requestFor(there.replica(register))]);
    const successor = nextEpoch(register);
    expect(late.documents[0]?.result).toEqual({ kind: 'refused', reason: 'epochOver', successor });
    const reader = librarian.movedTo(two.port);
    reader.replica(successor);
    await reader.sync();
    expect(reader.read(successor, 'anna')).toBe('rebuilt');
    expect((await nodes.logOf(register)).rows).toBe(0);
    line.end();
  });

  it('signing in begins on one and ends on the other, once', async () => {
    const elsewhere = librarian.movedTo(two.port);
    const challenge = await librarian.challenge();
    const signature = await librarian.signText(challenge);
    expect(await elsewhere.signIn({ challenge, signature })).toBe('session');
    expect(await librarian.signIn({ challenge, signature })).toBe('challengeOver');
  });

  it('[G5] the same update over both at once is one row', async () => {
    const elsewhere = librarian.movedTo(two.port);
    for (let round = 0; round < 20; round += 1) {
      librarian.write(plan, 'twice', String(round));
      const request = librarian.requestFor(librarian.replica(plan));
      const answers = await Promise.all([librarian.exchange([request]), elsewhere.exchange([request])]);
      expect(answers.map(({ documents }) => documents[0]?.result.kind)).toEqual(['receipt', 'receipt']);
      await librarian.sync();
    }
    expect((await nodes.logOf(plan)).repeats).toBe(0);
  });

  it('many writers of one document on both lose nothing and repeat nothing', async () => {
    const ports = Array.from({ length: 8 }, (_, index) => (index % 2 === 0 ? one : two).port);
    const writers = await nodes.partnersAt(librarian, ...ports);
    await Promise.all(
      writers.map(async (writer, index) => {
        for (let edit = 0; edit < 15; edit += 1) {
          writer.write(plan, `writer${index}.${edit}`, 'x');
          await syncThrough(writer);
        }
      }),
    );
    await librarian.sync();
    for (let index = 0; index < writers.length; index += 1)
      for (let edit = 0; edit < 15; edit += 1)
        expect(librarian.read(plan, `writer${index}.${edit}`)).toBe('x');
    expect((await nodes.logOf(plan)).repeats).toBe(0);
  });

  it('[G7] who is taken off on one loses the connection on the other', async () => {
    const [partner] = await nodes.partnersAt(librarian, two.port);
    if (partner === undefined) throw new Error('nobody joined');
    const line = await following(partner);
    await partner.movedTo(one.port).post('/devices/revoke', { device: partner.id });
    expect(await line.closed()).toBe(SOCKET_CLOSE.revoked);
  });

  it('[G2] one of them killed: its clients go on at the other, and nothing acknowledged is lost or repeated', async () => {
    const balancer = await Balancer.start([one.port, two.port]);
    const writers = await nodes.partnersAt(librarian, ...Array.from({ length: 4 }, () => balancer.port));
    let acknowledged = 0;
    const writing = Promise.all(
      writers.map(async (writer, index) => {
        for (let edit = 0; edit < 40; edit += 1) {
          writer.write(plan, `killed${index}.${edit}`, 'x');
          await syncThrough(writer);
          acknowledged += 1;
        }
      }),
    );
    while (acknowledged < 30) await new Promise((resolve) => setTimeout(resolve, 5));
    await two.process.kill('SIGKILL');
    await writing;
    two = await nodes.start();
    const reader = librarian.movedTo(two.port);
    reader.replica(plan);
    await reader.sync();
    for (let index = 0; index < writers.length; index += 1)
      for (let edit = 0; edit < 40; edit += 1) expect(reader.read(plan, `killed${index}.${edit}`)).toBe('x');
    expect((await nodes.logOf(plan)).repeats).toBe(0);
    balancer.stop();
  });

  it('[G2] [G5] restarted one after the other while people write: no edit is lost, and none repeated', async () => {
    const balancer = await Balancer.start([one.port, two.port]);
    const writers = await nodes.partnersAt(librarian, ...Array.from({ length: 4 }, () => balancer.port));
    const notes = documentName('support', scope);
    librarian.write(notes, 'first', 'x');
    await syncThrough(librarian);
    let isOver = false;
    const written = writers.map(async (writer, index) => {
      let edit = 0;
      for (; !isOver; edit += 1) {
        writer.write(plan, `rolling${index}.${edit}`, 'x');
        await syncThrough(writer);
      }
      return edit;
    });
    for (let round = 0; round < 2; round += 1) {
      const fresh = await nodes.start();
      balancer.nodes = [fresh.port, two.port];
      expect((await one.process.kill('SIGTERM')).code).toBe(0);
      [one, two] = [two, fresh];
    }
    isOver = true;
    const counts = await Promise.all(written);
    const reader = librarian.movedTo(one.port);
    reader.replica(plan);
    await reader.sync();
    for (const [index, count] of counts.entries()) {
      expect(count).toBeGreaterThan(5);
      for (let edit = 0; edit < count; edit += 1)
        expect(reader.read(plan, `rolling${index}.${edit}`)).toBe('x');
    }
    expect((await nodes.logOf(plan)).repeats).toBe(0);
    librarian = librarian.movedTo(one.port);
    librarian.replica(plan);
    await librarian.sync();
    balancer.stop();
  });

  it('[G4] with Redis away live clients on both still come to the same, and when it is back at once again', async () => {
    const [anna, ewa] = await nodes.partnersAt(librarian, one.port, two.port);
    if (anna === undefined || ewa === undefined) throw new Error('nobody joined');
    const [here, there] = [await following(anna), await following(ewa)];
    await nodes.redis.kill();
    anna.write(plan, 'redis', 'away');
    await syncThrough(anna);
    await hears(there, ewa, 'redis', 'away');
    ewa.write(plan, 'redis', 'still away');
    await syncThrough(ewa);
    await hears(here, anna, 'redis', 'still away');
    expect([await statusOf(one.port, '/ready'), await statusOf(two.port, '/health')]).toEqual([200, 200]);
    await nodes.redis.startAgain();
    // Written while the nodes find Redis again: told, or found by looking.
    for (let turn = 0; turn < 20; turn += 1) {
      anna.write(plan, 'redis', `back ${turn}`);
      await syncThrough(anna);
      await hears(there, ewa, 'redis', `back ${turn}`);
    }
    const began = performance.now();
    for (let turn = 0; turn < 10; turn += 1) {
      anna.write(plan, 'redis', `told ${turn}`);
      await syncThrough(anna);
      await hears(there, ewa, 'redis', `told ${turn}`);
    }
    // Looking alone would take two seconds each.
    expect(performance.now() - began).toBeLessThan(10_000);
    for (const line of [here, there]) line.end();
  });

  it('[G2] [G10] PostgreSQL crashed and started again: meanwhile nothing is acknowledged, afterwards everything goes on', async () => {
    const [anna, ewa] = await nodes.partnersAt(librarian, one.port, two.port);
    if (anna === undefined || ewa === undefined) throw new Error('nobody joined');
    anna.write(plan, 'postgres', 'before');
    await syncThrough(anna);
    const line = await following(ewa);
    await nodes.postgres.crash();
    anna.write(plan, 'postgres', 'meanwhile');
    await expect(anna.sync()).rejects.toThrow('storageFailed');
    expect([await statusOf(one.port, '/ready'), await statusOf(two.port, '/ready')]).toEqual([503, 503]);
    await nodes.postgres.startAgain();
    await syncThrough(anna);
    await hears(line, ewa, 'postgres', 'meanwhile');
    const reader = librarian.movedTo(two.port);
    reader.replica(plan);
    await reader.sync();
    expect(reader.read(plan, 'postgres')).toBe('meanwhile');
    expect((await nodes.logOf(plan)).repeats).toBe(0);
    line.end();
  });
});
