import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import { asId, type PartnershipId } from '../../src/domain/ids.ts';
import { documentName } from '../../src/schema/documentName.ts';
import { bytes } from '../../sync-server/stores/columns.ts';
import {
  openSqliteDatabase,
  openSqliteReader,
  type SqliteDatabase,
} from '../../sync-server/stores/sqliteDatabase.ts';
import { SqliteLogStore } from '../../sync-server/stores/sqliteLogStore.ts';
import { sqliteSql } from '../../sync-server/stores/sqliteSql.ts';
import { SqlRefusedStore } from '../../sync-server/stores/sqlRefusedStore.ts';
import { bytesOf, describeRefusedStore, REFUSED_BYTES, refusedUpdate } from '../contracts/refusedStore.ts';
import { runAdmin } from './admin/adminProcess.ts';
import { coordinatorOf, joinedBy, startTestServer } from './testServer.ts';

const scope = asId<PartnershipId>('zalesie');
const plan = documentName('partnership', scope);

describeRefusedStore('SQLite', async () => {
  const database = openSqliteDatabase(':memory:');
  const open = (): SqlRefusedStore => new SqlRefusedStore(sqliteSql(database), REFUSED_BYTES);
  return {
    store: open(),
    log: new SqliteLogStore(database),
    again: open,
    kept: async () =>
      database
        .statement('SELECT change FROM refused ORDER BY id')
        .all()
        .map((row) => bytes(row, 'change')),
    dispose: async () => database.close(),
  };
});

describe('the store of what was refused in SQLite', () => {
  let database: SqliteDatabase;
  let store: SqlRefusedStore;
  beforeEach(() => {
    database = openSqliteDatabase(':memory:');
    store = new SqlRefusedStore(sqliteSql(database), REFUSED_BYTES);
  });
  afterEach(() => database.close());

  const ages = async (): Promise<readonly number[]> => (await store.list()).map(({ at }) => at);

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
    const entries = await new SqlRefusedStore(sqliteSql(reader), 0).list();
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
