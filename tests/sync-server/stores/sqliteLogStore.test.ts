import { copyFileSync, cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { afterEach, describe, expect, it } from 'vitest';
import { documentName } from '../../../src/schema/documentName.ts';
import { openSqliteDatabase } from '../../../sync-server/stores/sqliteDatabase.ts';
import { SqliteLogStore } from '../../../sync-server/stores/sqliteLogStore.ts';
import { StoreError } from '../../../sync-server/stores/storeError.ts';
import { bytesOfFolder } from '../../sync/everyByte.ts';
import { describeLogStore, rowOf } from '../../contracts/logStore.ts';

const plan = documentName('partnership', 'p1');
const folders: string[] = [];

function newFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'wspolnie-log-'));
  folders.push(folder);
  return folder;
}

afterEach(() => {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true });
});

function reasonOf(work: () => unknown): string {
  try {
    work();
    return 'no error';
  } catch (cause) {
    return cause instanceof StoreError ? cause.reason : String(cause);
  }
}

describeLogStore('SQLite in memory', async () => {
  const store = new SqliteLogStore(openSqliteDatabase(':memory:'));
  return { store, reopen: 'keepsNothing', dispose: () => store.close() };
});

describeLogStore('SQLite in a file', async () => {
  const folder = newFolder();
  let store = new SqliteLogStore(openSqliteDatabase(folder));
  return {
    store,
    reopen: async () => {
      await store.close();
      store = new SqliteLogStore(openSqliteDatabase(folder));
      return store;
    },
    dispose: () => store.close(),
  };
});

describe('SQLite log', () => {
  it('[G2] commits with synchronous=FULL into a write-ahead log', () => {
    const database = openSqliteDatabase(newFolder());
    expect(database.statement('PRAGMA synchronous').get()).toEqual({ synchronous: 2 });
    expect(database.statement('PRAGMA journal_mode').get()).toEqual({ journal_mode: 'wal' });
    database.close();
  });

  it('appends of one turn, and those that come in the turns after it, are one transaction', async () => {
    const database = openSqliteDatabase(':memory:');
    let commits = 0;
    const counting = {
      ...database,
      transaction: <Result>(work: () => Result): Result => {
        commits += 1;
        return database.transaction(work);
      },
    };
    const store = new SqliteLogStore(counting);
    commits = 0;
    await Promise.all(Array.from({ length: 50 }, (_, index) => store.append(rowOf(plan, index))));
    expect(commits).toBe(1);
    const follow = new Promise((resolve) => {
      setImmediate(() => resolve(store.append(rowOf(plan, 51))));
    });
    await Promise.all([store.append(rowOf(plan, 50)), follow]);
    expect(commits).toBe(2);
    await store.close();
  });

  it('appends wait only so long for others: while they go on coming, those that came first are stored', async () => {
    const store = new SqliteLogStore(openSqliteDatabase(':memory:'));
    let stored = 0;
    let turns = 0;
    const note = (): void => {
      stored += 1;
    };
    const appends: Promise<void>[] = [];
    while (stored === 0 && turns < 100) {
      turns += 1;
      appends.push(store.append(rowOf(plan, turns)).then(note));
      await new Promise((resolve) => setImmediate(resolve));
    }
    expect(turns).toBeLessThan(20);
    await Promise.all(appends);
    await store.close();
  });

  it('on a full disk nothing is acknowledged that is not there, and all goes on once there is space', async () => {
    const folder = newFolder();
    const database = openSqliteDatabase(folder);
    const store = new SqliteLogStore(database);
    await store.append(rowOf(plan, 1));
    const { page_count: pages } = database.statement('PRAGMA page_count').get() ?? {};
    database.statement(`PRAGMA max_page_count = ${Number(pages) + 2}`).get();
    const big = { ...rowOf(plan), update: new Uint8Array(100_000) };
    const small = store.append(rowOf(plan, 2));
    const outcomes = await Promise.allSettled([small, store.append(big)]);
    for (const outcome of outcomes) {
      expect(outcome).toMatchObject({ status: 'rejected', reason: { name: 'StoreError', reason: 'full' } });
    }
    expect(database.failure()).toBe('full');
    expect((await store.read(plan, 0)).rows).toHaveLength(1);
    database.statement('PRAGMA max_page_count = 1000000').get();
    expect(await store.append(big)).toBe(2);
    expect(database.failure()).toBeUndefined();
    await store.close();
  });

  it('a file that was put back from a copy begins a new incarnation [G2]', async () => {
    const folder = newFolder();
    const store = new SqliteLogStore(openSqliteDatabase(folder));
    const before = store.incarnation();
    await store.append(rowOf(plan, 1));
    await store.close();
    const restored = newFolder();
    copyFileSync(join(folder, 'wspolnie.sqlite'), join(restored, 'wspolnie.sqlite'));
    const again = new SqliteLogStore(openSqliteDatabase(restored));
    expect(again.incarnation()).not.toBe(before);
    expect((await again.read(plan, 0)).rows).toHaveLength(1);
    await again.close();
  });

  it('[G8] what a crash left of a former epoch in the write-ahead log is gone with the next start', async () => {
    const [folder, left] = [newFolder(), newFolder()];
    const database = openSqliteDatabase(folder);
    // Killed after the rotation was committed, and before the log was emptied.
    const store = new SqliteLogStore({ ...database, emptyJournal: () => undefined });
    const register = documentName('register', 'p1');
    await store.append({ ...rowOf(register), update: Buffer.from('Anna Sekretna') });
    const row = rowOf(documentName('register', 'p1', 1));
    expect(await store.rotate({ name: register, head: 1, row })).toBe('rotated');
    cpSync(folder, left, { recursive: true });
    await store.close();
    expect(bytesOfFolder(left)).toContain('Anna Sekretna');
    const reopened = openSqliteDatabase(left);
    expect(bytesOfFolder(left)).not.toContain('Anna Sekretna');
    reopened.close();
  });

  it('a second server on the same folder is refused', () => {
    const folder = newFolder();
    const database = openSqliteDatabase(folder);
    expect(reasonOf(() => openSqliteDatabase(folder))).toBe('inUse');
    database.close();
    openSqliteDatabase(folder).close();
  });

  it('a file that is no database, a damaged one, and one of a newer server are refused, each with its reason', async () => {
    const foreign = newFolder();
    writeFileSync(
      join(foreign, 'wspolnie.sqlite'),
      'to nie jest baza danych, tylko zwykły tekst. '.repeat(100),
    );
    expect(reasonOf(() => openSqliteDatabase(foreign))).toBe('corrupt');

    const damaged = newFolder();
    const store = new SqliteLogStore(openSqliteDatabase(damaged));
    for (let index = 0; index < 300; index += 1)
      await store.append({ ...rowOf(plan), update: new Uint8Array(500) });
    await store.close();
    const file = join(damaged, 'wspolnie.sqlite');
    const bytes = readFileSync(file);
    // Pages 20 to 30, deep in the log.
    bytes.fill(0xa5, 20 * 4096, 30 * 4096);
    writeFileSync(file, bytes);
    expect(reasonOf(() => openSqliteDatabase(damaged))).toBe('corrupt');

    const newer = newFolder();
    openSqliteDatabase(newer).close();
    const next = new DatabaseSync(join(newer, 'wspolnie.sqlite'));
    next.exec('PRAGMA user_version=99');
    next.close();
    expect(reasonOf(() => openSqliteDatabase(newer))).toBe('newer');
  });

  it('a folder that cannot be made is refused', () => {
    const file = join(newFolder(), 'file');
    writeFileSync(file, '');
    expect(reasonOf(() => openSqliteDatabase(join(file, 'data')))).toBe('unwritable');
  });
});
