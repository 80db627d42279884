import { existsSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import { documentName } from '../../../src/schema/documentName.ts';
import { backUp } from '../../../sync-server/admin/backup.ts';
import { restore } from '../../../sync-server/admin/restore.ts';
import { verifyStore } from '../../../sync-server/admin/verifySqlite.ts';
import { openSqliteDatabase, openSqliteReader } from '../../../sync-server/stores/sqliteDatabase.ts';
import { SqliteLogStore } from '../../../sync-server/stores/sqliteLogStore.ts';
import { StoreError } from '../../../sync-server/stores/storeError.ts';
import { rowOf } from '../../contracts/logStore.ts';
import { runAdmin } from './adminProcess.ts';

const plan = documentName('partnership', 'p1');
const register = documentName('register', 'p1');
const now = new Date('2026-11-22T18:00:00Z');

let folder: string;
let data: string;
let file: string;
let store: SqliteLogStore;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'wspolnie-backup-'));
  data = join(folder, 'data');
  file = join(folder, 'backup.sqlite');
  store = new SqliteLogStore(openSqliteDatabase(data));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

async function write(text: string, name = plan): Promise<void> {
  const doc = new Y.Doc();
  doc.getText('t').insert(0, text);
  await store.append({ ...rowOf(name), update: Y.encodeStateAsUpdateV2(doc) });
}

/** Does to the database what no server would. */
function damage(sql: string): void {
  const database = new DatabaseSync(join(data, 'wspolnie.sqlite'));
  database.exec(`PRAGMA foreign_keys=OFF; ${sql}`);
  database.close();
}

function faults(): readonly string[] {
  const reader = openSqliteReader(join(data, 'wspolnie.sqlite'));
  try {
    return verifyStore(reader).faults;
  } finally {
    reader.close();
  }
}

function restored(changes: { file?: string; acceptFaults?: boolean } = {}) {
  return restore({ dataFolder: data, file, acceptFaults: false, now, ...changes });
}

describe('backup', () => {
  it('copies beside a running server the state of one moment, readable by its owner only', async () => {
    await write('abc');
    await write('def');
    expect(backUp(data, file)).toMatchObject({ kind: 'done' });
    await write('later');
    const copy = openSqliteReader(file);
    expect(verifyStore(copy)).toEqual({ documents: 1, rows: 2, faults: [] });
    copy.close();
    expect(statSync(file).mode & 0o777).toBe(0o600);
    expect(existsSync(`${file}.partial`)).toBe(false);
    expect((await store.state(plan))?.head).toBe(3);
    await store.close();
  });

  it('is consistent while many writes go on', async () => {
    await write('abc');
    let writing = true;
    const writer = (async () => {
      for (let edit = 0; writing; edit += 1) await write(`edit ${edit}`, edit % 2 === 0 ? plan : register);
    })();
    const runs = [];
    for (const name of ['one', 'two']) runs.push(await runAdmin(data, 'backup', join(folder, name)));
    writing = false;
    await writer;
    expect(runs).toMatchObject([{ code: 0 }, { code: 0 }]);
    await store.close();
  }, 60_000);

  it('overwrites nothing, and leaves what is there untouched', async () => {
    await write('abc');
    for (const present of [file, `${file}.partial`, `${file}.faulty`]) {
      writeFileSync(present, 'mine');
      const outcome = backUp(data, file);
      expect(outcome.kind === 'refused' ? outcome.message : outcome.kind).toContain(present);
      expect(readFileSync(present, 'utf8')).toBe('mine');
      rmSync(present);
    }
    expect(backUp(join(folder, 'nowhere'), file)).toMatchObject({ kind: 'refused' });
    await store.close();
  });

  it('a copy with faults does not take the name of a backup, and is kept', async () => {
    await write('abc');
    await write('abc', register);
    await store.close();
    damage("UPDATE log SET change = x'010203' WHERE document = 1");
    const outcome = backUp(data, file);
    const found = outcome.kind === 'faults' ? outcome.faults : [];
    // Its count of bytes is wrong too.
    expect(found.map((fault) => fault.startsWith(`${plan}: `))).toEqual([true, true]);
    expect([existsSync(file), existsSync(`${file}.faulty`)]).toEqual([false, true]);
  });

  it('deleted content is not in the copy', async () => {
    await write('tajemnica '.repeat(50));
    await store.compact(plan, { seq: 1, update: Y.encodeStateAsUpdateV2(new Y.Doc()) });
    backUp(data, file);
    expect(readFileSync(file).includes('tajemnica')).toBe(false);
    await store.close();
  });
});

describe('restore', () => {
  it('[G2] begins a new incarnation, with the state of the backup', async () => {
    await write('abc');
    const before = store.incarnation();
    backUp(data, file);
    await write('def');
    await store.close();
    expect(restored()).toMatchObject({ kind: 'done' });
    // Before a server has seen the file: not every file system tells that it is another one.
    const reader = openSqliteReader(join(data, 'wspolnie.sqlite'));
    expect(reader.meta('incarnation')).not.toBe(before);
    reader.close();
    store = new SqliteLogStore(openSqliteDatabase(data));
    expect(store.incarnation()).not.toBe(before);
    expect((await store.state(plan))?.head).toBe(1);
    await store.close();
    expect(existsSync(join(data, 'former-2026-11-22T18-00-00Z', 'wspolnie.sqlite'))).toBe(true);
    expect(restored()).toMatchObject({ kind: 'done' });
    expect(existsSync(join(data, 'former-2026-11-22T18-00-00Z-2', 'wspolnie.sqlite'))).toBe(true);
  });

  it('fills an empty machine', async () => {
    await write('abc');
    backUp(data, file);
    await store.close();
    rmSync(data, { recursive: true });
    expect(restored()).toEqual({
      kind: 'done',
      lines: ['Restored 1 documents and 1 updates above their snapshots.'],
    });
    expect(faults()).toEqual([]);
  });

  it('takes nothing that is no sound backup, and touches nothing then', async () => {
    await write('abc');
    await store.close();
    const present = readFileSync(join(data, 'wspolnie.sqlite'));
    const attempts = (): unknown => {
      try {
        return restored().kind;
      } catch (cause) {
        return cause instanceof StoreError ? cause.reason : cause;
      }
    };
    expect(attempts()).toBe('refused');
    writeFileSync(file, 'to nie jest baza danych '.repeat(300));
    expect(attempts()).toBe('corrupt');
    rmSync(file);
    new DatabaseSync(file).exec('CREATE TABLE other (a)');
    expect(attempts()).toBe('corrupt');
    rmSync(file);
    backUp(data, file);
    const backup = new DatabaseSync(file);
    backup.exec('UPDATE documents SET head = 7');
    expect(attempts()).toBe('faults');
    expect(restored({ acceptFaults: true })).toMatchObject({ kind: 'done' });
    backup.exec('PRAGMA user_version = 99');
    backup.close();
    expect(attempts()).toBe('newer');
    const former = join(data, 'former-2026-11-22T18-00-00Z', 'wspolnie.sqlite');
    expect(readFileSync(former).equals(present)).toBe(true);
  });

  it('a server does not start on data whose restore was interrupted, until it was run again', async () => {
    await write('abc');
    backUp(data, file);
    await store.close();
    writeFileSync(join(data, 'restore-unfinished'), '');
    expect(() => openSqliteDatabase(data)).toThrow('was interrupted; run it again');
    expect(restored()).toMatchObject({ kind: 'done' });
    openSqliteDatabase(data).close();
  });
});

describe('verify', () => {
  it('finds no faults in rows, snapshots, and rows above a snapshot', async () => {
    for (const text of ['abc', 'def', 'ghi']) await write(text);
    const { rows } = await store.read(plan, 0);
    await store.compact(plan, {
      seq: 2,
      update: Y.mergeUpdatesV2(rows.slice(0, 2).map(({ update }) => update)),
    });
    await write('abc', register);
    await store.close();
    expect(faults()).toEqual([]);
  });

  it.each([
    ['a missing update', 'DELETE FROM log WHERE seq = 2', 'updates 2 to 2 are missing'],
    ['a lost end', 'DELETE FROM log WHERE seq = 3', 'the log ends at 2 and should end at 3'],
    ['an update that is none', "UPDATE log SET change = x'ff00' WHERE seq = 2", 'update 2 cannot be decoded'],
    ['wrong counts', 'UPDATE documents SET row_bytes = 1', 'noted are'],
    [
      'a snapshot that is none',
      "INSERT INTO snapshots VALUES (1, 0, x'07')",
      'the snapshot at 0 cannot be decoded',
    ],
    ['a name that is none', "UPDATE documents SET name = 'x'", 'this is no name of a document'],
    ['rows of no document', 'DELETE FROM documents', '3 rows of log without their documents'],
  ])('names %s', async (_what, sql, fault) => {
    for (const text of ['abc', 'def', 'ghi']) await write(text);
    await store.close();
    damage(sql);
    expect(faults().join('\n')).toContain(fault);
  });

  it('names pages that are damaged, and goes on to the end', async () => {
    for (let edit = 0; edit < 100; edit += 1) await write('x'.repeat(500));
    await store.close();
    const database = join(data, 'wspolnie.sqlite');
    const bytes = readFileSync(database);
    bytes.fill(0xa5, 25 * 4096, 27 * 4096);
    writeFileSync(database, bytes);
    expect(faults().length).toBeGreaterThan(0);
  });
});

describe('the command', () => {
  it('says how it is used, and ends with 1 when nothing was done', async () => {
    await write('abc');
    await store.close();
    const wrong = [[], ['backup'], ['dance'], ['backup', 'a', 'b'], ['verify', '--accept-faults']];
    for (const { code, said } of await Promise.all(wrong.map((args) => runAdmin(data, ...args))))
      expect([code, said.split('\n', 1)]).toEqual([1, ['Usage:']]);
    damage('DELETE FROM log');
    const { code, said } = await runAdmin(data, 'verify');
    expect([code, said.split('\n').length]).toEqual([1, 4]);
    expect((await runAdmin(join(folder, 'nowhere'), 'verify')).said).toContain('There is no store');
  }, 60_000);

  it('takes a path from where the person stands', async () => {
    await store.close();
    expect(await runAdmin(data, 'backup', 'here.sqlite')).toMatchObject({ code: 0 });
    expect(existsSync(join(data, 'here.sqlite'))).toBe(true);
  }, 60_000);
});
