// The ledger's side of the exchange: derives what waits, takes in what came, settles ticks by receipts.

import * as Y from 'yjs';
import type { DocumentKind } from '../domain/access.ts';
import type { TableName } from '../documents/projection.ts';
import { decodeHeld, encodeHeld, holdAlso, unsentUpdate } from '../documents/serverState.ts';
import { isCovered } from '../documents/stamp.ts';
import type { Instant } from '../domain/time.ts';
import { type DocumentName, epochOf, parseDocumentName } from '../schema/documentName.ts';
import { type Committer, emptyDocumentRow } from './committer.ts';
import { type DeviceDatabase, type DocumentRow, TABLE_NAMES } from './database.ts';
import { isSuperseded, type PresentEpochs } from './epochs.ts';
import { readIncarnation, writeIncarnation } from './incarnation.ts';
import type { Outgoing, OutgoingWish, Received, ReplicaStore } from './replicaStore.ts';
import { REMOTE_ORIGIN, type Shelf } from './shelf.ts';
import { storageFailure } from './storageFailure.ts';

const TABLES_OF: Readonly<Record<DocumentKind, readonly TableName[]>> = {
  programme: ['rounds'],
  partnership: ['partnerships', 'organisations', 'meetings', 'decisions', 'plan'],
  register: ['persons', 'contacts', 'representations', 'invitations', 'attendance', 'signatures', 'seals'],
  support: [],
  mediation: [],
};

export interface ReplicaEngineOptions {
  readonly db: DeviceDatabase;
  readonly shelf: Shelf;
  readonly committer: Committer;
  readonly now: () => Instant;
  readonly epochs: PresentEpochs;
  readonly supersede: ReplicaStore['supersede'];
  readonly onLocalCommit: ReplicaStore['onLocalCommit'];
}

export function createReplicaStore(options: ReplicaEngineOptions): ReplicaStore {
  const { db, shelf, committer } = options;

  async function outgoing(name: DocumentName, wish: OutgoingWish = {}): Promise<Outgoing> {
    const row = await documentRow(name);
    if (row.unsent !== 1 && wish.vector !== true) return emptyOutgoing(row);
    const open = await shelf.open(name);
    try {
      await shelf.catchUp(name);
      const { update, isWhole } = unsentUpdate(open.doc, decodeHeld(row.held), wish.maxBytes);
      // From a cursor on the server knows what this device holds, but for rows whose receipt was lost.
      const isVectorWanted = row.cursor === 0 || wish.vector === true || update.length > VECTOR_FROM_BYTES;
      const stateVector = isVectorWanted ? Y.encodeStateVector(open.doc) : NOTHING;
      if (update.length === 0) await settle(row);
      return { ...emptyOutgoing(row), stateVector, update, isWhole };
    } finally {
      open.release();
    }
  }

  /** Marks everything that the server holds as held; with nothing left to send, the document too. */
  async function settle(seen: DocumentRow): Promise<void> {
    const { name } = seen;
    await strict(() =>
      db.transaction('rw', [db.documents, ...tablesOf(name)], async () => {
        const row = await documentRow(name);
        await settleRows(row);
        // Receipts that were dropped since leave everything unsent again.
        const isAsSeen = row.revision === seen.revision && sameBytes(row.held, seen.held);
        if (row.unsent === 1 && isAsSeen) await db.documents.put({ ...row, unsent: 0 });
      }),
    );
  }

  function tablesOf(name: DocumentName): ReturnType<DeviceDatabase['queryTable']>[] {
    const kind = parseDocumentName(name)?.kind;
    return kind === undefined ? [] : TABLES_OF[kind].map((table) => db.queryTable(table));
  }

  async function settleRows(row: DocumentRow): Promise<void> {
    const held = decodeHeld(row.held).sv;
    for (const table of tablesOf(row.name)) {
      const waiting = await table.where('[doc+unsent]').equals([row.name, 1]).toArray();
      const covered = waiting.filter((each) => isCovered(each.stamp, held));
      await table.bulkPut(covered.map((each) => ({ ...each, unsent: 0 as const })));
    }
  }

  const receive: ReplicaStore['receive'] = async (name, received) => {
    const { incarnation } = received;
    let isTaken = false;
    const apply = (row: DocumentRow): DocumentRow => {
      isTaken = true;
      return afterAnswer(row, received);
    };
    if (received.update.length > 0) {
      const open = await shelf.open(name);
      try {
        // What waits here may be among what the server sends, who has it from another device then.
        const mayWait = received.acknowledged !== undefined || (await documentRow(name)).unsent === 1;
        await shelf.catchUp(name);
        const settle = await shelf.settling(open.shelved);
        // Content is right whichever server it is of; what the cursor and the receipt say is checked where they are stored.
        Y.applyUpdateV2(open.doc, received.update, REMOTE_ORIGIN);
        settle();
        const settling = mayWait ? settleWithin(name) : undefined;
        await committer.commit({
          ...(settling && { within: settling }),
          rowChanges: [{ name, incarnation, apply }],
        });
      } finally {
        open.release();
      }
      // An update that brought nothing new leaves no journal row, and the cursor went with the row change all the same.
    } else {
      await strict(() =>
        db.transaction('rw', [db.documents, db.settings, ...tablesOf(name)], async () => {
          if ((await readIncarnation(db)) !== incarnation) return;
          if (await isSuperseded(db, name)) return;
          const row = apply(await documentRow(name));
          await db.documents.put(row);
          if (received.acknowledged) await settleRows(row);
        }),
      );
    }
    return isTaken ? 'received' : 'anotherServer';
  };

  function settleWithin(name: DocumentName): () => Promise<void> {
    return async () => settleRows(await documentRow(name));
  }

  async function documentRow(name: DocumentName): Promise<DocumentRow> {
    return (await db.documents.get(name)) ?? emptyDocumentRow(name);
  }

  async function refuse(name: DocumentName, reason: Parameters<ReplicaStore['refuse']>[1], sent: Outgoing) {
    await strict(() =>
      db.transaction('rw', db.refused, async () => {
        const before = await db.refused.where('doc').equals(name).toArray();
        const isKept = before.some((row) => row.reason === reason && sameBytes(row.update, sent.update));
        if (isKept) return;
        // Everything unsent is in each attempt, so a later one contains the earlier ones of the same reason.
        await db.refused.bulkDelete(before.filter((row) => row.reason === reason).map((row) => row.id));
        await db.refused.add({ doc: name, reason, update: sent.update, at: options.now() });
      }),
    );
  }

  return {
    documents: () => db.documents.where('unsent').notEqual(2).toArray(),
    outgoing,
    receive,
    refuse,
    supersede: options.supersede,
    rotation: async (asked, rebuild) => {
      const name = await options.epochs.resolve(asked);
      // The position first: what comes in between is in the document, and the server says that it moved.
      const [{ cursor: position }, incarnation] = [await documentRow(name), await readIncarnation(db)];
      const open = await shelf.open(name);
      try {
        await shelf.catchUp(name);
        const update = Y.encodeStateAsUpdateV2(rebuild(open.doc, epochOf(name)));
        return { name, position, incarnation, update };
      } finally {
        open.release();
      }
    },
    resolve: options.epochs.resolve,
    follow: (names) =>
      strict(() =>
        db.transaction('rw', db.documents, async () => {
          for (const name of names) {
            const isHere = (await db.documents.get(name)) !== undefined || (await isSuperseded(db, name));
            if (!isHere) await db.documents.add(await documentRow(name));
          }
        }),
      ),
    incarnation: () => readIncarnation(db),
    forgetReceipts: (before, incarnation) =>
      strict(() =>
        db.transaction(
          'rw',
          [db.documents, db.settings, ...TABLE_NAMES.map((table) => db.table(table))],
          async () => {
            if ((await readIncarnation(db)) !== before) return;
            await writeIncarnation(db, incarnation);
            // Before the first contact nothing was acknowledged: what waits is marked as waiting already.
            if (before === '') return;
            await db.documents.where('unsent').notEqual(2).modify({ cursor: 0, held: undefined, unsent: 1 });
            for (const table of TABLE_NAMES)
              await db.table(table).where('unsent').equals(0).modify({ unsent: 1 });
          },
        ),
      ),
    onLocalCommit: options.onLocalCommit,
  };
}

function afterAnswer(row: DocumentRow, received: Received): DocumentRow {
  const { acknowledged } = received;
  const before = decodeHeld(row.held);
  const held = holdAlso(acknowledged ? holdAlso(before, acknowledged.update) : before, received.update);
  const isAllSent =
    acknowledged?.isWhole === true && row.unsent === 1 && row.revision === acknowledged.revision;
  return { ...row, cursor: received.cursor, held: encodeHeld(held), unsent: isAllSent ? 0 : row.unsent };
}

/** An update as long as this may not come back when its receipt was lost; a shorter one costs less than the vector. */
const VECTOR_FROM_BYTES = 1_000;
const NOTHING = new Uint8Array();

function emptyOutgoing({ name, cursor, revision }: DocumentRow): Outgoing {
  return { name, cursor, stateVector: NOTHING, update: NOTHING, isWhole: true, revision };
}

function sameBytes(a: Uint8Array | undefined, b: Uint8Array | undefined): boolean {
  if (a === undefined || b === undefined) return a === b;
  return a.length === b.length && a.every((byte, index) => byte === b[index]);
}

async function strict<Value>(work: () => PromiseLike<Value>): Promise<Value> {
  try {
    return await work();
  } catch (cause) {
    throw storageFailure(cause);
  }
}
