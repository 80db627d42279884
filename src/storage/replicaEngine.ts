// The ledger's side of the exchange: derives what waits, takes in what came, settles ticks by receipts.

import * as Y from 'yjs';
import type { DocumentKind } from '../domain/access.ts';
import type { TableName } from '../documents/projection.ts';
import { decodeHeld, encodeHeld, holdAlso, unsentUpdate } from '../documents/serverState.ts';
import { isCovered } from '../documents/stamp.ts';
import type { Instant } from '../domain/time.ts';
import { type DocumentName, parseDocumentName } from '../schema/documentName.ts';
import { type Committer, emptyDocumentRow } from './committer.ts';
import { type DeviceDatabase, type DocumentRow, TABLE_NAMES } from './database.ts';
import type { Outgoing, Received, ReplicaStore } from './replicaStore.ts';
import { REMOTE_ORIGIN, type Shelf } from './shelf.ts';
import { storageFailure } from './storageFailure.ts';

const TABLES_OF: Readonly<Record<DocumentKind, readonly TableName[]>> = {
  programme: ['rounds'],
  partnership: ['partnerships', 'organisations', 'meetings', 'decisions'],
  register: ['persons', 'contacts', 'representations', 'invitations', 'attendance', 'signatures', 'seals'],
  support: [],
  mediation: [],
};

const INCARNATION = 'incarnation';

export interface ReplicaEngineOptions {
  readonly db: DeviceDatabase;
  readonly shelf: Shelf;
  readonly committer: Committer;
  readonly now: () => Instant;
  readonly onLocalCommit: ReplicaStore['onLocalCommit'];
}

export function createReplicaStore(options: ReplicaEngineOptions): ReplicaStore {
  const { db, shelf, committer } = options;

  async function outgoing(name: DocumentName): Promise<Outgoing> {
    const row = await documentRow(name);
    if (row.unsent !== 1) return emptyOutgoing(row);
    const open = await shelf.open(name);
    try {
      await shelf.catchUp(name);
      const update = unsentUpdate(open.doc, decodeHeld(row.held));
      const stateVector = Y.encodeStateVector(open.doc);
      if (update.length === 0) await settle(name, row.revision);
      return { name, cursor: row.cursor, stateVector, update, revision: row.revision };
    } finally {
      open.release();
    }
  }

  /** Marks everything that the server holds as held; with nothing left to send, the document too. */
  async function settle(name: DocumentName, revision: number): Promise<void> {
    await strict(() =>
      db.transaction('rw', [db.documents, ...tablesOf(name)], async () => {
        const row = await documentRow(name);
        await settleRows(row);
        if (row.unsent === 1 && row.revision === revision) await db.documents.put({ ...row, unsent: 0 });
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

  async function receive(name: DocumentName, received: Received): Promise<void> {
    const change = (row: DocumentRow): DocumentRow => afterAnswer(row, received);
    if (received.update.length > 0) {
      const open = await shelf.open(name);
      try {
        await shelf.catchUp(name);
        Y.applyUpdateV2(open.doc, received.update, REMOTE_ORIGIN);
        const settling = received.acknowledged ? settleWithin(name) : undefined;
        await committer.commit(settling, [{ name, apply: change }]);
      } finally {
        open.release();
      }
      // An update that brought nothing new leaves no journal row, and the cursor went with the row change all the same.
      return;
    }
    await strict(() =>
      db.transaction('rw', [db.documents, ...tablesOf(name)], async () => {
        const row = change(await documentRow(name));
        await db.documents.put(row);
        if (received.acknowledged) await settleRows(row);
      }),
    );
  }

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
    follow: (names) =>
      strict(() =>
        db.transaction('rw', db.documents, async () => {
          for (const name of names) {
            if ((await db.documents.get(name)) === undefined) await db.documents.add(await documentRow(name));
          }
        }),
      ),
    incarnation: async () => {
      const value = (await db.settings.get(INCARNATION))?.value;
      return typeof value === 'string' ? value : '';
    },
    forgetReceipts: (incarnation) =>
      strict(() =>
        db.transaction(
          'rw',
          [db.documents, db.settings, ...TABLE_NAMES.map((table) => db.table(table))],
          async () => {
            await db.documents.where('unsent').notEqual(2).modify({ cursor: 0, held: undefined, unsent: 1 });
            for (const table of TABLE_NAMES)
              await db.table(table).where('unsent').equals(0).modify({ unsent: 1 });
            await db.settings.put({ key: INCARNATION, value: incarnation });
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
  const isAllSent = acknowledged !== undefined && row.unsent === 1 && row.revision === acknowledged.revision;
  return { ...row, cursor: received.cursor, held: encodeHeld(held), unsent: isAllSent ? 0 : row.unsent };
}

function emptyOutgoing(row: DocumentRow): Outgoing {
  const nothing = new Uint8Array();
  return {
    name: row.name,
    cursor: row.cursor,
    stateVector: nothing,
    update: nothing,
    revision: row.revision,
  };
}

function sameBytes(a: Uint8Array, b: Uint8Array): boolean {
  return a.length === b.length && a.every((byte, index) => byte === b[index]);
}

async function strict<Value>(work: () => PromiseLike<Value>): Promise<Value> {
  try {
    return await work();
  } catch (cause) {
    throw storageFailure(cause);
  }
}
