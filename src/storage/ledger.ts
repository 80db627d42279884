// What the app sees of the device's ledger. The engine behind it needs Yjs and is loaded when first used, so that the
// first screen comes up from the query tables alone.

import type { Doc } from 'yjs';
import type { StoreApi } from 'zustand/vanilla';
import type { DocumentName } from '../schema/documentName.ts';
import type { DeviceDatabase } from './database.ts';
import type { StorageFailureReason } from './storageFailure.ts';

/** A named command to run on a document. */
export interface DocumentChange {
  readonly name: DocumentName;
  readonly run: (doc: Doc) => void;
}

/** A document that is open on this device; released by whoever opened it. */
export interface OpenDocument {
  readonly name: DocumentName;
  readonly doc: Doc;
  /** False when the document asks for a newer app: it is shown and not written. */
  readonly isWritable: boolean;
  readonly release: () => void;
}

/** How the device's storage does; `failing` keeps `pending` changes in memory and goes on trying. */
export type LedgerStatus =
  | { readonly kind: 'ok' }
  | { readonly kind: 'failing'; readonly reason: StorageFailureReason; readonly pending: number };

export interface Ledger {
  /**
   * Runs commands on one or several documents and commits them as one strict transaction. Resolves once they are durable
   * on this device (one tick). Throws StorageFailure when they are not: the changes stay in memory, `status` says so,
   * and they are tried again by themselves.
   * `within` runs in the same transaction, for rows that are not projected (drafts, settings).
   */
  readonly write: (
    changes: readonly DocumentChange[],
    within?: (db: DeviceDatabase) => PromiseLike<unknown>,
  ) => Promise<void>;
  /** Opens a document for an editor. Throws StorageFailure when its store cannot be read. */
  readonly open: (name: DocumentName) => Promise<OpenDocument>;
  readonly status: StoreApi<LedgerStatus>;
  /** Tries again at once what could not be stored. */
  readonly retry: () => Promise<void>;
  /** Everything that this device holds in memory and in its journal, as a file's bytes; works when the database does not. */
  readonly exportAll: () => Promise<Uint8Array>;
}
