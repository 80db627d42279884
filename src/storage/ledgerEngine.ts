// Puts the ledger together: shelf of open documents, committer, tabs, exchange side, backup. Loaded when first used.

import * as Y from 'yjs';
import { type StoreApi, createStore } from 'zustand/vanilla';
import { isExampleId } from '../domain/partnership.ts';
import { type ProjectedRow, projectRecords } from '../documents/projection.ts';
import { LOCAL_ORIGIN } from '../documents/roots.ts';
import type { Instant } from '../domain/time.ts';
import { type DocumentName, documentName } from '../schema/documentName.ts';
import { type BackupDocument, type DecodedBackup, decodeBackup, encodeBackup } from './backup.ts';
import { createCommitter, writeProjectedRows } from './committer.ts';
import { type DeviceDatabase, type DocumentRow, type JournalRow, TABLE_NAMES } from './database.ts';
import type { DocumentStore } from './documentStore.ts';
import type { Ledger, LedgerStatus, OpenDocument } from './ledger.ts';
import { createReplicaStore } from './replicaEngine.ts';
import type { ReplicaStore } from './replicaStore.ts';
import { type Shelf, createShelf } from './shelf.ts';
import { StorageFailure, storageFailure } from './storageFailure.ts';
import { openTabChannel } from './tabChannel.ts';

export interface LedgerOptions {
  readonly db: DeviceDatabase;
  readonly store: DocumentStore;
  readonly now: () => Instant;
  /** Whether a server is to be waited for before local journal rows may go. */
  readonly hasServer: () => Promise<boolean>;
  readonly reportFailure: (failure: unknown) => void;
  /** Made beforehand, so that the first screen can watch it before the engine is loaded. */
  readonly status?: StoreApi<LedgerStatus>;
  readonly lingerMs?: number;
}

export interface LedgerEngine extends Ledger {
  readonly replicas: ReplicaStore;
  /** Projects every document anew and replaces all query rows. */
  readonly rebuild: () => Promise<void>;
  /** Takes the example off this device, whole. Refuses (throws) for any other partnership: those are erased by rotation. */
  readonly removeExample: (partnershipId: string) => Promise<void>;
  /** Brings a backup file in; merging, so twice is as once. */
  readonly importBackup: (bytes: Uint8Array) => Promise<DecodedBackup>;
  readonly dispose: () => Promise<void>;
}

/** Rows younger than this stay in the journal whatever the store says: the store's own writes are not strict. */
const JOURNAL_MIN_AGE_MS = 10 * 60_000;
const LINGER_MS = 60_000;

export function openLedger(options: LedgerOptions): LedgerEngine {
  const { db, store, now } = options;
  const status = options.status ?? createStore<LedgerStatus>(() => ({ kind: 'ok' }));
  const localListeners = new Set<() => void>();
  const announceLocal = (): void => {
    for (const listener of localListeners) listener();
  };

  const shelf: Shelf = createShelf({
    db,
    store,
    prune: (row, rows) => prune(row, rows),
    renew: (rows) => renew(rows),
    // Changes made outside `write` (undo of a text) are committed too.
    onUncommitted: () => {
      if (isCommitDue) return;
      isCommitDue = true;
      queueMicrotask(() => {
        isCommitDue = false;
        // A failure is in `status`, and the committer goes on trying.
        if (shelf.uncommitted().length > 0) void committer.commit().catch(() => undefined);
      });
    },
    reportFailure: options.reportFailure,
    lingerMs: options.lingerMs ?? LINGER_MS,
  });
  let isCommitDue = false;

  const channel = openTabChannel(`${db.name}-tabs`, ({ names, hasLocal }) => {
    void Promise.all(names.map((name) => shelf.catchUp(name))).catch(options.reportFailure);
    if (hasLocal) announceLocal();
  });

  const committer = createCommitter({
    db,
    now,
    status,
    uncommitted: () => shelf.uncommitted(),
    catchUp: (name) => shelf.catchUp(name),
    onCommitted: (names, hasLocal) => {
      channel.post({ names, hasLocal });
      if (hasLocal) announceLocal();
    },
    reportFailure: options.reportFailure,
  });

  async function prune(row: DocumentRow | undefined, rows: readonly JournalRow[]): Promise<void> {
    if (row === undefined || (row.unsent === 1 && (await options.hasServer()))) return;
    const old = rows.filter((each) => each.at < now() - JOURNAL_MIN_AGE_MS);
    const last = old.at(-1);
    // Only a run from the oldest on, so that `prunedTo` says it all.
    if (last === undefined || old.length !== rows.filter((each) => each.id <= last.id).length) return;
    await db.transaction('rw', db.journal, db.documents, async () => {
      await db.journal.bulkDelete(old.map((each) => each.id));
      await db.documents.where('name').equals(row.name).modify({ prunedTo: last.id });
    });
  }

  /** What the store lacked it may lose once more: its age counts from now on. On a full disk the rows stay as they are. */
  async function renew(rows: readonly JournalRow[]): Promise<void> {
    try {
      await db.journal.bulkUpdate(rows.map(({ id }) => ({ key: id, changes: { at: now() } })));
    } catch (cause) {
      options.reportFailure(storageFailure(cause));
    }
  }

  const write: Ledger['write'] = async (changes, within) => {
    const opened: OpenDocument[] = [];
    try {
      for (const change of changes) opened.push(await shelf.open(change.name));
      // All or none: nothing is begun where one of the documents asks for a newer app.
      if (!opened.every((open) => open.isWritable))
        throw new StorageFailure('unavailable', new Error('the document asks for a newer app'));
      for (const [index, open] of opened.entries()) changes[index]?.run(open.doc);
      await committer.commit(within);
    } finally {
      for (const open of opened) open.release();
    }
  };

  async function rebuild(): Promise<void> {
    while (!(await tryRebuild())) continue;
  }

  /** False when another tab committed meanwhile: what was projected would hide its change. */
  async function tryRebuild(): Promise<boolean> {
    const latest = () => db.journal.toCollection().lastKey();
    const before = await latest();
    const documents = await db.documents.toArray();
    const projected: { document: DocumentRow; rows: readonly ProjectedRow[] }[] = [];
    for (const document of documents) {
      const open = await shelf.open(document.name);
      try {
        await shelf.catchUp(document.name);
        const { doc, kind, partnershipId } = open.shelved;
        projected.push({ document, rows: projectRecords(doc, kind, partnershipId, 'all') });
      } finally {
        open.release();
      }
    }
    const tables = TABLE_NAMES.map((name) => db.table(name));
    return db.transaction('rw', [db.documents, db.journal, ...tables], async () => {
      if ((await latest()) !== before) return false;
      for (const table of tables) await table.clear();
      for (const { document, rows } of projected) {
        await writeProjectedRows(db, (await db.documents.get(document.name)) ?? document, rows);
      }
      return true;
    });
  }

  async function exportAll(): Promise<Uint8Array> {
    const documents = new Map<DocumentName, BackupDocument>();
    for (const { name, doc } of shelf.all())
      documents.set(name, { name, update: Y.encodeStateAsUpdateV2(doc) });
    try {
      for (const { name } of await db.documents.toArray()) {
        if (documents.has(name)) continue;
        const open = await shelf.open(name);
        documents.set(name, { name, update: Y.encodeStateAsUpdateV2(open.doc) });
        open.release();
      }
    } catch {
      // The database does not answer: the file holds what is in memory, which is what would be lost.
    }
    return encodeBackup([...documents.values()], now());
  }

  async function importBackup(bytes: Uint8Array): Promise<DecodedBackup> {
    const decoded = decodeBackup(bytes);
    if (decoded.kind === 'refused') return decoded;
    await write(
      decoded.documents.map(({ name, update }) => ({
        name,
        run: (doc) => Y.applyUpdateV2(doc, update, LOCAL_ORIGIN),
      })),
    );
    return decoded;
  }

  async function removeExample(partnershipId: string): Promise<void> {
    if (!isExampleId(partnershipId)) throw new Error('only the example is removed like this');
    const names = [documentName('partnership', partnershipId), documentName('register', partnershipId)];
    for (const name of names) await shelf.forget(name);
    await db.transaction('rw', db.tables, async () => {
      for (const table of TABLE_NAMES)
        await db.table(table).where('partnershipId').equals(partnershipId).delete();
      await db.documents.bulkDelete(names);
      await db.journal.where('doc').anyOf(names).delete();
    });
    // Another tab may still hold a document's database open; its rows are gone already, the rest follows when it lets go.
    for (const name of names) void store.erase(name).catch(options.reportFailure);
  }

  return {
    write,
    open: (name) => shelf.open(name),
    status,
    retry: () => committer.retry(),
    exportAll,
    importBackup,
    rebuild,
    removeExample,
    replicas: createReplicaStore({
      db,
      shelf,
      committer,
      now,
      onLocalCommit: (listener) => {
        localListeners.add(listener);
        return () => localListeners.delete(listener);
      },
    }),
    dispose: async () => {
      committer.dispose();
      channel.dispose();
      await shelf.dispose();
    },
  };
}
