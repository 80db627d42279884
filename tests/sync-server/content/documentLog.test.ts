import { describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import { documentName } from '../../../src/schema/documentName.ts';
import { DocumentLog } from '../../../sync-server/content/documentLog.ts';
import { readUpdateContent } from '../../../sync-server/content/updateContent.ts';
import type { Change } from '../../../sync-server/fanout.ts';
import { LocalFanout } from '../../../sync-server/fanout/localFanout.ts';
import { openSqliteDatabase } from '../../../sync-server/stores/sqliteDatabase.ts';
import type { Appended, NewRow } from '../../../sync-server/stores/logStore.ts';
import { SqliteLogStore } from '../../../sync-server/stores/sqliteLogStore.ts';
import { StoreError } from '../../../sync-server/stores/storeError.ts';
import { rowOf } from '../../contracts/logStore.ts';

const plan = documentName('partnership', 'p1');
const other = documentName('register', 'p1');

function setUp(name = plan) {
  const store = new SqliteLogStore(openSqliteDatabase(':memory:'));
  const fanout = new LocalFanout();
  const changes: Change[] = [];
  fanout.follow(name, { changed: (change) => changes.push(change), awareness: () => {} });
  const log = new DocumentLog(store, fanout);
  const append = (update: Uint8Array) => {
    const content = readUpdateContent(update);
    if (content === undefined) throw new Error('not an update');
    return log.append({ ...rowOf(name), update }, content);
  };
  return { store, fanout, changes, append, log };
}

class FullStore extends SqliteLogStore {
  override append(): Promise<number> {
    return Promise.reject(new StoreError('full', 'no space'));
  }
}

const isNew = (stored: Awaited<ReturnType<DocumentLog['append']>>) => stored !== 'over' && stored.isNew;

/** The first write fails, and is known to have failed only after the second was tried. */
class LateFailure extends SqliteLogStore {
  #first: Promise<Appended> | undefined;
  #fail: (cause: unknown) => void = () => {};

  override async append(row: NewRow): Promise<Appended> {
    if (this.#first === undefined) {
      this.#first = new Promise((_resolve, reject) => {
        this.#fail = reject;
      });
      return this.#first;
    }
    const seq = await super.append(row);
    setImmediate(() => this.#fail(new StoreError('failed', 'lost')));
    return seq;
  }
}

function typing(): { doc: Y.Doc; updates: Uint8Array[] } {
  const doc = new Y.Doc();
  const updates: Uint8Array[] = [];
  doc.on('updateV2', (update: Uint8Array) => updates.push(update));
  return { doc, updates };
}

describe('document log', () => {
  it('[G5] an update that brings nothing new adds no row, and is acknowledged with a position that covers it', async () => {
    const { store, append } = setUp();
    const { doc, updates } = typing();
    doc.getText('t').insert(0, 'abc');
    doc.getText('t').insert(3, 'def');
    expect(await append(updates[0] ?? new Uint8Array())).toEqual({ seq: 1, isNew: true });
    expect(await append(Y.encodeStateAsUpdateV2(doc))).toEqual({ seq: 2, isNew: true });
    expect(await append(updates[1] ?? new Uint8Array())).toEqual({ seq: 2, isNew: false });
    expect((await store.read(plan, 0)).head).toBe(2);
  });

  it('[G5] of an update that comes again with more, only what is new goes into the log', async () => {
    const { store, changes, append } = setUp();
    const { doc, updates } = typing();
    doc.getText('t').insert(0, 'abc'.repeat(500));
    await append(updates[0] ?? new Uint8Array());
    doc.getText('t').insert(3, 'def');
    expect(await append(Y.encodeStateAsUpdateV2(doc))).toEqual({ seq: 2, isNew: true });
    const { rows } = await store.read(plan, 0);
    expect(rows[1]?.update.length).toBeLessThan(100);
    expect(changes[1]?.update).toEqual(rows[1]?.update);
    const built = new Y.Doc();
    for (const { update } of rows) Y.applyUpdateV2(built, update);
    expect(built.getText('t').toJSON()).toBe(doc.getText('t').toJSON());
  });

  it('[G5] deletions that come again with more stand in the log once', async () => {
    const { store, append } = setUp();
    const { doc, updates } = typing();
    doc.getText('t').insert(0, 'abc'.repeat(500));
    for (let at = 0; at < 200; at += 1) doc.getText('t').delete(at, 1);
    for (const update of updates) await append(update);
    // All of it again, with a new deletion, an insertion, and what another has deleted.
    const other = new Y.Doc();
    Y.applyUpdateV2(other, Y.encodeStateAsUpdateV2(doc));
    other.getText('t').insert(0, 'x');
    other.getText('t').delete(0, 1);
    Y.applyUpdateV2(doc, Y.encodeStateAsUpdateV2(other));
    doc.getText('t').delete(300, 2);
    doc.getText('t').insert(0, 'new');
    expect(isNew(await append(Y.encodeStateAsUpdateV2(doc)))).toBe(true);
    const { rows } = await store.read(plan, 0);
    const deleted = rows.map(({ update }) => readUpdateContent(update)?.deleted ?? []);
    expect(
      deleted
        .at(-1)
        ?.map(({ length }) => length)
        .toSorted(),
    ).toEqual([1, 2]);
    const clocks = deleted
      .flat()
      .flatMap(({ client, clock, length }) =>
        Array.from({ length }, (_, index) => `${client}:${clock + index}`),
      );
    expect(new Set(clocks).size).toBe(clocks.length);
    const built = new Y.Doc();
    for (const { update } of rows) Y.applyUpdateV2(built, update);
    expect(Y.equalSnapshots(Y.snapshot(built), Y.snapshot(doc))).toBe(true);
    expect(built.getText('t').toJSON()).toBe(doc.getText('t').toJSON());
  });

  it('[G2] gives no receipt for a part that a failed write before it had', async () => {
    const store = new LateFailure(openSqliteDatabase(':memory:'));
    const log = new DocumentLog(store, new LocalFanout());
    const append = (update: Uint8Array) => {
      const content = readUpdateContent(update);
      if (content === undefined) throw new Error('not an update');
      return log.append({ ...rowOf(plan), update }, content);
    };
    const { doc, updates } = typing();
    doc.getText('t').insert(0, 'abc');
    const first = append(updates[0] ?? new Uint8Array());
    doc.getText('t').insert(3, 'def');
    const both = append(Y.encodeStateAsUpdateV2(doc));
    await expect(first).rejects.toThrow(StoreError);
    await expect(both).rejects.toThrow(StoreError);
    // The part that follows on what failed is not stored without it.
    expect(await append(Y.encodeStateAsUpdateV2(doc))).toEqual({ seq: 1, isNew: true });
    const built = new Y.Doc();
    for (const { update } of (await store.read(plan, 0)).rows) Y.applyUpdateV2(built, update);
    expect(built.getText('t').toJSON()).toBe('abcdef');
  });

  it('[G5] the same update twice in one turn is one row', async () => {
    const { store, append } = setUp();
    const { doc } = typing();
    doc.getText('t').insert(0, 'abc');
    const update = Y.encodeStateAsUpdateV2(doc);
    const stored = await Promise.all([append(update), append(update), append(update)]);
    expect(stored.map(isNew)).toEqual([true, false, false]);
    expect((await store.read(plan, 0)).rows).toHaveLength(1);
  });

  it('an update that only deletes is new, and its repetition is not', async () => {
    const { append } = setUp();
    const { doc, updates } = typing();
    doc.getText('t').insert(0, 'abc');
    await append(updates[0] ?? new Uint8Array());
    doc.getText('t').delete(1, 1);
    const deletion = updates[1] ?? new Uint8Array();
    expect(isNew(await append(deletion))).toBe(true);
    expect(isNew(await append(deletion))).toBe(false);
  });

  it('[G2] nothing is taken as stored that a failed commit lost, nor what repeats it', async () => {
    const { append, changes } = setUp();
    const failing = new DocumentLog(new FullStore(openSqliteDatabase(':memory:')), new LocalFanout());
    const { doc } = typing();
    doc.getText('t').insert(0, 'abc');
    const update = Y.encodeStateAsUpdateV2(doc);
    const content = readUpdateContent(update);
    if (content === undefined) throw new Error('not an update');
    const outcomes = await Promise.allSettled([
      failing.append({ ...rowOf(plan), update }, content),
      failing.append({ ...rowOf(plan), update }, content),
    ]);
    expect(outcomes.map(({ status }) => status)).toEqual(['rejected', 'rejected']);
    await expect(failing.append({ ...rowOf(plan), update }, content)).rejects.toThrow('no space');
    expect(changes).toEqual([]);
    expect(isNew(await append(update))).toBe(true);
  });

  it('tells followers of each row once, in order, after it is stored', async () => {
    const { store, append, changes } = setUp();
    const { doc, updates } = typing();
    for (const letter of 'abcd') doc.getText('t').insert(0, letter);
    await Promise.all(updates.map((update) => append(update)));
    expect(changes.map(({ seq }) => seq)).toEqual([1, 2, 3, 4]);
    expect((await store.read(plan, 0)).rows.map(({ update }) => update)).toEqual(
      changes.map(({ update }) => update),
    );
  });

  it('knows after a restart and after compaction what the log contains', async () => {
    const { store, append } = setUp();
    const { doc, updates } = typing();
    for (const letter of 'abcd') doc.getText('t').insert(0, letter);
    doc.getText('t').delete(0, 2);
    for (const update of updates) await append(update);
    await store.compact(plan, { seq: 5, update: Y.encodeStateAsUpdateV2(doc) });
    const again = new DocumentLog(store, new LocalFanout());
    for (const update of updates) {
      const content = readUpdateContent(update);
      if (content === undefined) throw new Error('not an update');
      expect(isNew(await again.append({ ...rowOf(plan), update }, content))).toBe(false);
    }
  });

  it('[G8] of a document that was rebuilt nothing is known any more, and who follows it is told', async () => {
    const { store, append, changes, log } = setUp(other);
    const { doc } = typing();
    doc.getText('t').insert(0, 'abc');
    const update = Y.encodeStateAsUpdateV2(doc);
    await append(update);
    const row = { ...rowOf(documentName('register', 'p1', 1)), update: Y.encodeStateAsUpdateV2(new Y.Doc()) };
    expect(await log.rotate({ name: other, head: 1, row })).toBe('rotated');
    expect(changes.map(({ seq }) => seq)).toEqual([1, Number.MAX_SAFE_INTEGER]);
    // The same bytes were here a moment ago: a receipt for them would be void.
    expect(await append(update)).toBe('over');
    expect((await store.read(other, 0)).rows).toEqual([]);
  });
});
