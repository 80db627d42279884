// The drill: a person is erased from a register that an offline tablet still holds, with unsent work on it; then an older
// backup of the server is put back. Real relay in a folder, whole devices, and a scan of every byte that any of them keeps.

import 'fake-indexeddb/auto';
import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { recordSignature } from '../../src/documents/attendanceCommands.ts';
import { beginPartnership } from '../../src/documents/partnershipCommands.ts';
import { rebuildWithout } from '../../src/documents/rebuildWithout.ts';
import { addPersons, beginRegister, editContact } from '../../src/documents/registerCommands.ts';
import {
  asId,
  type DeviceId,
  type MeetingId,
  type PartnershipId,
  type PersonId,
  type SealId,
  type SignatureId,
} from '../../src/domain/ids.ts';
import type { Stroke } from '../../src/domain/signature.ts';
import { asInstant } from '../../src/domain/time.ts';
import { documentName } from '../../src/schema/documentName.ts';
import { emptyPartnership } from '../../src/schema/partnershipRecords.ts';
import { encodeStrokes } from '../../src/schema/strokes.ts';
import type { DocumentChange } from '../../src/storage/ledger.ts';
import { eraseAtServer } from '../../src/sync/erasing.ts';
import { realTimers } from '../../src/sync/timers.ts';
import type { RunningServer } from '../../sync-server/server.ts';
import { firstInvitation, startTestServer } from '../sync-server/testServer.ts';
import { bytesOfDatabases, bytesOfFolder, disguises } from './everyByte.ts';
import { type DeviceTab, Network, openDevice } from './syncDevice.ts';

const SCOPE = asId<PartnershipId>('zalesie');
const REGISTER = documentName('register', SCOPE);
const REBUILT = documentName('register', SCOPE, 1);
const [ANNA, BOGDAN] = [asId<PersonId>('anna'), asId<PersonId>('bogdan')];
const DEVICE = asId<DeviceId>('tablet');

const drawn = (seed: number): readonly Stroke[] => [
  Array.from({ length: 20 }, (_each, index) => ({
    x: (seed * 37 + index * 131) % 3_000,
    y: (seed + index * 47) % 1_000,
  })),
];
const STROKES = { anna: drawn(11), annaLate: drawn(523), bogdan: drawn(877) };
const SECRETS = [
  'Anna Sekretna',
  'Anna Sekretna-Poprawiona',
  '600700801',
  '600700802',
  'anna@sekret.example',
  encodeStrokes(STROKES.anna),
  encodeStrokes(STROKES.annaLate),
].flatMap(disguises);

const ends: (() => Promise<void> | void)[] = [];
let folder: string;
let backup: string;
let server: RunningServer;
beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'wspolnie-erasing-'));
  backup = mkdtempSync(join(tmpdir(), 'wspolnie-backup-'));
  ends.push(() => [folder, backup].forEach((each) => rmSync(each, { recursive: true, force: true })));
  server = await startTestServer({ WSPOLNIE_DATA: folder });
});
afterEach(async () => {
  await server.stop();
  for (const end of ends.splice(0).toReversed()) await end();
});

function device(network = new Network()): DeviceTab {
  const tab = openDevice({ origin: `http://127.0.0.1:${server.port}`, network });
  ends.push(tab.close);
  return tab;
}

const inRegister = (run: DocumentChange['run']): DocumentChange => ({ name: REGISTER, run });

function person(id: PersonId, name: string, phone = '', email = ''): DocumentChange {
  const record = { id, name, createdAt: asInstant(1), phone, email, representation: undefined };
  return inRegister((doc) => addPersons(doc, [record]));
}

function signing(id: string, personId: PersonId, strokes: readonly Stroke[], meeting = 'm1'): DocumentChange {
  const fields = { meetingId: asId<MeetingId>(meeting), personId, at: asInstant(2), deviceId: DEVICE };
  return inRegister((doc) =>
    recordSignature(
      doc,
      { ...fields, id: asId<SignatureId>(id), content: { kind: 'drawn', strokes }, voidedAt: undefined },
      { ...fields, presence: 'present', origin: 'self', correction: undefined },
    ),
  );
}

const within = { timeout: 30_000, interval: 20 };

async function settled(...tabs: DeviceTab[]): Promise<void> {
  await vi.waitFor(async () => {
    for (const { db } of tabs) expect(await db.documents.where('unsent').equals(1).count()).toBe(0);
  }, within);
}

/** The animator's tablet and a second one, both with everything that the server has. */
async function twoTablets(): Promise<{ animator: DeviceTab; tablet: DeviceTab; network: Network }> {
  const animator = device();
  await animator.identity.redeem(firstInvitation(server), { deviceName: 'Laptop', memberName: 'Maria' });
  await animator.ledger.write([
    {
      name: documentName('partnership', SCOPE),
      run: (doc) => beginPartnership(doc, { ...emptyPartnership(SCOPE, asInstant(5)), name: 'Zalesie' }),
    },
    inRegister(beginRegister),
    person(ANNA, 'Anna Sekretna', '600700801', 'anna@sekret.example'),
    person(BOGDAN, 'Bogdan Jawny'),
    signing('s1', ANNA, STROKES.anna),
  ]);
  await settled(animator);
  const made = await animator.identity.makeInvitation({
    purpose: { kind: 'role', scope: SCOPE, role: 'librarian' },
    title: 'Zalesie',
    uses: 2,
    expiresAt: asInstant(Date.now() + 86_400_000),
  });
  const network = new Network();
  const tablet = device(network);
  await tablet.identity.redeem(made.link, { deviceName: 'Tablet', memberName: 'Olga' });
  await vi.waitFor(async () => expect(await tablet.db.signatures.get('s1')).toBeDefined(), within);
  return { animator, tablet, network };
}

/** What is written in the hall, without internet. */
async function workOffline(tablet: DeviceTab): Promise<void> {
  await tablet.ledger.write([
    inRegister((doc) => editContact(doc, ANNA, { phone: '600700802' })),
    signing('s2', ANNA, STROKES.annaLate, 'm2'),
    signing('s3', BOGDAN, STROKES.bogdan, 'm2'),
    person(asId<PersonId>('celina'), 'Celina Nowa'),
  ]);
  await tablet.db.drafts.put({ key: `m3.${ANNA}`, strokes: STROKES.annaLate });
  await tablet.db.refused.add({
    doc: REGISTER,
    reason: 'tooLarge',
    update: encodeStrokes(STROKES.anna),
    at: asInstant(3),
  });
}

function erase(tab: DeviceTab, network: Pick<Network, 'fetch'> = new Network()) {
  return eraseAtServer({
    replicas: tab.ledger.replicas,
    identity: tab.identity,
    http: { origin: `http://127.0.0.1:${server.port}`, fetch: network.fetch, timers: realTimers },
    name: REGISTER,
    rebuild: (doc, epoch) =>
      rebuildWithout(doc, {
        persons: [ANNA],
        at: asInstant(9),
        epoch,
        lists: [],
        seal: { by: 'Maria', deviceId: DEVICE, newId: () => asId<SealId>('never') },
      }),
    reportFailure: (failure) => tab.failures.push(failure),
  });
}

/** Both are in the new epoch, with everything that was written in the hall, and nothing waits. */
async function movedOn(...tabs: DeviceTab[]): Promise<void> {
  await vi.waitFor(async () => {
    for (const { db } of tabs) {
      const names = await db.documents.where('partnershipId').equals(SCOPE).primaryKeys();
      expect(names.filter((name) => name.startsWith('register'))).toEqual([REBUILT]);
      expect(await db.signatures.get('s3')).toMatchObject({
        content: { kind: 'drawn', strokes: STROKES.bogdan },
      });
      expect(await db.signatures.get('s2')).toMatchObject({
        content: { kind: 'confirmed', reason: 'erased' },
      });
      expect(await db.attendance.get('m2.anna')).toMatchObject({ presence: 'present' });
      expect(await db.persons.get('celina')).toMatchObject({ name: 'Celina Nowa' });
      expect(await db.persons.get('anna')).toMatchObject({ name: '', erasedAt: 9, isHidden: true });
      expect(await db.contacts.get('anna')).toBeUndefined();
    }
  }, within);
  await settled(...tabs);
}

async function expectErased(): Promise<void> {
  await vi.waitFor(async () => {
    const databases = await bytesOfDatabases();
    expect(SECRETS.filter((secret) => databases.includes(secret))).toEqual([]);
  }, within);
}

function expectErasedIn(data: string): void {
  const bytes = bytesOfFolder(data);
  expect(SECRETS.filter((secret) => bytes.includes(secret))).toEqual([]);
}

describe('erasing a person', () => {
  it('[G8] [G3] reaches every byte of server and devices, and the unsent work of an offline tablet arrives', async () => {
    const { animator, tablet, network } = await twoTablets();
    network.cut();
    await workOffline(tablet);
    const before = await bytesOfDatabases();
    // Otherwise the scan would prove nothing.
    for (const secret of ['600700802', 'Anna Sekretna']) expect(before).toContain(secret);
    for (const strokes of [STROKES.anna, STROKES.annaLate])
      expect(before).toContain(Buffer.from(encodeStrokes(strokes)).toString('latin1'));
    expect(bytesOfFolder(folder)).toContain('Anna Sekretna');

    expect(await erase(animator)).toEqual({ kind: 'erased' });
    expectErasedIn(folder);
    network.restore();
    tablet.wake();
    await movedOn(tablet, animator);
    await expectErased();
    expectErasedIn(folder);
    expect([...animator.failures, ...tablet.failures]).toEqual([]);
  }, 90_000);

  it('[G8] holds after an older backup of the server is put back, also for a tablet that comes only then', async () => {
    const { animator, tablet, network } = await twoTablets();
    network.cut();
    await workOffline(tablet);
    cpSync(folder, backup, { recursive: true });
    expect(await erase(animator)).toEqual({ kind: 'erased' });
    const { port } = server;
    await server.stop();
    server = await startTestServer({ WSPOLNIE_DATA: backup, WSPOLNIE_PORT: String(port) });
    expect(bytesOfFolder(backup)).toContain('Anna Sekretna');
    animator.wake();
    await vi.waitFor(async () => expect((await animator.sync.sendNow()).kind).toBe('sent'), within);
    expectErasedIn(backup);
    network.restore();
    tablet.wake();
    await movedOn(tablet, animator);
    await expectErased();
    expectErasedIn(backup);
  }, 90_000);

  it('[G8] is done once more when the server is put back to an older backup before this device has followed', async () => {
    const { animator } = await twoTablets();
    cpSync(folder, backup, { recursive: true });
    const { port } = server;
    const network = new Network();
    const fetched = network.fetch;
    let isFirst = true;
    const result = await erase(animator, {
      fetch: async (url, init) => {
        const answer = await fetched(url, init);
        if (isFirst && url.endsWith('/rotate')) {
          isFirst = false;
          await server.stop();
          server = await startTestServer({ WSPOLNIE_DATA: backup, WSPOLNIE_PORT: String(port) });
        }
        return answer;
      },
    });
    expect(result).toEqual({ kind: 'erased' });
    expectErasedIn(backup);
    expect(await animator.db.persons.get('anna')).toMatchObject({ name: '', erasedAt: 9 });
  }, 60_000);

  it('changes nothing where the server is not reached', async () => {
    const { tablet, network } = await twoTablets();
    network.cut();
    expect(await erase(tablet, network)).toEqual({ kind: 'failed', reason: 'unreachable' });
    expect(await tablet.db.persons.get('anna')).toMatchObject({ name: 'Anna Sekretna' });
    expect(await tablet.db.documents.get(REBUILT)).toBeUndefined();
  }, 60_000);
});
