// Parts that break one rule each, to prove that the simulator finds it out.

import * as Y from 'yjs';
import { markCarried } from '../../src/documents/epochs.ts';
import { rebuildWithout } from '../../src/documents/rebuildWithout.ts';
import { readRecord, recordMap, rootMap } from '../../src/documents/roots.ts';
import { type DocumentName, epochOf } from '../../src/schema/documentName.ts';
import type { NewRow } from '../../sync-server/stores/logStore.ts';
import { SqliteLogStore } from '../../sync-server/stores/sqliteLogStore.ts';
import type { Sabotage } from './cast.ts';
import { firstEpoch } from './epochs.ts';

const EMPTY = Y.encodeStateAsUpdateV2(new Y.Doc());

/** Longer than a receipt takes over a good line. */
const COMMITTED_LATER_MS = 50;

/** Gives the receipt first and commits later. */
class HastyLog extends SqliteLogStore {
  readonly #promised = new Map<DocumentName, number>();

  override async append(row: NewRow): Promise<number> {
    const stored = (await this.state(row.name))?.head ?? 0;
    const seq = Math.max(stored, this.#promised.get(row.name) ?? 0) + 1;
    this.#promised.set(row.name, seq);
    // What becomes of it is what nobody asks any more.
    setTimeout(() => void super.append(row).catch(() => undefined), COMMITTED_LATER_MS);
    return seq;
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

/** Rebuilds a register with the names and the contact data of whom it erases. */
export const unfilteredRebuilding: Sabotage = {
  rebuild: (old, erasing) => {
    const rebuilt = rebuildWithout(old, erasing);
    const contacts = rootMap(rebuilt, 'contacts');
    for (const [key, value] of rootMap(old, 'contacts')) contacts.set(key, value);
    for (const id of erasing.persons) {
      const name = readRecord(rootMap(old, 'persons'), id)?.['name'];
      if (typeof name === 'string') recordMap(rootMap(rebuilt, 'persons'), id).set('name', name);
    }
    return rebuilt;
  },
};

/** What waits in a former epoch is noted as carried over, and is not. */
export const unsentLeftBehind: Sabotage = {
  replicasOf: (replicas) => ({
    ...replicas,
    supersede: async (successor) => {
      const former = await replicas.resolve(firstEpoch(successor));
      const { update } = await replicas.outgoing(former);
      if (former !== successor && update.length > 0) {
        const marks = new Y.Doc();
        for (const [client, clock] of Y.parseUpdateMetaV2(update).to)
          markCarried(marks, epochOf(former), client, clock);
        const row = (await replicas.documents()).find(({ name }) => name === successor);
        await replicas.receive(successor, {
          incarnation: await replicas.incarnation(),
          update: Y.encodeStateAsUpdateV2(marks),
          cursor: row?.cursor ?? 0,
        });
      }
      return replicas.supersede(successor);
    },
  }),
};
