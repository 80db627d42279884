// The contract of Fanout. `nodes` are fan-outs that hear one another: two nodes, or twice the same one where there is one.

import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type DocumentName, documentName } from '../../src/schema/documentName.ts';
import { type Change, type Fanout, type Follower, isEnd } from '../../sync-server/fanout.ts';

export interface OpenedFanouts {
  readonly nodes: readonly [Fanout, Fanout];
  readonly dispose: () => Promise<void>;
}

const plan = documentName('partnership', 'p1');
const other = documentName('register', 'p1');

/** Follows, and writes down what it hears. */
export class Listener implements Follower {
  readonly changes: Change[] = [];
  readonly heard: [DocumentName, readonly number[]][] = [];

  changed(change: Change): void {
    this.changes.push(change);
  }

  awareness(name: DocumentName, body: Uint8Array): void {
    this.heard.push([name, [...body]]);
  }

  get seqs(): readonly number[] {
    return this.changes.map(({ seq }) => seq);
  }
}

export function changeOf(seq: number, name = plan): Change {
  return { name, after: seq - 1, seq, update: Uint8Array.of(seq) };
}

/** Waits until it is so; what is said between nodes takes its way. */
export async function until(isSo: () => boolean): Promise<void> {
  const end = Date.now() + 10_000;
  while (!isSo()) {
    if (Date.now() > end) throw new Error('it did not come to that');
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
}

export function describeFanout(title: string, open: () => Promise<OpenedFanouts>): void {
  describe(`fan-out: ${title}`, () => {
    let opened: OpenedFanouts;
    let one: Fanout;
    let two: Fanout;
    beforeEach(async () => {
      opened = await open();
      [one, two] = opened.nodes;
    });
    afterEach(() => opened.dispose());

    /** Follows from position 0, and is heard by the other node: awareness goes all the way. */
    const following = async (fanout: Fanout, name = plan): Promise<Listener> => {
      const listener = new Listener();
      fanout.follow(name, listener);
      fanout.reached(name, 0);
      const sender = new Listener();
      await until(() => {
        for (const node of [one, two]) node.awareness(name, Uint8Array.of(0), sender);
        return listener.heard.length >= 2;
      });
      // What was asked again meanwhile.
      await new Promise((resolve) => setTimeout(resolve, 100));
      listener.heard.length = 0;
      return listener;
    };

    it('tells followers on every node of a change, and those of other documents nothing', async () => {
      const [here, there, elsewhere] = [
        await following(one),
        await following(two),
        await following(two, other),
      ];
      for (const each of [here, there, elsewhere]) each.heard.length = 0;
      one.publish(changeOf(1));
      await until(() => here.seqs.length > 0 && there.seqs.length > 0);
      two.publish(changeOf(2));
      await until(() => here.seqs.length > 1 && there.seqs.length > 1);
      expect([here.seqs, there.seqs]).toEqual([
        [1, 2],
        [1, 2],
      ]);
      expect(there.changes[0]).toEqual(changeOf(1));
      expect(elsewhere.seqs).toEqual([]);
    });

    it('tells awareness to everybody but the one who said it', async () => {
      const [sender, beside, there] = [await following(one), await following(one), await following(two)];
      for (const each of [sender, beside, there]) each.heard.length = 0;
      one.awareness(plan, Uint8Array.of(7, 8), sender);
      await until(() => beside.heard.length > 0 && there.heard.length > 0);
      expect([sender.heard, beside.heard, there.heard]).toEqual([[], [[plan, [7, 8]]], [[plan, [7, 8]]]]);
    });

    it('[G8] tells those who follow an earlier epoch its end, on every node, and nothing of it after that', async () => {
      const [here, there] = [await following(one, other), await following(two, other)];
      const beside = await following(two);
      one.endEarlier(documentName('register', 'p1', 2));
      await until(() => here.changes.some(isEnd) && there.changes.some(isEnd));
      one.publish(changeOf(1, other));
      one.publish(changeOf(1));
      await until(() => beside.seqs.length > 0);
      expect([here.seqs.length, there.seqs.length, beside.seqs]).toEqual([1, 1, [1]]);
    });

    it('tells those nothing who follow no more', async () => {
      const [stays, goes] = [await following(two), await following(two)];
      expect(two.size).toBe(1);
      two.unfollow(plan, goes);
      one.publish(changeOf(1));
      await until(() => stays.seqs.length > 0);
      expect(goes.seqs).toEqual([]);
      two.unfollow(plan, stays);
      expect(two.size).toBe(0);
    });
  });
}
