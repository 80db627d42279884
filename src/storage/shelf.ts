// The documents that are open in this tab: loading from store and journal, catching what changes, staying level with other
// tabs. Writing it down is the committer's.

import * as Y from 'yjs';
import type { DocumentKind } from '../domain/access.ts';
import { isWritable } from '../documents/meta.ts';
import type { Overruling } from '../documents/overruling.ts';
import type { PlanEngine } from '../documents/planEngine.ts';
import {
  type ChangedKeys,
  observeChanges,
  type ProjectedRow,
  projectRecords,
} from '../documents/projection.ts';
import type { ChangedRoot } from '../documents/planProjection.ts';
import { type DocumentName, parseDocumentName } from '../schema/documentName.ts';
import type { DeviceDatabase, DocumentRow, JournalRow } from './database.ts';
import { type AttachedStore, type DocumentStore, readStored } from './documentStore.ts';
import { isGrantedWriting } from './grantedRoles.ts';
import type { OpenDocument } from './ledger.ts';
import { storageFailure } from './storageFailure.ts';

/** Origin of updates that came from the server. */
export const REMOTE_ORIGIN = 'remote';
/** Origin of updates that are in the journal already. */
const JOURNAL_ORIGIN = 'journal';

/** A document in memory with what of it is not committed yet. */
export interface Shelved {
  readonly name: DocumentName;
  readonly kind: DocumentKind;
  readonly partnershipId: string;
  readonly doc: Y.Doc;
  /** v2 updates since the last commit. */
  updates: Uint8Array[];
  /** Whether one of them was made on this device. */
  hasLocal: boolean;
  changed: Map<ChangedRoot, Set<string>>;
  /** What was uncommitted is being written down right now; until that has succeeded it lives in this document alone. */
  isCommitting: boolean;
  /** Its successor has taken its place: it is to be opened anew, and nothing that is still written into it is kept. */
  isOver: boolean;
  /** Journal rows up to this id are in the document. */
  journalId: number;
  /** Of documents that hold a plan. */
  readonly plan: { readonly engine: PlanEngine; readonly overruling: Overruling } | undefined;
  /** Hands an update that was written down to the document store. */
  readonly keep: (update: Uint8Array) => void;
}

interface Entry extends Shelved {
  readonly store: AttachedStore;
  readonly stopObserving: () => void;
  holders: number;
  isCatchingUp: boolean;
  closing: ReturnType<typeof setTimeout> | undefined;
}

/** The rows of what changed in a document on the shelf. */
export function projectShelved(
  { doc, kind, partnershipId, plan }: Shelved,
  changed: ChangedKeys,
): readonly ProjectedRow[] {
  return projectRecords(doc, kind, partnershipId, changed, plan?.engine);
}

export interface Shelf {
  readonly open: (name: DocumentName) => Promise<OpenDocument & { readonly shelved: Shelved }>;
  /** Documents with something to commit. */
  readonly uncommitted: () => readonly Shelved[];
  readonly all: () => readonly Shelved[];
  /** Applies what other tabs have committed to a document that is open here. */
  readonly catchUp: (name: DocumentName) => Promise<void>;
  /**
   * What is to be called right after a merge, before it is committed: settles what of it met something written here, where
   * this member may write.
   */
  readonly settling: (shelved: Shelved) => Promise<() => void>;
  readonly forget: (name: DocumentName) => Promise<void>;
  /** Takes a document off the shelf whose successor holds all of it. It counts as over at once. */
  readonly drop: (shelved: Shelved) => Promise<void>;
  readonly dispose: () => Promise<void>;
}

export interface ShelfOptions {
  readonly db: DeviceDatabase;
  readonly store: DocumentStore;
  readonly planEngine: () => Promise<PlanEngine>;
  /** Called when an update has been caught and waits to be committed. */
  readonly onUncommitted: () => void;
  /** Takes rows out of the journal that the store was just seen to hold. */
  readonly prune: (row: DocumentRow | undefined, rows: readonly JournalRow[]) => Promise<void>;
  /** Has rows count as new, which the store was only now given. */
  readonly renew: (rows: readonly JournalRow[]) => Promise<void>;
  readonly reportFailure: (failure: unknown) => void;
  /** How long a document stays open after its last holder has gone, in milliseconds. */
  readonly lingerMs: number;
}

export function createShelf(options: ShelfOptions): Shelf {
  const { db, store } = options;
  const entries = new Map<DocumentName, Promise<Entry>>();
  const loaded = new Map<DocumentName, Entry>();

  async function load(name: DocumentName): Promise<Entry> {
    const parts = parseDocumentName(name);
    if (parts === undefined) throw new Error(`no document name: ${name}`);
    const doc = new Y.Doc();
    try {
      const engine = parts.kind === 'partnership' ? await options.planEngine() : undefined;
      const attached = await store.attach(name, doc);
      const stored = Y.snapshot(doc);
      doc.on('updateV2', (update: Uint8Array, origin: unknown) => {
        if (origin === JOURNAL_ORIGIN) attached.keep(update);
      });
      const [row, rows] = await Promise.all([db.documents.get(name), journalAfter(name, 0)]);
      applyRows(doc, rows);
      const entry: Entry = {
        name,
        kind: parts.kind,
        partnershipId: parts.id,
        doc,
        updates: [],
        hasLocal: false,
        changed: new Map(),
        isCommitting: false,
        isOver: false,
        keep: attached.keep,
        store: attached,
        plan: engine && { engine, overruling: engine.watchOverruling(doc) },
        stopObserving: observeChanges(doc, parts.kind, (root, keys) => note(entry, root, keys), engine),
        holders: 0,
        journalId: Math.max(row?.prunedTo ?? 0, rows.at(-1)?.id ?? 0),
        isCatchingUp: false,
        closing: undefined,
      };
      doc.on('updateV2', (update: Uint8Array, origin: unknown) => {
        if (origin === JOURNAL_ORIGIN || origin === attached.origin || entry.isOver) return;
        entry.updates.push(update);
        entry.hasLocal ||= origin !== REMOTE_ORIGIN;
        options.onUncommitted();
      });
      // Only what the store was seen to give back is taken from the journal.
      const hasAll = Y.equalSnapshots(stored, Y.snapshot(doc));
      if (rows.length > 0) await (hasAll ? options.prune(row, rows) : options.renew(rows));
      loaded.set(name, entry);
      return entry;
    } catch (cause) {
      doc.destroy();
      throw storageFailure(cause);
    }
  }

  function note(entry: Entry, root: ChangedRoot, keys: ReadonlySet<string>): void {
    if (entry.isCatchingUp) return;
    const known = entry.changed.get(root) ?? new Set<string>();
    for (const key of keys) known.add(key);
    entry.changed.set(root, known);
  }

  function journalAfter(name: DocumentName, id: number): Promise<JournalRow[]> {
    return db.journal.where('[doc+id]').between([name, id], [name, Number.MAX_SAFE_INTEGER], false).toArray();
  }

  async function catchUp(name: DocumentName): Promise<void> {
    const entry = await entries.get(name);
    if (entry === undefined) return;
    const [row, rows, settle] = await Promise.all([
      db.documents.get(name),
      journalAfter(name, entry.journalId),
      settling(entry),
    ]);
    // Another tab has taken rows away that this one never read: the store holds them.
    const isBehind = (row?.prunedTo ?? 0) > entry.journalId;
    const missed = isBehind ? await readStored(store, name) : undefined;
    entry.isCatchingUp = true;
    try {
      if (missed) Y.applyUpdateV2(entry.doc, missed, JOURNAL_ORIGIN);
      applyRows(entry.doc, rows);
    } finally {
      entry.isCatchingUp = false;
    }
    settle();
    entry.journalId = Math.max(entry.journalId, row?.prunedTo ?? 0, rows.at(-1)?.id ?? 0);
  }

  async function settling({ kind, partnershipId, plan }: Shelved): Promise<() => void> {
    if (plan === undefined) return () => undefined;
    const { settle, forget } = plan.overruling;
    return (await isGrantedWriting(db, kind, partnershipId)) ? settle : forget;
  }

  async function close(name: DocumentName): Promise<void> {
    const entry = await entries.get(name);
    if (entry === undefined || entry.holders > 0 || entry.updates.length > 0 || entry.isCommitting) return;
    await remove(entry);
  }

  async function remove(entry: Entry): Promise<void> {
    clearTimeout(entry.closing);
    entries.delete(entry.name);
    loaded.delete(entry.name);
    entry.stopObserving();
    entry.plan?.overruling.dispose();
    await entry.store.detach();
    entry.doc.destroy();
  }

  function release(entry: Entry): void {
    entry.holders -= 1;
    if (entry.holders > 0) return;
    clearTimeout(entry.closing);
    entry.closing = setTimeout(() => void close(entry.name).catch(options.reportFailure), options.lingerMs);
  }

  return {
    open: async (name) => {
      const loading = entries.get(name) ?? load(name);
      entries.set(name, loading);
      let entry: Entry;
      try {
        entry = await loading;
      } catch (failure) {
        // The next attempt starts anew.
        if (entries.get(name) === loading) entries.delete(name);
        throw failure;
      }
      entry.holders += 1;
      clearTimeout(entry.closing);
      let isHeld = true;
      return {
        name,
        doc: entry.doc,
        shelved: entry,
        isWritable: isWritable(entry.doc),
        release: () => {
          if (isHeld) release(entry);
          isHeld = false;
        },
      };
    },
    uncommitted: () => [...loaded.values()].filter((entry) => entry.updates.length > 0),
    all: () => [...loaded.values()],
    catchUp,
    settling,
    forget: async (name) => {
      const entry = await entries.get(name);
      if (entry) await remove(entry);
    },
    drop: async (shelved) => {
      shelved.isOver = true;
      shelved.updates = [];
      const entry = loaded.get(shelved.name);
      if (entry === shelved) await remove(entry);
    },
    dispose: async () => {
      // Removing takes an entry out of the map that is walked, which a Map allows.
      for (const entry of loaded.values()) await remove(entry);
    },
  };
}

function applyRows(doc: Y.Doc, rows: readonly JournalRow[]): void {
  if (rows.length === 0) return;
  doc.transact(() => {
    for (const row of rows) Y.applyUpdateV2(doc, row.update, JOURNAL_ORIGIN);
  }, JOURNAL_ORIGIN);
}
