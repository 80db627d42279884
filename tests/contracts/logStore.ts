// The contract of LogStore: every store passes it. A store for another database calls this with a way to open one.

import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { asId, type DeviceId, type MemberId } from '../../src/domain/ids.ts';
import { asInstant } from '../../src/domain/time.ts';
import { type DocumentName, documentName } from '../../src/schema/documentName.ts';
import type { LogStore, NewRow } from '../../sync-server/stores/logStore.ts';

export interface OpenedStore {
  readonly store: LogStore;
  /** Closes the store and opens it again on the same data, where data outlives the store. */
  readonly reopen: (() => Promise<LogStore>) | 'keepsNothing';
  readonly dispose: () => Promise<void>;
}

const plan = documentName('partnership', 'p1');
const other = documentName('register', 'p1');

export function rowOf(name: DocumentName, ...bytes: number[]): NewRow {
  const device = asId<DeviceId>('device1');
  const member = asId<MemberId>('member1');
  return { name, update: Uint8Array.from(bytes), device, member, at: asInstant(1_000) };
}

export function describeLogStore(title: string, open: () => Promise<OpenedStore>): void {
  describe(`log store: ${title}`, () => {
    let opened: OpenedStore;
    let store: LogStore;
    beforeEach(async () => {
      opened = await open();
      store = opened.store;
    });
    afterEach(() => opened.dispose());

    const updates = async (name: DocumentName, after: number): Promise<number[][]> =>
      (await store.read(name, after)).rows.map(({ update }) => [...update]);

    it('an unknown document is empty', async () => {
      expect(await store.state(plan)).toBeUndefined();
      expect(await store.read(plan, 0)).toEqual({ snapshot: undefined, rows: [], head: 0 });
    });

    it('rows of a document are numbered from 1 without gaps, each document for itself', async () => {
      const seqs = await Promise.all([
        store.append(rowOf(plan, 1)),
        store.append(rowOf(other, 2)),
        store.append(rowOf(plan, 3)),
      ]);
      expect(seqs).toEqual([1, 1, 2]);
      expect(await store.append(rowOf(plan, 4))).toBe(3);
      expect(await updates(plan, 0)).toEqual([[1], [3], [4]]);
      expect(await updates(other, 0)).toEqual([[2]]);
    });

    it('receipts come in the order of the appends', async () => {
      const order: number[] = [];
      const appends = [1, 2, 3, 4, 5].map((byte) =>
        store.append(rowOf(byte % 2 === 0 ? plan : other, byte)).then(() => order.push(byte)),
      );
      await Promise.all(appends);
      expect(order).toEqual([1, 2, 3, 4, 5]);
    });

    it('[G5] a row that says where the document ends is stored only there, and those that follow on it with it', async () => {
      const at = (after: number, byte: number) => store.append({ ...rowOf(plan, byte), after });
      expect(await Promise.all([at(0, 1), at(1, 2)])).toEqual([1, 2]);
      expect(await Promise.all([at(1, 3), store.append(rowOf(other, 5))])).toEqual([undefined, 1]);
      expect(await at(2, 4)).toBe(3);
      expect(await Promise.all([at(9, 6), at(10, 7)])).toEqual([undefined, undefined]);
      expect(await updates(plan, 0)).toEqual([[1], [2], [4]]);
      const unknown = documentName('support', 'p1');
      expect(await store.append({ ...rowOf(unknown, 8), after: 3 })).toBeUndefined();
      expect(await store.state(unknown)).toBeUndefined();
    });

    it('reading after a position gives what follows on it', async () => {
      for (const byte of [1, 2, 3]) await store.append(rowOf(plan, byte));
      expect(await updates(plan, 1)).toEqual([[2], [3]]);
      expect(await store.read(plan, 3)).toEqual({ snapshot: undefined, rows: [], head: 3 });
      expect((await store.read(plan, 99)).head).toBe(3);
    });

    it('the state counts rows and bytes', async () => {
      await store.append(rowOf(plan, 1, 2, 3));
      await store.append(rowOf(plan, 4));
      expect(await store.state(plan)).toEqual({
        head: 2,
        rows: 2,
        rowBytes: 4,
        bytes: 4,
        endedBy: undefined,
      });
    });

    it('tells the states of many documents in the order of their names', async () => {
      await store.append(rowOf(plan, 1));
      await store.append(rowOf(plan, 2));
      const successor = documentName('register', 'p1', 1);
      await store.append(rowOf(successor, 3));
      const states = await store.states([other, successor, plan]);
      expect(states).toEqual([
        await store.state(other),
        await store.state(successor),
        await store.state(plan),
      ]);
      expect(states[0]?.endedBy).toBe(successor);
      expect(states[2]?.head).toBe(2);
      expect(await store.states([])).toEqual([]);
    });

    it('a snapshot replaces the rows below it, and no row above', async () => {
      for (const byte of [1, 2, 3]) await store.append(rowOf(plan, byte));
      expect(await store.compact(plan, { seq: 2, update: Uint8Array.of(9, 9) })).toBe(true);
      expect(await store.read(plan, 0)).toEqual({
        snapshot: { seq: 2, update: Uint8Array.of(9, 9) },
        rows: [{ seq: 3, update: Uint8Array.of(3) }],
        head: 3,
      });
      expect(await store.state(plan)).toMatchObject({ head: 3, rows: 1, rowBytes: 1, bytes: 3 });
    });

    it('reading from at or above the snapshot gives rows only', async () => {
      for (const byte of [1, 2, 3]) await store.append(rowOf(plan, byte));
      await store.compact(plan, { seq: 2, update: Uint8Array.of(9) });
      expect((await store.read(plan, 2)).snapshot).toBeUndefined();
      expect((await store.read(plan, 1)).snapshot?.seq).toBe(2);
      expect(await updates(plan, 2)).toEqual([[3]]);
    });

    it('numbers go on after compacting everything', async () => {
      await store.append(rowOf(plan, 1));
      await store.compact(plan, { seq: 1, update: Uint8Array.of(9) });
      expect(await store.append(rowOf(plan, 2))).toBe(2);
    });

    it('a snapshot that is older, beyond the head, or of an unknown document is refused', async () => {
      for (const byte of [1, 2, 3]) await store.append(rowOf(plan, byte));
      await store.compact(plan, { seq: 2, update: Uint8Array.of(9) });
      const late = Uint8Array.of(7);
      expect(await store.compact(plan, { seq: 2, update: late })).toBe(false);
      expect(await store.compact(plan, { seq: 1, update: late })).toBe(false);
      expect(await store.compact(plan, { seq: 4, update: late })).toBe(false);
      expect(await store.compact(other, { seq: 1, update: late })).toBe(false);
      expect((await store.read(plan, 0)).snapshot?.update).toEqual(Uint8Array.of(9));
    });

    it('an append that waits for its commit while a snapshot is put in place stays', async () => {
      await store.append(rowOf(plan, 1));
      const waiting = store.append(rowOf(plan, 2));
      await store.compact(plan, { seq: 1, update: Uint8Array.of(9) });
      expect(await waiting).toBe(2);
      expect(await updates(plan, 0)).toEqual([[2]]);
    });

    it('names the documents that have grown over either limit', async () => {
      for (const byte of [1, 2, 3]) await store.append(rowOf(plan, byte));
      await store.append(rowOf(other, 1, 2, 3, 4, 5));
      expect(await store.overgrown(2, 100)).toEqual([plan]);
      expect(await store.overgrown(100, 4)).toEqual([other]);
      expect(await store.overgrown(3, 5)).toEqual([]);
    });

    it('counts the documents whose first row a member brought', async () => {
      const { member } = rowOf(plan);
      expect(await store.begunBy(member)).toBe(0);
      await store.append(rowOf(plan, 1));
      await store.append({ ...rowOf(other, 2), member: asId<MemberId>('member2') });
      await store.append(rowOf(other, 3));
      await store.compact(plan, { seq: 1, update: Uint8Array.of(9) });
      expect(await store.begunBy(member)).toBe(1);
    });

    it('adds up what all documents take', async () => {
      expect(await store.totals()).toEqual({ documents: 0, rows: 0, rowBytes: 0, snapshotBytes: 0 });
      for (const byte of [1, 2, 3]) await store.append(rowOf(plan, byte, byte));
      await store.append(rowOf(other, 1));
      await store.compact(plan, { seq: 2, update: Uint8Array.of(9, 9, 9) });
      expect(await store.totals()).toEqual({ documents: 2, rows: 2, rowBytes: 3, snapshotBytes: 3 });
    });

    describe('epochs', () => {
      const next = documentName('register', 'p1', 1);
      const later = documentName('register', 'p1', 12);
      const over = (endedBy: DocumentName) => ({ head: 0, rows: 0, rowBytes: 0, bytes: 0, endedBy });

      it('[G8] a rotation puts the next epoch in the place of a document, of which nothing is left', async () => {
        for (const byte of [1, 2, 3]) await store.append(rowOf(other, byte));
        await store.compact(other, { seq: 2, update: Uint8Array.of(9) });
        expect(await store.rotate({ name: other, head: 3, row: rowOf(next, 4) })).toBe('rotated');
        expect(await store.state(other)).toEqual(over(next));
        expect(await store.read(other, 0)).toEqual({ snapshot: undefined, rows: [], head: 0 });
        expect(await updates(next, 0)).toEqual([[4]]);
        expect(await store.totals()).toEqual({ documents: 1, rows: 1, rowBytes: 1, snapshotBytes: 0 });
        expect(await store.append(rowOf(next, 5))).toBe(2);
      });

      it('a rotation that did not see the end of the log is not made', async () => {
        for (const byte of [1, 2]) await store.append(rowOf(other, byte));
        const waiting = store.append(rowOf(other, 3));
        expect(await store.rotate({ name: other, head: 2, row: rowOf(next, 4) })).toBe('moved');
        expect(await waiting).toBe(3);
        expect(await store.rotate({ name: plan, head: 1, row: rowOf(plan, 4) })).toBe('moved');
        expect(await updates(other, 0)).toEqual([[1], [2], [3]]);
        expect(await store.state(next)).toBeUndefined();
      });

      it('[G5] the same rotation again changes nothing', async () => {
        await store.append(rowOf(other, 1));
        const rotation = { name: other, head: 1, row: rowOf(next, 4) };
        expect(await store.rotate(rotation)).toBe('rotated');
        expect(await store.rotate(rotation)).toBe('over');
        expect(await updates(next, 0)).toEqual([[4]]);
      });

      it('[G8] an epoch that is over takes no row and no snapshot, and rows beside it are stored', async () => {
        await store.append(rowOf(other, 1));
        const waiting = store.rotate({ name: other, head: 1, row: rowOf(next, 4) });
        const appends = [store.append(rowOf(other, 2)), store.append(rowOf(plan, 3))];
        expect([await waiting, ...(await Promise.all(appends))]).toEqual(['rotated', 'over', 1]);
        expect(await store.compact(other, { seq: 1, update: Uint8Array.of(9) })).toBe(false);
        expect(await store.read(other, 0)).toMatchObject({ snapshot: undefined, rows: [] });
      });

      it('[G8] the first row of a later epoch ends those before it, as after a restored backup', async () => {
        await store.append(rowOf(other, 1));
        await store.append(rowOf(plan, 2));
        expect(await store.append(rowOf(later, 3))).toBe(1);
        expect(await store.state(other)).toEqual(over(later));
        // Never met here, and over all the same.
        expect(await store.state(next)).toEqual(over(later));
        expect(await store.append(rowOf(next, 4))).toBe('over');
        expect(await updates(plan, 0)).toEqual([[2]]);
      });

      it('who began a document has begun its next epoch, and not one more', async () => {
        const { member } = rowOf(other);
        await store.append(rowOf(other, 1));
        const row = { ...rowOf(next, 2), member: asId<MemberId>('member2') };
        await store.rotate({ name: other, head: 1, row });
        expect([await store.begunBy(member), await store.begunBy(row.member)]).toEqual([1, 0]);
      });
    });

    it('an incarnation stays until it is renewed', async () => {
      const before = store.incarnation();
      expect(before).not.toBe('');
      expect(store.incarnation()).toBe(before);
      const renewed = await store.renewIncarnation();
      expect(renewed).not.toBe(before);
      expect(store.incarnation()).toBe(renewed);
    });

    it('[G2] what waits at closing is committed, and everything acknowledged is there after opening again', async () => {
      for (const byte of [1, 2, 3]) await store.append(rowOf(plan, byte));
      await store.compact(plan, { seq: 2, update: Uint8Array.of(9) });
      const before = { slice: await store.read(plan, 0), state: await store.state(plan) };
      const incarnation = await store.renewIncarnation();
      const waiting = store.append(rowOf(other, 7));
      if (opened.reopen === 'keepsNothing') {
        expect(await waiting).toBe(1);
        return;
      }
      const again = await opened.reopen();
      expect(await waiting).toBe(1);
      expect(await again.read(plan, 0)).toEqual(before.slice);
      expect(await again.state(plan)).toEqual(before.state);
      expect((await again.read(other, 0)).rows).toHaveLength(1);
      expect(again.incarnation()).toBe(incarnation);
    });
  });
}
