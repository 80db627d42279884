// The contract of a LogStore that several nodes use at once, beside the one of every LogStore.

import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { documentName, nextEpoch } from '../../src/schema/documentName.ts';
import type { LogStore, RotationResult } from '../../sync-server/stores/logStore.ts';
import { rowOf } from './logStore.ts';

export interface OpenedNodes {
  /** Two nodes on the same data. */
  readonly nodes: readonly [LogStore, LogStore];
  readonly dispose: () => Promise<void>;
}

const plan = documentName('partnership', 'p1');
const names = ['p1', 'p2', 'p3', 'p4', 'p5'].map((id) => documentName('partnership', id));

export function describeSharedLogStore(title: string, open: () => Promise<OpenedNodes>): void {
  describe(`log store of several nodes: ${title}`, () => {
    let opened: OpenedNodes;
    let one: LogStore;
    let two: LogStore;
    beforeEach(async () => {
      opened = await open();
      [one, two] = opened.nodes;
    });
    afterEach(() => opened.dispose());

    it('[G2] what one has acknowledged the other reads', async () => {
      await one.append(rowOf(plan, 1));
      expect((await two.read(plan, 0)).rows).toHaveLength(1);
      expect((await two.state(plan))?.head).toBe(1);
    });

    it('numbers have no gaps and no doubles however both append to the same documents', async () => {
      const appends = Array.from({ length: 400 }, async (_, index) => {
        // In turns of the event loop of their own, so that there are many commits on both sides.
        await new Promise((resolve) => setTimeout(resolve, index % 40));
        const name = names[(index * 7) % names.length] ?? plan;
        const seq = await (index % 2 === 0 ? one : two).append(rowOf(name, index % 256));
        return { name, seq };
      });
      const stored = await Promise.all(appends);
      for (const name of names) {
        const seqs = stored.filter((each) => each.name === name).map(({ seq }) => Number(seq));
        const expected = Array.from({ length: seqs.length }, (_, index) => index + 1);
        expect(seqs.toSorted((a, b) => a - b)).toEqual(expected);
        const { rows, head } = await one.read(name, 0);
        expect(rows.map(({ seq }) => seq)).toEqual(expected);
        expect([head, (await two.state(name))?.rows]).toEqual([expected.length, expected.length]);
      }
    });

    it('[G5] of two that judged by the same position one is stored', async () => {
      for (let after = 0; after < 30; after += 1) {
        const row = { ...rowOf(plan, after), after };
        const stored = await Promise.all([one.append(row), two.append(row)]);
        expect(stored.filter((seq) => seq !== undefined)).toEqual([after + 1]);
      }
      expect((await one.read(plan, 0)).rows).toHaveLength(30);
    });

    it('of two that compact at once one is put in place, and rows that come meanwhile stay', async () => {
      for (let byte = 1; byte <= 20; byte += 1) await one.append(rowOf(plan, byte));
      const appends = Promise.all([one.append(rowOf(plan, 21)), two.append(rowOf(plan, 22))]);
      const compacted = await Promise.all([
        one.compact(plan, { seq: 20, update: Uint8Array.of(9) }),
        two.compact(plan, { seq: 20, update: Uint8Array.of(9) }),
      ]);
      expect(compacted.filter(Boolean)).toEqual([true]);
      await appends;
      const { snapshot, rows } = await two.read(plan, 0);
      expect([snapshot?.seq, rows.map(({ seq }) => seq)]).toEqual([20, [21, 22]]);
      expect(await one.state(plan)).toMatchObject({ head: 22, rows: 2, rowBytes: 2, bytes: 3 });
    });

    it('[G8] what both append while the document is rebuilt is seen by the rotation, or stored nowhere', async () => {
      for (let round = 0; round < 25; round += 1) {
        const former = documentName('register', `r${round}`);
        const next = nextEpoch(former);
        await one.append(rowOf(former, 1));
        const appends = [one, two, one, two].map(async (node, index) => {
          await new Promise((resolve) => setTimeout(resolve, (index * round) % 5));
          return node.append(rowOf(former, 2, index));
        });
        let result: RotationResult = 'moved';
        while (result === 'moved') {
          const head = (await two.state(former))?.head ?? 0;
          result = await two.rotate({ name: former, head, row: rowOf(next, 9) });
        }
        expect(result).toBe('rotated');
        for (const seq of await Promise.all(appends)) expect(['over', 2, 3, 4, 5]).toContain(seq);
        expect(await one.append(rowOf(former, 3))).toBe('over');
        for (const node of [one, two]) {
          expect(await node.state(former)).toMatchObject({ head: 0, bytes: 0, endedBy: next });
          expect(await node.read(former, 0)).toEqual({ snapshot: undefined, rows: [], head: 0 });
          expect((await node.read(next, 0)).rows).toHaveLength(1);
        }
      }
      expect((await two.totals()).documents).toBe(25);
    });

    it('[G8] of a first epoch and a later one that are begun at once on two nodes the later one stands', async () => {
      for (let round = 0; round < 25; round += 1) {
        const former = documentName('register', `r${round}`);
        const later = documentName('register', `r${round}`, 3);
        const [first, last] = await Promise.all([one.append(rowOf(former, 1)), two.append(rowOf(later, 2))]);
        expect([1, 'over']).toContain(first);
        expect(last).toBe(1);
        expect(await one.state(former)).toMatchObject({ head: 0, endedBy: later });
        expect((await two.read(former, 0)).rows).toEqual([]);
      }
    });

    it('of two nodes that rebuild the same document one does', async () => {
      const former = documentName('register', 'p1');
      await one.append(rowOf(former, 1));
      const results = await Promise.all(
        [one, two].map((node) => node.rotate({ name: former, head: 1, row: rowOf(nextEpoch(former), 2) })),
      );
      expect(results.toSorted()).toEqual(['over', 'rotated']);
      expect((await one.read(nextEpoch(former), 0)).rows).toHaveLength(1);
    });

    it('a document that is compacted while it is read is read whole', async () => {
      for (let byte = 1; byte <= 60; byte += 1) await one.append(rowOf(plan, byte));
      const reads: Promise<void>[] = [];
      for (let seq = 1; seq <= 60; seq += 1) {
        reads.push(
          two.read(plan, 0).then(({ snapshot, rows }) => {
            expect((snapshot?.seq ?? 0) + rows.length).toBe(60);
          }),
        );
        await one.compact(plan, { seq, update: Uint8Array.of(9) });
      }
      await Promise.all(reads);
    });

    it('both renew an incarnation that is over once, and each sees what the other did', async () => {
      const before = one.incarnation();
      expect(two.incarnation()).toBe(before);
      const renewed = await Promise.all([one.renewIncarnation(), two.renewIncarnation()]);
      expect(renewed[0]).not.toBe(before);
      expect(renewed[1]).toBe(renewed[0]);
      const again = await one.renewIncarnation();
      expect(two.incarnation()).toBe(renewed[0]);
      await two.state(plan);
      expect(two.incarnation()).toBe(again);
    });
  });
}
