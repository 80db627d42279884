// Writes down what changed: one strict Dexie transaction holds the journal rows, the projected rows and what is known of the
// server. When it commits, the change has its tick; when it does not, everything stays in memory and is tried again.

import type { Table } from 'dexie';
import * as Y from 'yjs';
import type { StoreApi } from 'zustand/vanilla';
import { isExampleId } from '../domain/partnership.ts';
import type { ProjectedRow, TableName } from '../documents/projection.ts';
import { decodeHeld } from '../documents/serverState.ts';
import { isCovered } from '../documents/stamp.ts';
import type { Instant } from '../domain/time.ts';
import { type DocumentName, epochOf, isEarlierEpoch, parseDocumentName } from '../schema/documentName.ts';
import type { DeviceDatabase, DocumentRow, Unsent } from './database.ts';
import { epochsHere, isSuperseded } from './epochs.ts';
import { readIncarnation } from './incarnation.ts';
import type { LedgerStatus } from './ledger.ts';
import { projectShelved, type Shelved } from './shelf.ts';
import { type StorageFailure, storageFailure } from './storageFailure.ts';

/** A change of a document's row that belongs to the same transaction (a cursor, a receipt). */
interface RowChange {
  readonly name: DocumentName;
  /** It is left out when this device has met another incarnation of the server. */
  readonly incarnation: string;
  readonly apply: (row: DocumentRow) => DocumentRow;
}

/** What is to be committed with everything that is uncommitted. */
interface CommitWish {
  /** Work of a caller inside the transaction, after everything else of it. */
  readonly within?: (db: DeviceDatabase, rows: readonly ProjectedRow[]) => PromiseLike<unknown>;
  readonly rowChanges?: readonly RowChange[];
  /** Rows for `within`, projected at the moment at which the uncommitted updates are taken. */
  readonly project?: () => readonly ProjectedRow[];
  /** Told once it is durable, also when that took more than one attempt. */
  readonly done?: () => void;
}

/** Another tab has put the successor in a document's place, and nothing may be stored for the former any more. */
class Superseded extends Error {
  readonly document: DocumentName;
  constructor(document: DocumentName) {
    super(`${document} was superseded`);
    this.document = document;
  }
}

export interface Committer {
  /** Commits everything uncommitted. Resolves when durable; throws StorageFailure when it is not, and goes on trying. */
  readonly commit: (wish?: CommitWish) => Promise<void>;
  readonly retry: () => Promise<void>;
  readonly dispose: () => void;
}

export interface CommitterOptions {
  readonly db: DeviceDatabase;
  readonly now: () => Instant;
  readonly uncommitted: () => readonly Shelved[];
  /** Takes into an open document what other tabs have committed. */
  readonly catchUp: (name: DocumentName) => Promise<void>;
  readonly status: StoreApi<LedgerStatus>;
  /** Told after each commit: which documents, and whether something of this device's was among it. */
  readonly onCommitted: (names: readonly DocumentName[], hasLocal: boolean) => void;
  /** Takes a document that was superseded off the shelf, and what it had uncommitted into its successor. */
  readonly moveOver: (name: DocumentName) => Promise<void>;
  readonly reportFailure: (failure: unknown) => void;
}

/** Waits between attempts by itself, in milliseconds; the last one repeats. */
const RETRY_WAITS = [500, 1_000, 2_000, 5_000, 15_000] as const;

interface Batch {
  readonly shelved: Shelved;
  readonly updates: readonly Uint8Array[];
  readonly hasLocal: boolean;
  readonly changed: Shelved['changed'];
  /** Its row, once written. */
  journalId: number;
}

/** Another tab has committed to this document: rows projected from what this tab holds would take back its change. */
class Behind extends Error {
  readonly document: DocumentName;

  constructor(document: DocumentName) {
    super(`behind with ${document}`);
    this.document = document;
  }
}

/** The row of a document that this device has not met before. */
export function emptyDocumentRow(name: DocumentName): DocumentRow {
  const partnershipId = parseDocumentName(name)?.id ?? '';
  const unsent: Unsent = isExampleId(partnershipId) ? 2 : 0;
  return { name, partnershipId, cursor: 0, held: undefined, unsent, revision: 0, prunedTo: 0 };
}

export function createCommitter(options: CommitterOptions): Committer {
  const { db, status } = options;
  let waiting: CommitWish[] = [];
  let running: Promise<void> = Promise.resolve();
  let attempts = 0;
  let timer: ReturnType<typeof setTimeout> | undefined;

  /** All that waits, in a document as the other tabs have left it. */
  async function attempt(): Promise<void> {
    for (;;) {
      try {
        await attemptOnce();
        return;
      } catch (cause) {
        if (!(cause instanceof Behind)) throw cause;
        await options.catchUp(cause.document);
      }
    }
  }

  /** On failure everything is put back where it was. */
  async function attemptOnce(): Promise<void> {
    // Opened first: between taking the updates and projecting their rows nothing may change.
    if (!db.isOpen()) await db.open();
    const jobs = waiting;
    const batches = options.uncommitted().map(take);
    if (jobs.length === 0 && batches.length === 0) return;
    waiting = [];
    try {
      await transact(batches, jobs);
      for (const { shelved, updates, journalId } of batches) {
        shelved.journalId = Math.max(shelved.journalId, journalId);
        for (const update of updates) shelved.keep(update);
      }
    } catch (cause) {
      waiting = [...jobs, ...waiting];
      for (const batch of batches) putBack(batch);
      throw cause instanceof Superseded || cause instanceof Behind ? cause : storageFailure(cause);
    } finally {
      for (const { shelved } of batches) shelved.isCommitting = false;
    }
    const names = new Set([...batches.map((batch) => batch.shelved.name), ...jobs.flatMap(namesOf)]);
    options.onCommitted(
      [...names],
      batches.some((batch) => batch.hasLocal),
    );
    for (const job of jobs) job.done?.();
  }

  async function transact(batches: readonly Batch[], jobs: readonly CommitWish[]): Promise<void> {
    const rowsOf = new Map(
      batches.map((batch) => [batch.shelved.name, projectShelved(batch.shelved, batch.changed)]),
    );
    const projected = new Map(jobs.map((job) => [job, job.project?.() ?? []]));
    const asked = jobs.flatMap((job) => job.rowChanges ?? []);
    const tables = new Set<Table>([db.documents, db.journal]);
    if (asked.length > 0) tables.add(db.settings);
    for (const rows of rowsOf.values()) for (const row of rows) tables.add(db.table(row.table));
    if (jobs.some((job) => job.within)) for (const table of db.tables) tables.add(table);
    await db.transaction('rw', [...tables], async () => {
      const current = asked.length > 0 ? await readIncarnation(db) : '';
      const rowChanges = asked.filter((change) => change.incarnation === current);
      for (const batch of batches) {
        await writeBatch(batch, rowsOf.get(batch.shelved.name) ?? [], rowChanges);
      }
      const written = new Set(batches.map((batch) => batch.shelved.name));
      for (const change of rowChanges) {
        if (written.has(change.name)) continue;
        const known = await db.documents.get(change.name);
        if (known === undefined && (await isSuperseded(db, change.name))) continue;
        await db.documents.put(change.apply(known ?? emptyDocumentRow(change.name)));
      }
      for (const job of jobs) await job.within?.(db, projected.get(job) ?? []);
    });
  }

  async function writeBatch(
    batch: Batch,
    rows: readonly ProjectedRow[],
    rowChanges: readonly RowChange[],
  ): Promise<void> {
    const { name } = batch.shelved;
    const [first, ...more] = batch.updates;
    if (first === undefined) return;
    const update = more.length === 0 ? first : Y.mergeUpdatesV2([first, ...more]);
    const read = batch.shelved.journalId;
    const unread = db.journal.where('[doc+id]').between([name, read], [name, Number.MAX_SAFE_INTEGER], false);
    // What does not depend on one another is asked at once: each wait of its own delays the tick.
    const [known, unreadIds, journalId] = await Promise.all([
      db.documents.get(name),
      unread.primaryKeys(),
      db.journal.add({ doc: name, update, at: options.now(), isLocal: batch.hasLocal ? 1 : 0 }),
    ]);
    if (known === undefined && (await isSuperseded(db, name))) throw new Superseded(name);
    let row = known ?? emptyDocumentRow(name);
    if (row.prunedTo > read || unreadIds.some((id) => id !== journalId)) throw new Behind(name);
    batch.journalId = journalId;
    if (batch.hasLocal) row = { ...row, revision: row.revision + 1, unsent: row.unsent === 2 ? 2 : 1 };
    for (const change of rowChanges) if (change.name === name) row = change.apply(row);
    const shown = (await isArriving(name)) ? [] : rows;
    await Promise.all([db.documents.put(row), writeProjectedRows(db, row, shown)]);
  }

  /** While an earlier epoch is still here, the query tables show that one. */
  async function isArriving(name: DocumentName): Promise<boolean> {
    if (epochOf(name) === 0) return false;
    return (await epochsHere(db, name)).some((other) => isEarlierEpoch(other, name));
  }

  async function run(): Promise<void> {
    try {
      await attempt();
    } catch (first) {
      if (first instanceof Superseded) {
        await options.moveOver(first.document);
        await run();
        return;
      }
      const failure = storageFailure(first);
      // A connection that the browser closed under us is opened anew at once; anything else waits.
      if (failure.reason !== 'closed') throw failure;
      db.close({ disableAutoOpen: false });
      await attempt();
    }
  }

  function enqueue(): Promise<void> {
    const next = running.then(async () => {
      clearTimeout(timer);
      try {
        await run();
        attempts = 0;
        if (status.getState().kind !== 'ok') status.setState({ kind: 'ok' }, true);
      } catch (cause) {
        const failure = storageFailure(cause);
        fail(failure);
        throw failure;
      }
    });
    // The chain itself never breaks; the caller gets the failure.
    running = next.catch(() => undefined);
    return next;
  }

  function fail(failure: StorageFailure): void {
    const pending = options.uncommitted().reduce((sum, shelved) => sum + shelved.updates.length, 0);
    status.setState({ kind: 'failing', reason: failure.reason, pending }, true);
    const wait = RETRY_WAITS[Math.min(attempts, RETRY_WAITS.length - 1)];
    attempts += 1;
    // The failure is in `status` already; a retry that fails again only renews it.
    timer = setTimeout(() => void enqueue().catch(() => undefined), wait);
  }

  return {
    commit: (wish) => {
      if (wish !== undefined) waiting.push(wish);
      return enqueue();
    },
    retry: enqueue,
    dispose: () => clearTimeout(timer),
  };
}

/** Writes rows into their tables, each with what the server is known to hold of it. Runs inside a transaction. */
export async function writeProjectedRows(
  db: DeviceDatabase,
  document: DocumentRow,
  rows: readonly ProjectedRow[],
): Promise<void> {
  const held = decodeHeld(document.held).sv;
  const byTable = new Map<TableName, { put: object[]; gone: string[] }>();
  for (const { table, key, record, stamp } of rows) {
    const writes = byTable.get(table) ?? { put: [], gone: [] };
    byTable.set(table, writes);
    if (record === undefined) {
      writes.gone.push(key);
      continue;
    }
    const unsent: Unsent = document.unsent === 2 ? 2 : isCovered(stamp, held) ? 0 : 1;
    const { name: doc, partnershipId } = document;
    writes.put.push({ ...record, key, doc, partnershipId, unsent, stamp });
  }
  await Promise.all(
    [...byTable].flatMap(([name, { put, gone }]) => [
      ...(put.length > 0 ? [db.table(name).bulkPut(put)] : []),
      ...(gone.length > 0 ? [db.table(name).bulkDelete(gone)] : []),
    ]),
  );
}

function take(shelved: Shelved): Batch {
  const { updates, hasLocal, changed } = shelved;
  shelved.updates = [];
  shelved.hasLocal = false;
  shelved.changed = new Map();
  shelved.isCommitting = true;
  return { shelved, updates, hasLocal, changed, journalId: 0 };
}

function putBack(batch: Batch): void {
  const { shelved } = batch;
  shelved.updates = [...batch.updates, ...shelved.updates];
  shelved.hasLocal ||= batch.hasLocal;
  for (const [root, keys] of batch.changed) {
    shelved.changed.set(root, new Set([...keys, ...(shelved.changed.get(root) ?? [])]));
  }
}

function namesOf(job: CommitWish): readonly DocumentName[] {
  return (job.rowChanges ?? []).map((change) => change.name);
}
