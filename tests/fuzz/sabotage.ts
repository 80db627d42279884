// Parts that break one rule each, to prove that the simulator finds it out.

import * as Y from 'yjs';
import type { NewRow } from '../../sync-server/stores/logStore.ts';
import { SqliteLogStore } from '../../sync-server/stores/sqliteLogStore.ts';
import type { Sabotage } from './cast.ts';

const EMPTY = Y.encodeStateAsUpdateV2(new Y.Doc());

/** Gives the receipt first and commits later. */
class HastyLog extends SqliteLogStore {
  override async append(row: NewRow): Promise<number> {
    const head = (await this.state(row.name))?.head ?? 0;
    // What becomes of it is what nobody asks any more.
    super.append(row).catch(() => undefined);
    return head + 1;
  }
}

/** Gives a receipt for each row and keeps nothing of every fifth. */
class ForgetfulLog extends SqliteLogStore {
  #rows = 0;

  override append(row: NewRow): ReturnType<SqliteLogStore['append']> {
    this.#rows += 1;
    return super.append(this.#rows % 5 === 0 ? { ...row, update: EMPTY } : row);
  }
}

export const receiptBeforeCommit: Sabotage = { openLog: (database) => new HastyLog(database) };

export const droppedRows: Sabotage = { openLog: (database) => new ForgetfulLog(database) };

/** Notes the cursor of what comes, and takes in no more than half of it. */
export function cursorAhead(): Sabotage {
  let received = 0;
  return {
    replicasOf: (replicas) => ({
      ...replicas,
      receive: (name, answer) => {
        received += 1;
        return replicas.receive(name, received % 2 === 0 ? { ...answer, update: new Uint8Array() } : answer);
      },
    }),
  };
}

/** Everything is a receipt: what waits is forgotten with the question, whatever the answer. */
export const refusedTakenForSent: Sabotage = {
  replicasOf: (replicas) => ({
    ...replicas,
    refuse: async (name, _reason, outgoing) => {
      await replicas.receive(name, {
        incarnation: await replicas.incarnation(),
        update: new Uint8Array(),
        cursor: outgoing.cursor,
        acknowledged: outgoing,
      });
    },
  }),
};

/** Whoever was let in once may do everything. */
export const noRoles: Sabotage = {
  grantsOf: (grants) => grants.map((grant) => ({ ...grant, role: 'librarian', revoked: false })),
};
