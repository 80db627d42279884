import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { documentName } from '../../src/schema/documentName.ts';
import { openSqliteDatabase, type SqliteDatabase } from '../../sync-server/stores/sqliteDatabase.ts';
import { SqliteLogStore } from '../../sync-server/stores/sqliteLogStore.ts';
import { WriteProbe } from '../../sync-server/stores/writeProbe.ts';
import { rowOf } from '../contracts/logStore.ts';
import { startTestServer } from './testServer.ts';

describe('the write probe', () => {
  let database: SqliteDatabase;
  let probe: WriteProbe;
  let now: number;
  beforeEach(() => {
    now = 0;
    database = openSqliteDatabase(':memory:');
    probe = new WriteProbe(database, () => now);
  });
  afterEach(() => database.close());

  const limitPages = (pages: number): unknown => database.statement(`PRAGMA max_page_count = ${pages}`).get();
  const pageCount = (): number => Number(database.statement('PRAGMA page_count').get()?.['page_count']);

  it('says no while the disk takes nothing, and yes once it does again', async () => {
    const store = new SqliteLogStore(database);
    expect(await probe.canWrite()).toBe(true);
    limitPages(pageCount());
    const large = { ...rowOf(documentName('partnership', 'p1')), update: new Uint8Array(50_000) };
    await expect(store.append(large)).rejects.toMatchObject({ reason: 'full' });
    // At once, although it wrote a moment ago.
    expect(await probe.canWrite()).toBe(false);
    now += 60_000;
    // A small write would find room; the large one that failed would not.
    expect(await probe.canWrite()).toBe(false);
    limitPages(1_000_000);
    now += 60_000;
    expect(await probe.canWrite()).toBe(true);
    expect(await store.append(large)).toBe(1);
  });

  it('writes seldom, however often it is asked', async () => {
    const before = Number(database.statement('SELECT total_changes() AS changes').get()?.['changes']);
    for (let asked = 0; asked < 1_000; asked += 1) await probe.canWrite();
    const after = Number(database.statement('SELECT total_changes() AS changes').get()?.['changes']);
    expect(after - before).toBe(1);
  });
});

it('GET /ready answers 200 while exchanges can be stored, and 503 when not', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'wspolnie-ready-'));
  let now = Date.now();
  const server = await startTestServer({ WSPOLNIE_DATA: folder }, { now: () => now });
  const ask = async (): Promise<unknown[]> => {
    const answer = await fetch(`http://127.0.0.1:${server.port}/ready`);
    const body: unknown = await answer.json();
    return [answer.status, body, answer.headers.get('cache-control')];
  };
  expect(await ask()).toEqual([200, { status: 'ready' }, 'no-store']);
  const holder = new DatabaseSync(join(folder, 'wspolnie.sqlite'));
  holder.exec('BEGIN IMMEDIATE');
  now += 60_000;
  expect(await ask()).toEqual([503, { status: 'storageFailed' }, 'no-store']);
  holder.exec('ROLLBACK');
  holder.close();
  now += 60_000;
  expect((await ask())[0]).toBe(200);
  await server.stop();
  rmSync(folder, { recursive: true });
});
