import { describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import { asInstant } from '../../src/domain/time.ts';
import { documentName } from '../../src/schema/documentName.ts';
import { compactUpdates } from '../../sync-server/compaction/compactionJob.ts';
import { Compactor } from '../../sync-server/compaction/compactor.ts';
import { openSqliteDatabase } from '../../sync-server/stores/sqliteDatabase.ts';
import { SqliteLogStore } from '../../sync-server/stores/sqliteLogStore.ts';
import { rowOf } from '../contracts/logStore.ts';

const plan = documentName('partnership', 'p1');
const KEEPING_NONE = { keptRows: 0, keptRowBytes: 0 };

function typed(edits: number): { doc: Y.Doc; updates: Uint8Array[] } {
  const doc = new Y.Doc();
  const updates: Uint8Array[] = [];
  doc.on('updateV2', (update: Uint8Array) => updates.push(update));
  for (let edit = 0; edit < edits; edit += 1) {
    doc.getText('t').insert(0, `${edit} `);
    if (edit % 3 === 0) doc.getText('t').delete(1, 1);
  }
  return { doc, updates };
}

function built(updates: readonly Uint8Array[]): string {
  const doc = new Y.Doc();
  for (const update of updates) Y.applyUpdateV2(doc, update);
  return doc.getText('t').toJSON();
}

async function storeWith(
  updates: readonly Uint8Array[],
  store = new SqliteLogStore(openSqliteDatabase(':memory:')),
): Promise<SqliteLogStore> {
  await Promise.all(updates.map((update) => store.append({ ...rowOf(plan), update, at: asInstant(0) })));
  return store;
}

async function contentOf(store: SqliteLogStore): Promise<{ text: string; rows: number }> {
  const { snapshot, rows } = await store.read(plan, 0);
  const updates = (snapshot ? [snapshot, ...rows] : rows).map(({ update }) => update);
  return { text: built(updates), rows: rows.length };
}

describe('compaction', () => {
  it('[G4] puts a snapshot in place of many rows, and no content is lost', async () => {
    const { doc, updates } = typed(50);
    const store = await storeWith(updates);
    const outcomes: unknown[] = [];
    const compactor = new Compactor(store, (outcome) => outcomes.push(outcome), {
      maxRows: 10,
      maxRowBytes: 1e9,
      ...KEEPING_NONE,
    });
    await compactor.start();
    await compactor.idle();
    expect(outcomes).toMatchObject([{ kind: 'compacted', rows: updates.length }]);
    expect(await contentOf(store)).toEqual({ text: doc.getText('t').toJSON(), rows: 0 });
    await compactor.stop();
  });

  it('leaves the newest rows, so that a device that was here lately is not sent the snapshot', async () => {
    const { doc, updates } = typed(50);
    const store = await storeWith(updates);
    const limits = { maxRows: 20, maxRowBytes: 1e9, keptRows: 8, keptRowBytes: 1e9 };
    const compactor = new Compactor(store, () => {}, limits);
    compactor.consider(plan);
    await compactor.idle();
    expect(await contentOf(store)).toEqual({ text: doc.getText('t').toJSON(), rows: 8 });
    expect((await store.read(plan, updates.length - 8)).snapshot).toBeUndefined();
    await compactor.stop();
    const few = new Compactor(store, () => {}, { ...limits, maxRows: 5, keptRowBytes: 1 });
    few.consider(plan);
    await few.idle();
    expect(await contentOf(store)).toEqual({ text: doc.getText('t').toJSON(), rows: 0 });
    await few.stop();
  });

  it('rows that come while it runs stay', async () => {
    const { doc, updates } = typed(50);
    const late = updates.splice(40);
    class Overtaken extends SqliteLogStore {
      override async compact(...given: Parameters<SqliteLogStore['compact']>): Promise<boolean> {
        for (const update of late) await this.append({ ...rowOf(plan), update });
        return super.compact(...given);
      }
    }
    const store = await storeWith(updates, new Overtaken(openSqliteDatabase(':memory:')));
    const compactor = new Compactor(store, () => {}, { maxRows: 10, maxRowBytes: 1e9, ...KEEPING_NONE });
    compactor.consider(plan);
    await compactor.idle();
    expect(await contentOf(store)).toEqual({ text: doc.getText('t').toJSON(), rows: late.length });
    await compactor.stop();
  });

  it('the snapshots of a few documents are put in place in one transaction', async () => {
    const database = openSqliteDatabase(':memory:');
    let transactions = 0;
    const counting = {
      ...database,
      transaction: <Result>(work: () => Result): Result => {
        transactions += 1;
        return database.transaction(work);
      },
    };
    const { updates } = typed(20);
    const names = ['p1', 'p2', 'p3'].map((id) => documentName('partnership', id));
    const store = new SqliteLogStore(counting);
    for (const name of names)
      await Promise.all(updates.map((update) => store.append({ ...rowOf(name), update })));
    const compactor = new Compactor(store, () => {}, { maxRows: 10, maxRowBytes: 1e9, ...KEEPING_NONE });
    transactions = 0;
    await compactor.start();
    await compactor.idle();
    expect(transactions).toBe(1);
    expect(await store.overgrown(0, 0)).toEqual([]);
    expect((await store.totals()).snapshotBytes).toBeGreaterThan(0);
    await compactor.stop();
  });

  it('leaves a document alone that has not grown over a limit', async () => {
    const { updates } = typed(5);
    const store = await storeWith(updates);
    const compactor = new Compactor(store, () => {}, { maxRows: 100, maxRowBytes: 1e9, ...KEEPING_NONE });
    compactor.consider(plan);
    await compactor.idle();
    expect((await contentOf(store)).rows).toBe(updates.length);
    await compactor.stop();
  });

  it('is stopped in the middle without harm', async () => {
    const { doc, updates } = typed(50);
    const store = await storeWith(updates);
    const compactor = new Compactor(store, () => {}, { maxRows: 10, maxRowBytes: 1e9, ...KEEPING_NONE });
    compactor.consider(plan);
    await compactor.stop();
    expect(await contentOf(store)).toEqual({ text: doc.getText('t').toJSON(), rows: updates.length });
  });

  it('keeps what depends on an update that has not come yet', () => {
    const { doc, updates } = typed(6);
    const [first, ...others] = updates;
    if (first === undefined) throw new Error('no update');
    const result = compactUpdates({ updates: others });
    if (result.kind === 'failed') throw new Error(result.message);
    expect(built([result.update, first])).toBe(doc.getText('t').toJSON());
  });

  it('gives up on rows that cannot be read, and leaves them', async () => {
    const store = await storeWith([Uint8Array.of(1, 2, 3), Uint8Array.of(4)]);
    const outcomes: string[] = [];
    const compactor = new Compactor(store, ({ kind }) => outcomes.push(kind), {
      maxRows: 1,
      maxRowBytes: 1e9,
      ...KEEPING_NONE,
    });
    compactor.consider(plan);
    await compactor.idle();
    compactor.consider(plan);
    await compactor.idle();
    // Not tried again before the document has grown.
    expect(outcomes).toEqual(['failed']);
    expect((await store.read(plan, 0)).rows).toHaveLength(2);
    await compactor.stop();
  });

  it('drops what was deleted: that is what it is for', () => {
    const doc = new Y.Doc();
    const updates: Uint8Array[] = [];
    doc.on('updateV2', (update: Uint8Array) => updates.push(update));
    doc.getText('t').insert(0, 'tajne '.repeat(1_000));
    doc.getText('t').delete(0, 6_000);
    const result = compactUpdates({ updates });
    expect(result.kind === 'compacted' ? result.update.length : 0).toBeLessThan(100);
  });
});
