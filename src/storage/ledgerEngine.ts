// Puts the ledger together: shelf of open documents, committer, tabs, exchange side, backup. Loaded when first used.

import * as Y from 'yjs';
import { type StoreApi, createStore } from 'zustand/vanilla';
import { isExampleId } from '../domain/partnership.ts';
import { carryOver } from '../documents/carryOver.ts';
import type { PlanEngine } from '../documents/planEngine.ts';
import type { ProjectedRow } from '../documents/projection.ts';
import { LOCAL_ORIGIN } from '../documents/roots.ts';
import type { Instant } from '../domain/time.ts';
import { type DocumentName, epochOf, isEarlierEpoch, nextEpoch } from '../schema/documentName.ts';
import { type BackupDocument, type DecodedBackup, decodeBackup, encodeBackup } from './backup.ts';
import { createCommitter, writeProjectedRows } from './committer.ts';
import { type DeviceDatabase, type DocumentRow, type JournalRow, TABLE_NAMES } from './database.ts';
import type { DocumentStore } from './documentStore.ts';
import { epochsHere, presentEpochs } from './epochs.ts';
import type { DocumentChange, Ledger, LedgerStatus } from './ledger.ts';
import { createReplicaStore } from './replicaEngine.ts';
import type { ReplicaStore } from './replicaStore.ts';
import { type Shelf, createShelf, projectShelved } from './shelf.ts';
import { StorageFailure, storageFailure } from './storageFailure.ts';
import { createSuperseding } from './superseding.ts';
import { openTabChannel } from './tabChannel.ts';

export interface LedgerOptions {
  readonly db: DeviceDatabase;
  readonly store: DocumentStore;
  /** Asked for when a partnership's document is opened for the first time. */
  readonly planEngine: () => Promise<PlanEngine>;
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
  /** Puts a rebuilt document in the place of one, on this device alone: it works without a server. */
  readonly rebuildHere: (name: DocumentName, rebuild: (doc: Y.Doc, epoch: number) => Y.Doc) => Promise<void>;
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

  const epochs = presentEpochs(db);
  const shelf: Shelf = createShelf({
    db,
    store,
    planEngine: options.planEngine,
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
    hear(names).catch(options.reportFailure);
    if (hasLocal) announceLocal();
  });

  async function hear(names: readonly DocumentName[]): Promise<void> {
    await Promise.all(names.map((name) => shelf.catchUp(name)));
    epochs.refresh();
    const left = shelf.all().filter(({ name }) => names.some((other) => isEarlierEpoch(name, other)));
    if (left.length === 0) return;
    for (const { name } of left) await superseding.moveOver(name);
    await committer.commit();
  }

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
    moveOver: (name) => superseding.moveOver(name),
    reportFailure: options.reportFailure,
  });

  const superseding = createSuperseding({
    db,
    store,
    shelf,
    committer: () => committer,
    epochs,
    tell: (names, hasLocal) => {
      channel.post({ names, hasLocal });
      if (hasLocal) announceLocal();
    },
    reportFailure: options.reportFailure,
  });
  superseding.resume().catch(options.reportFailure);

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
    const resolved: DocumentChange[] = [];
    for (const { name, run } of changes) resolved.push({ name: await epochs.resolve(name), run });
    await writeExactly(resolved, within);
  };

  async function writeExactly(
    changes: readonly DocumentChange[],
    within?: Parameters<Ledger['write']>[1],
  ): Promise<void> {
    const opened: Awaited<ReturnType<Shelf['open']>>[] = [];
    try {
      for (const change of changes) opened.push(await shelf.open(change.name));
      // One was superseded while another was being opened.
      if (opened.some(({ shelved }) => shelved.isOver)) return await write(changes, within);
      // All or none: nothing is begun where one of the documents asks for a newer app.
      if (!opened.every((open) => open.isWritable)) throw new StorageFailure('newerApp', undefined);
      for (const [index, open] of opened.entries()) changes[index]?.run(open.doc);
      await committer.commit(within && { within });
    } finally {
      for (const open of opened) open.release();
    }
  }

  async function rebuild(): Promise<void> {
    while (!(await tryRebuild())) continue;
  }

  /** False when another tab committed meanwhile: what was projected would hide its change. */
  async function tryRebuild(): Promise<boolean> {
    const latest = () => db.journal.toCollection().lastKey();
    const before = await latest();
    const all = await db.documents.toArray();
    // An epoch that is only arriving is not shown.
    const documents = all.filter(({ name }) => !all.some((other) => isEarlierEpoch(other.name, name)));
    const projected: { document: DocumentRow; rows: readonly ProjectedRow[] }[] = [];
    for (const document of documents) {
      const open = await shelf.open(document.name);
      try {
        await shelf.catchUp(document.name);
        projected.push({ document, rows: projectShelved(open.shelved, 'all') });
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
    const changes: DocumentChange[] = [];
    for (const document of decoded.documents) changes.push(await bringing(document));
    await writeExactly(changes);
    for (const { name } of changes) await superseding.supersede(name);
    return decoded;
  }

  /** A document of which a later epoch is here comes in through the same filter as what a device carries over, never whole. */
  async function bringing({ name, update }: BackupDocument): Promise<DocumentChange> {
    const latest = (await epochsHere(db, name)).at(-1);
    if (latest === undefined || !isEarlierEpoch(name, latest))
      return { name, run: (doc) => Y.applyUpdateV2(doc, update, LOCAL_ORIGIN) };
    const former = new Y.Doc();
    Y.applyUpdateV2(former, update);
    return { name: latest, run: (doc) => void carryOver(former, epochOf(name), doc) };
  }

  const rebuildHere: LedgerEngine['rebuildHere'] = async (asked, rebuild) => {
    const name = await epochs.resolve(asked);
    const successor = nextEpoch(name);
    const open = await shelf.open(name);
    try {
      await shelf.catchUp(name);
      const update = Y.encodeStateAsUpdateV2(rebuild(open.doc, epochOf(name)));
      await writeExactly([{ name: successor, run: (doc) => Y.applyUpdateV2(doc, update, LOCAL_ORIGIN) }]);
    } finally {
      open.release();
    }
    await superseding.supersede(successor);
  };

  async function removeExample(partnershipId: string): Promise<void> {
    if (!isExampleId(partnershipId)) throw new Error('only the example is removed like this');
    const rows = await db.documents.where('partnershipId').equals(partnershipId).toArray();
    const names = rows.map(({ name }) => name);
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
    open: async (name) => shelf.open(await epochs.resolve(name)),
    status,
    retry: () => committer.retry(),
    exportAll,
    importBackup,
    rebuild,
    rebuildHere,
    removeExample,
    replicas: createReplicaStore({
      db,
      shelf,
      committer,
      now,
      epochs,
      supersede: superseding.supersede,
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
