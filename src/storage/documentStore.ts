// Where the Yjs state of a document lies: y-indexeddb, one database a document. It ignores write errors and may never
// settle, so it decides nothing about "saved" (the journal does); here it is fenced in so that it cannot break a write. It is
// given nothing before the journal has it: what it alone held would be shown, and never projected or sent.

import { IndexeddbPersistence, clearDocument } from 'y-indexeddb';
import * as Y from 'yjs';
import type { DocumentName } from '../schema/documentName.ts';
import { StorageFailure, storageFailure } from './storageFailure.ts';

export interface AttachedStore {
  /** The origin of the transactions by which stored content enters the document. */
  readonly origin: unknown;
  /** Stores a v2 update that is in the journal. Tells nothing of success: what it misses stays in the journal. */
  readonly keep: (update: Uint8Array) => void;
  readonly detach: () => Promise<void>;
}

export interface DocumentStore {
  /** Fills the document with what is stored; further updates are stored by `keep` alone. Throws StorageFailure. */
  readonly attach: (name: DocumentName, doc: Y.Doc) => Promise<AttachedStore>;
  readonly erase: (name: DocumentName) => Promise<void>;
}

/** Longest wait for a document's database; beyond it the browser's storage is stuck. */
const OPEN_DEADLINE_MS = 10_000;

export function yIndexedDbStore(prefix: string): DocumentStore {
  return {
    attach: async (name, doc) => {
      await probe(prefix + name);
      const persistence = new IndexeddbPersistence(prefix + name, doc);
      doc.off('update', persistence._storeUpdate);
      await withDeadline(persistence.whenSynced);
      return {
        origin: persistence,
        keep: (update) => {
          try {
            persistence._storeUpdate(Y.convertUpdateFormatV2ToV1(update), undefined);
          } catch {
            // Its connection is gone.
          }
        },
        detach: () => persistence.destroy(),
      };
    },
    erase: (name) => clearDocument(prefix + name),
  };
}

/** The content of a stored document as a v2 update, read apart from any open one. */
export async function readStored(store: DocumentStore, name: DocumentName): Promise<Uint8Array> {
  const doc = new Y.Doc();
  const attached = await store.attach(name, doc);
  try {
    return Y.encodeStateAsUpdateV2(doc);
  } finally {
    await attached.detach();
    doc.destroy();
  }
}

/** Opens the database once by ourselves, since y-indexeddb does not tell when it cannot. */
function probe(name: string): Promise<void> {
  return withDeadline(
    new Promise<void>((resolve, reject) => {
      const request = indexedDB.open(name);
      request.addEventListener('upgradeneeded', () => {
        // The same stores as y-indexeddb makes, so that whoever comes first makes them right.
        request.result.createObjectStore('updates', { autoIncrement: true });
        request.result.createObjectStore('custom');
      });
      request.addEventListener('success', () => {
        request.result.close();
        resolve();
      });
      request.addEventListener('error', () => reject(storageFailure(request.error)));
    }),
  );
}

async function withDeadline<Value>(work: Promise<Value>): Promise<Value> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const deadline = new Promise<never>((_resolve, reject) => {
    const late = (): void =>
      reject(new StorageFailure('unavailable', new Error('document store does not answer')));
    timer = setTimeout(late, OPEN_DEADLINE_MS);
  });
  try {
    return await Promise.race([work, deadline]);
  } finally {
    clearTimeout(timer);
  }
}
