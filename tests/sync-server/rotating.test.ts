// A rebuilt document takes the place of the one it was built from, asked for over HTTP, on a store in a folder.

import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import { asId, type PartnershipId } from '../../src/domain/ids.ts';
import { type DocumentName, documentName, nextEpoch } from '../../src/schema/documentName.ts';
import { encodeRotation } from '../../src/schema/rotation.ts';
import { decodeDone } from '../../src/schema/session.ts';
import { SYNC_MEDIA_TYPE } from '../../src/schema/wire.ts';
import type { RunningServer } from '../../sync-server/server.ts';
import type { TestDevice } from './testDevice.ts';
import { coordinatorOf, joinedBy, startTestServer } from './testServer.ts';

const scope = asId<PartnershipId>('p1');
const register = documentName('register', scope);
const SECRET = 'Anna Sekretna 600700800';

let folder: string;
let server: RunningServer;
let librarian: TestDevice;
beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'wspolnie-rotating-'));
  server = await startTestServer({ WSPOLNIE_DATA: folder });
  const coordinator = await coordinatorOf(server);
  librarian = await joinedBy(coordinator, coordinator.invite('programme', 'librarian'));
  librarian.write(register, 'anna', SECRET);
  await librarian.sync();
});
afterEach(async () => {
  await server.stop();
  rmSync(folder, { recursive: true, force: true });
});

function rebuilt(text = 'rebuilt'): Uint8Array {
  const doc = new Y.Doc();
  doc.getMap('test').set('anna', text);
  return Y.encodeStateAsUpdateV2(doc);
}

async function rotate(
  device: TestDevice,
  name: DocumentName,
  { position = 1, update = rebuilt(), incarnation = device.incarnation } = {},
): Promise<string | undefined> {
  const body = encodeRotation({ incarnation, name, position, update });
  const answer = await fetch(`${device.server}/rotate`, {
    method: 'POST',
    headers: { 'content-type': SYNC_MEDIA_TYPE, authorization: `Bearer ${device.token}` },
    body: new Uint8Array(body),
  });
  const decoded = decodeDone(await answer.json());
  return decoded?.kind === 'refused' ? decoded.reason : decoded?.kind;
}

/** Everything in the folder, as one text in which each byte is a character. */
function everyByte(): string {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => readFileSync(join(entry.parentPath, entry.name), 'latin1'))
    .join('\n');
}

describe('POST /rotate', () => {
  it('[G8] erases the former epoch from every byte of the data folder', async () => {
    // A large value lies in pages of its own, and a refused one in another table.
    librarian.write(register, 'strokes', SECRET.repeat(2_000));
    await librarian.sync();
    const broken = { name: register, cursor: 2, stateVector: new Uint8Array(), update: Buffer.from(SECRET) };
    await librarian.exchange([broken]);
    expect(everyByte()).toContain(SECRET);
    expect(await rotate(librarian, register, { position: 2 })).toBe('done');
    expect(everyByte()).not.toContain('Sekretna');
    const stale = await librarian.exchange([librarian.requestFor(librarian.replica(register))]);
    expect(stale.documents[0]?.result).toEqual({
      kind: 'refused',
      reason: 'epochOver',
      successor: nextEpoch(register),
    });
    // What a device still sends of it is not kept for repair either.
    librarian.write(register, 'late', SECRET);
    await librarian.sync();
    await librarian.exchange([broken]);
    expect(everyByte()).not.toContain('Sekretna');
    await server.stop();
    server = await startTestServer({ WSPOLNIE_DATA: folder });
    const again = librarian.movedTo(server.port);
    again.replica(nextEpoch(register));
    await again.sync();
    expect(again.read(nextEpoch(register), 'anna')).toBe('rebuilt');
  });

  it('is refused where something was written since, and by another incarnation', async () => {
    expect(await rotate(librarian, register, { position: 0 })).toBe('moved');
    librarian.write(register, 'more', 'x');
    await librarian.sync();
    expect(await rotate(librarian, register)).toBe('moved');
    expect(await rotate(librarian, register, { position: 2, incarnation: 'another' })).toBe('moved');
    expect(await rotate(librarian, register, { position: 2 })).toBe('done');
    expect(await rotate(librarian, register, { position: 2 })).toBe('epochOver');
  });

  it('[G7] is refused to those who may not write the register, for other documents, and for what is no update', async () => {
    const partner = await joinedBy(librarian, librarian.invite(scope, 'partner'));
    partner.incarnation = librarian.incarnation;
    expect(await rotate(partner, register)).toBe('notAllowed');
    const plan = documentName('partnership', scope);
    librarian.write(plan, 'title', 'x');
    await librarian.sync();
    expect(await rotate(librarian, plan)).toBe('notAllowed');
    expect(await rotate(librarian, register, { update: Uint8Array.of(9, 9) })).toBe('malformed');
    librarian.token = 'broken';
    expect(await rotate(librarian, register)).toBe('unauthorised');
  });
});
