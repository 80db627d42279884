import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import { documentName } from '../../../src/schema/documentName.ts';
import { endOf } from '../../../sync-server/fanout.ts';
import { CompleteFanout } from '../../../sync-server/fanout/completeFanout.ts';
import { LocalFanout } from '../../../sync-server/fanout/localFanout.ts';
import { openSqliteDatabase } from '../../../sync-server/stores/sqliteDatabase.ts';
import { SqliteLogStore } from '../../../sync-server/stores/sqliteLogStore.ts';
import { changeOf, describeFanout, Listener, until } from '../../contracts/fanout.ts';
import { rowOf } from '../../contracts/logStore.ts';

const plan = documentName('partnership', 'p1');

class CountingStore extends SqliteLogStore {
  reads = 0;

  override read(...args: Parameters<SqliteLogStore['read']>): ReturnType<SqliteLogStore['read']> {
    this.reads += 1;
    return super.read(...args);
  }
}

function newStore(): CountingStore {
  return new CountingStore(openSqliteDatabase(':memory:'));
}

const fail = (cause: unknown): void => {
  throw cause;
};

describeFanout('complete, in one process', async () => {
  const store = newStore();
  const fanout = new CompleteFanout(store, new LocalFanout(), fail);
  return {
    nodes: [fanout, fanout],
    dispose: async () => {
      await fanout.close();
      await store.close();
    },
  };
});

describe('complete fan-out', () => {
  let store: CountingStore;
  /** Stands for what comes from other nodes: what is not published here is lost on the way. */
  let inner: LocalFanout;
  let fanout: CompleteFanout;
  let listener: Listener;
  let doc: Y.Doc;
  let updates: Uint8Array[];

  beforeEach(async () => {
    store = newStore();
    inner = new LocalFanout();
    fanout = new CompleteFanout(store, inner, fail);
    listener = new Listener();
    doc = new Y.Doc();
    updates = [];
    doc.on('updateV2', (update: Uint8Array) => updates.push(update));
    for (const letter of 'abcdef') doc.getText('t').insert(0, letter);
    for (const update of updates) await store.append({ ...rowOf(plan), update });
  });
  afterEach(async () => {
    await fanout.close();
    await store.close();
  });

  const follow = (cursor: number): void => {
    fanout.follow(plan, listener);
    fanout.reached(plan, cursor);
  };
  const publish = (...seqs: number[]): void => {
    for (const seq of seqs) inner.publish({ ...changeOf(seq), update: updates[seq - 1] ?? new Uint8Array() });
  };
  const told = (): string => {
    const copy = new Y.Doc();
    for (const { update } of listener.changes) Y.applyUpdateV2(copy, update);
    return copy.getText('t').toJSON();
  };

  it('[G4] puts changes that overtook one another in order, without reading the log', async () => {
    follow(0);
    publish(2, 4, 1, 3, 3, 6, 5);
    expect(listener.seqs).toEqual([1, 2, 3, 4, 5, 6]);
    expect([told(), store.reads]).toEqual(['fedcba', 0]);
  });

  it('[G4] reads from the log what does not come, as one change, and goes on behind it', async () => {
    follow(1);
    publish(4);
    await until(() => listener.seqs.length > 0);
    expect(listener.changes).toMatchObject([{ after: 1, seq: 6 }]);
    expect(store.reads).toBe(1);
    doc.getText('t').insert(0, 'g');
    await store.append({ ...rowOf(plan), update: updates[6] ?? new Uint8Array() });
    publish(5, 6, 7);
    expect(listener.seqs).toEqual([6, 7]);
  });

  it('[G4] finds by looking what nobody told, also where it was compacted by then', async () => {
    follow(0);
    await store.compact(plan, { seq: 4, update: Y.encodeStateAsUpdateV2(doc) });
    await fanout.check();
    expect(listener.changes).toMatchObject([{ after: 0, seq: 6 }]);
    expect(told()).toBe('fedcba');
    await fanout.check();
    expect([listener.seqs, store.reads]).toEqual([[6], 1]);
  });

  it('tells nothing before the first follower has read the document, and then what lies beyond that', async () => {
    fanout.follow(plan, listener);
    publish(5, 6, 4);
    await fanout.check();
    expect(listener.seqs).toEqual([]);
    fanout.reached(plan, 4);
    expect(listener.seqs).toEqual([5, 6]);
  });

  it('[G8] finds by looking that a document is over, which nobody told', async () => {
    const [former, next] = [documentName('register', 'p1'), documentName('register', 'p1', 1)];
    await store.append(rowOf(former, 1));
    fanout.follow(former, listener);
    fanout.reached(former, 1);
    await store.rotate({ name: former, head: 1, row: rowOf(next, 2) });
    await fanout.check();
    await fanout.check();
    expect([listener.changes, fanout.size, inner.size]).toEqual([[endOf(former)], 0, 0]);
  });

  it('after the last follower is gone nothing is kept of a document', async () => {
    follow(0);
    publish(3);
    fanout.unfollow(plan, listener);
    expect([fanout.size, inner.size]).toEqual([0, 0]);
    await new Promise((resolve) => setTimeout(resolve, 60));
    expect([listener.seqs, store.reads]).toEqual([[], 0]);
  });
});
