// Stores of former versions are brought to the present one when a server opens them.

import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { asId, type DeviceId, type MemberId } from '../../../src/domain/ids.ts';
import { documentName } from '../../../src/schema/documentName.ts';
import { verifyStore } from '../../../sync-server/admin/verifySqlite.ts';
import { openSqliteDatabase } from '../../../sync-server/stores/sqliteDatabase.ts';
import { SqliteLogStore } from '../../../sync-server/stores/sqliteLogStore.ts';
import { sqliteSql } from '../../../sync-server/stores/sqliteSql.ts';
import { SqlMemberStore } from '../../../sync-server/stores/sqlMemberStore.ts';
import { SqlRefusedStore } from '../../../sync-server/stores/sqlRefusedStore.ts';
import { STORE_VERSION } from '../../../sync-server/stores/sqliteTables.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'wspolnie-version-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

function frozen(file: string): void {
  const database = new DatabaseSync(join(folder, 'wspolnie.sqlite'));
  database.exec(readFileSync(join(import.meta.dirname, file), 'utf8'));
  database.close();
}

describe('a store of version 1', () => {
  it('[G9] is opened with everything it held, and knows who began its documents', async () => {
    frozen('version1.sql');
    const database = openSqliteDatabase(folder);
    const store = new SqliteLogStore(database);
    expect(database.statement('PRAGMA user_version').get()).toEqual({ user_version: STORE_VERSION });
    expect(await store.state(documentName('partnership', 'p1'))).toMatchObject({ head: 2, rows: 2 });
    expect((await store.read(documentName('partnership', 'p2'), 0)).snapshot?.seq).toBe(1);
    // The first row of the other was compacted away before anybody noted who wrote it.
    expect(await store.begunBy(asId<MemberId>('member1'))).toBe(1);
    expect(await new SqlMemberStore(sqliteSql(database)).device(asId<DeviceId>('device1'))).toMatchObject({
      member: { name: 'Anna' },
    });
    expect(verifyStore(database)).toMatchObject({ documents: 2, faults: [] });
    await store.close();
  });
});

describe('a store of version 2', () => {
  it('[G9] is opened with everything it held', async () => {
    frozen('version2.sql');
    const database = openSqliteDatabase(folder);
    const store = new SqliteLogStore(database);
    expect(await store.state(documentName('partnership', 'p1'))).toMatchObject({ head: 2, rows: 2 });
    expect(await store.begunBy(asId<MemberId>('member1'))).toBe(1);
    expect(await new SqlRefusedStore(sqliteSql(database), 1_000_000).list()).toMatchObject([
      { reason: 'tooLarge' },
    ]);
    expect(verifyStore(database)).toMatchObject({ documents: 2, faults: [] });
    await store.close();
  });
});
