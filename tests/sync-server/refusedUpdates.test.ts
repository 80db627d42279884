import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import { asId, type DeviceId, type MemberId, type PartnershipId } from '../../src/domain/ids.ts';
import { asInstant } from '../../src/domain/time.ts';
import { documentName } from '../../src/schema/documentName.ts';
import type { RefusedEntry, RefusedUpdate } from '../../sync-server/stores/refusedStore.ts';
import {
  openSqliteDatabase,
  openSqliteReader,
  type SqliteDatabase,
} from '../../sync-server/stores/sqliteDatabase.ts';
import { SqliteRefusedStore } from '../../sync-server/stores/sqliteRefusedStore.ts';
import { runAdmin } from './admin/adminProcess.ts';
import { coordinatorOf, joinedBy, startTestServer } from './testServer.ts';

const scope = asId<PartnershipId>('zalesie');
const plan = documentName('partnership', scope);
const DAY = 24 * 60 * 60_000;

function refusedUpdate(at: number, update: Uint8Array, changes: Partial<RefusedUpdate> = {}): RefusedUpdate {
  const device = asId<DeviceId>('device1');
  const member = asId<MemberId>('member1');
  return { name: plan, device, member, reason: 'malformed', update, at: asInstant(at), ...changes };
}

/** Bytes that differ from one number to the next. */
function bytesOf(length: number, fill: number): Uint8Array {
  return new Uint8Array(length).fill(fill);
}

describe('the store of what was refused', () => {
  let database: SqliteDatabase;
  let store: SqliteRefusedStore;
  beforeEach(() => {
    database = openSqliteDatabase(':memory:');
    store = new SqliteRefusedStore(database, 10_000);
  });
  afterEach(() => database.close());

  const ages = async (): Promise<readonly number[]> => (await store.list()).map(({ at }) => at);

  it('keeps who, when, why and how much, and the bytes', async () => {
    await store.keep([refusedUpdate(5, bytesOf(100, 1), { reason: 'readOnly' })]);
    const entry: Partial<RefusedEntry> = {
      name: plan,
      reason: 'readOnly',
      at: asInstant(5),
      bytes: 100,
      times: 1,
    };
    expect(await store.list()).toMatchObject([
      { ...entry, isKept: true, member: 'member1', device: 'device1' },
    ]);
    expect(database.statement('SELECT change FROM refused').get()).toEqual({ change: bytesOf(100, 1) });
  });

  it('within its bounds the oldest goes first', async () => {
    for (let at = 1; at <= 5; at += 1) await store.keep([refusedUpdate(at, bytesOf(3_000, at))]);
    expect(await ages()).toEqual([5, 4, 3]);
    // The same after a restart, when it does not know yet how much there is.
    store = new SqliteRefusedStore(database, 10_000);
    await store.keep([refusedUpdate(6, bytesOf(3_000, 6))]);
    expect(await ages()).toEqual([6, 5, 4]);
  });

  it('many small ones are bounded too', async () => {
    await store.keep(Array.from({ length: 255 }, (_, at) => refusedUpdate(at, bytesOf(1, at))));
    expect((await store.list()).length).toBeLessThan(40);
    expect((await ages())[0]).toBe(254);
  });

  it('one that is larger than all the room is noted without its bytes, and pushes nothing out', async () => {
    await store.keep([refusedUpdate(1, bytesOf(100, 1)), refusedUpdate(2, bytesOf(20_000, 2))]);
    expect(await store.list()).toMatchObject([
      { bytes: 20_000, isKept: false },
      { bytes: 100, isKept: true },
    ]);
  });

  it('the same bytes sent again are one row, with the last reason', async () => {
    for (const at of [1, 2, 3])
      await store.keep([refusedUpdate(at, bytesOf(9_000, 1), { reason: 'tooLarge' })]);
    expect(await store.list()).toMatchObject([{ at: 3, times: 3, reason: 'tooLarge' }]);
  });

  it('after ninety days nothing of it is left', async () => {
    await store.keep([refusedUpdate(1, bytesOf(10, 1)), refusedUpdate(1 + 91 * DAY, bytesOf(10, 2))]);
    expect(await ages()).toEqual([1 + 91 * DAY]);
  });

  it('a failed write loses nothing that is there, and the bound holds afterwards', async () => {
    await store.keep([refusedUpdate(1, bytesOf(3_000, 1))]);
    const { page_count: pages } = database.statement('PRAGMA page_count').get() ?? {};
    database.statement(`PRAGMA max_page_count = ${Number(pages)}`).get();
    await expect(store.keep([refusedUpdate(2, bytesOf(9_000, 2))])).rejects.toMatchObject({ reason: 'full' });
    database.statement('PRAGMA max_page_count = 1000000').get();
    for (let at = 3; at <= 5; at += 1) await store.keep([refusedUpdate(at, bytesOf(3_000, at))]);
    expect(await ages()).toEqual([5, 4, 3]);
  });
});

describe('what the relay refuses', () => {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'wspolnie-refused-'));
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  it("[G6] for a member's document is kept and listed; what strangers send is not", async () => {
    const server = await startTestServer({ WSPOLNIE_DATA: folder, WSPOLNIE_MAX_UPDATE_BYTES: '2000' });
    const coordinator = await coordinatorOf(server);
    const librarian = await joinedBy(coordinator, coordinator.invite('programme', 'librarian'));
    librarian.write(plan, 'vision', 'boisko');
    await librarian.sync();
    const partner = await joinedBy(librarian, librarian.invite(scope, 'partner'));

    const doc = new Y.Doc();
    doc.getMap('test').set('key', 'x'.repeat(3_000));
    const large = Y.encodeStateAsUpdateV2(doc);
    const send = (device: typeof partner, name: typeof plan, update: Uint8Array) =>
      device.exchange([{ name, cursor: 0, stateVector: new Uint8Array(), update }]);
    await send(partner, plan, large);
    await send(partner, plan, large);
    await send(partner, plan, Uint8Array.of(1, 2, 3));
    // The coordinator reads a plan and writes none.
    await send(coordinator, plan, Uint8Array.of(5));
    await send(partner, documentName('register', scope), Uint8Array.of(7));
    await send(partner, documentName('partnership', 'foreign'), large);

    const reader = openSqliteReader(join(folder, 'wspolnie.sqlite'));
    const entries = await new SqliteRefusedStore(reader, 0).list();
    reader.close();
    expect(entries.map(({ reason, bytes, times }) => [reason, bytes, times])).toEqual([
      ['readOnly', 1, 1],
      ['malformed', 3, 1],
      ['tooLarge', large.length, 2],
    ]);
    const { code, said } = await runAdmin(folder, 'refused');
    expect([code, said.trim().split('\n').length]).toEqual([0, 3]);
    expect(said).toContain(`${plan}  tooLarge  ${large.length} bytes  2 times  Anna (`);
    await server.stop();
  }, 60_000);

  it('nothing is listed where nothing was refused', async () => {
    await (await startTestServer({ WSPOLNIE_DATA: folder })).stop();
    expect(await runAdmin(folder, 'refused')).toEqual({ code: 0, said: 'Nothing was refused.\n' });
  }, 60_000);
});
