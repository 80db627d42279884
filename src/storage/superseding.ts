// A rebuilt document takes the place of the one it was built from on this device: what only this device has is carried over,
// and in the same transaction everything of the former epoch goes. Cut off anywhere, it is done again at the next start.

import * as Y from 'yjs';
import { carryOver } from '../documents/carryOver.ts';
import { builtFrom } from '../documents/epochs.ts';
import { erasedIn } from '../documents/erasedPersons.ts';
import { type DocumentName, decodeDocumentName, epochOf, isEarlierEpoch } from '../schema/documentName.ts';
import { type Committer, writeProjectedRows } from './committer.ts';
import { type DeviceDatabase, TABLE_NAMES } from './database.ts';
import type { DocumentStore } from './documentStore.ts';
import { epochsHere, isSuperseded, type PresentEpochs } from './epochs.ts';
import { projectShelved, type Shelf } from './shelf.ts';
import { storageFailure } from './storageFailure.ts';

/** `waiting`: the successor is not here whole; `nothing`: it takes nobody's place; `carried`: with something to send. */
export type Superseded = 'waiting' | 'nothing' | 'done' | 'carried';

export interface Superseding {
  /** Throws StorageFailure; what was begun is then tried again by the committer, and at the next start. */
  readonly supersede: (successor: DocumentName) => Promise<Superseded>;
  /**
   * Another tab has superseded a document that may be open here: what this tab had not stored yet is carried over too. Throws
   * StorageFailure, as `resume` does.
   */
  readonly moveOver: (name: DocumentName) => Promise<void>;
  /** Finishes what an earlier start was cut off in. */
  readonly resume: () => Promise<void>;
}

export interface SupersedingOptions {
  readonly db: DeviceDatabase;
  readonly store: DocumentStore;
  readonly shelf: Shelf;
  readonly committer: () => Committer;
  readonly epochs: PresentEpochs;
  /** Tells the other tabs. */
  readonly tell: (names: readonly DocumentName[], hasLocal: boolean) => void;
  readonly reportFailure: (failure: unknown) => void;
}

type OnShelf = Awaited<ReturnType<Shelf['open']>>;

/** Names of document databases that are to be deleted once no tab holds them open. */
const ERASING_SETTING = 'documents.erasing';

export function createSuperseding(options: SupersedingOptions): Superseding {
  const { db, store, shelf, epochs } = options;
  const report = (cause: unknown): void => options.reportFailure(storageFailure(cause));

  async function supersede(successor: DocumentName): Promise<Superseded> {
    const earlier = (await epochsHere(db, successor)).filter((each) => isEarlierEpoch(each, successor));
    if (earlier.length === 0) return 'nothing';
    const next = await shelf.open(successor);
    const former: OnShelf[] = [];
    // Until its rows are stored, in however many attempts: what is written meanwhile has to be among them.
    let isHandedOver = false;
    try {
      await shelf.catchUp(successor);
      for (const name of earlier) {
        former.push(await shelf.open(name));
        await shelf.catchUp(name);
      }
      // Nothing is awaited until the former documents are off the shelf: what is written meanwhile would be lost.
      const isWhole = former.every(
        ({ name, doc }) => isEmpty(doc) || builtFrom(next.doc, epochOf(name)) !== undefined,
      );
      if (!isWhole) return 'waiting';
      const before = Y.encodeStateVector(next.doc).join();
      for (const { name, doc } of former) carryOver(doc, epochOf(name), next.doc);
      const isCarried = Y.encodeStateVector(next.doc).join() !== before;
      const dropping = former.map(({ shelved }) => shelf.drop(shelved));
      epochs.replace(successor);
      isHandedOver = true;
      let isLate = false;
      const committing = options.committer().commit({
        project: () => projectShelved(next.shelved, 'all'),
        within: async (_db, rows) => {
          isLate = await isAnyBehind(former);
          if (isLate) return;
          await eraseRows(earlier, erasedIn(next.doc, next.doc).ids);
          const row = await db.documents.get(successor);
          if (row !== undefined) await writeProjectedRows(db, row, rows);
        },
        done: () => {
          next.release();
          if (isLate) epochs.refresh();
          else announce([...earlier, successor], isCarried);
        },
      });
      await Promise.all([committing, ...dropping]);
      if (isLate) return await supersede(successor);
      return isCarried ? 'carried' : 'done';
    } finally {
      for (const open of isHandedOver ? former : [next, ...former]) open.release();
    }
  }

  function announce(names: readonly DocumentName[], hasLocal: boolean): void {
    options.tell(names, hasLocal);
    void eraseDatabases().catch(report);
  }

  /** Whether another tab has stored something in one of the documents since this tab read it last. */
  async function isAnyBehind(former: readonly OnShelf[]): Promise<boolean> {
    for (const { name, shelved } of former) {
      const [after, last] = [shelved.journalId, Number.MAX_SAFE_INTEGER];
      const unread = db.journal.where('[doc+id]').between([name, after], [name, last], false);
      if ((await unread.count()) > 0) return true;
    }
    return false;
  }

  async function eraseRows(names: readonly DocumentName[], erased: ReadonlySet<string>): Promise<void> {
    for (const table of TABLE_NAMES) await db.queryTable(table).where('doc').anyOf(names).delete();
    await db.journal.where('doc').anyOf(names).delete();
    await db.refused.where('doc').anyOf(names).delete();
    await db.drafts.filter(({ key }) => erased.has(key.split('.')[1] ?? '')).delete();
    await db.documents.bulkDelete([...names]);
    await db.settings.put({ key: ERASING_SETTING, value: [...new Set([...(await dueNames()), ...names])] });
  }

  async function dueNames(): Promise<readonly DocumentName[]> {
    const value = (await db.settings.get(ERASING_SETTING))?.value;
    return Array.isArray(value) ? value.flatMap((raw: unknown) => decodeDocumentName(raw) ?? []) : [];
  }

  /** A database goes when the last tab has let go of it; one that is never reached stays on the list. */
  async function eraseDatabases(): Promise<void> {
    await Promise.all(
      (await dueNames()).map(async (name) => {
        await store.erase(name);
        await db.transaction('rw', db.settings, async () => {
          const left = (await dueNames()).filter((other) => other !== name);
          await db.settings.put({ key: ERASING_SETTING, value: left });
        });
      }),
    );
  }

  async function moveOver(name: DocumentName): Promise<void> {
    const latest = (await epochsHere(db, name)).at(-1);
    if (latest === undefined || !(await isSuperseded(db, name))) return;
    epochs.refresh();
    const next = await shelf.open(latest);
    try {
      await shelf.catchUp(latest);
      const open = shelf.all().find((shelved) => shelved.name === name);
      if (open === undefined) return;
      carryOver(open.doc, epochOf(name), next.doc);
      await shelf.drop(open);
      void store.erase(name).catch(report);
    } finally {
      next.release();
    }
  }

  async function resume(): Promise<void> {
    const names = (await db.documents.toCollection().primaryKeys()).flatMap(
      (key) => decodeDocumentName(key) ?? [],
    );
    const successors = names.filter((name) => names.some((other) => isEarlierEpoch(other, name)));
    for (const name of successors) await supersede(name);
    await eraseDatabases();
  }

  return {
    supersede: (successor) => stored(() => supersede(successor)),
    moveOver: (name) => stored(() => moveOver(name)),
    resume: () => stored(resume),
  };
}

/** Throws StorageFailure for whatever the browser's databases throw. */
async function stored<Value>(work: () => Promise<Value>): Promise<Value> {
  try {
    return await work();
  } catch (cause) {
    throw storageFailure(cause);
  }
}

function isEmpty(doc: Y.Doc): boolean {
  return doc.store.clients.size === 0;
}
