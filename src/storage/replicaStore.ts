// What the exchange with the server needs of the ledger: what waits, what came, what was refused. Each call that stores is
// one strict transaction, so a cursor never runs ahead of what the device holds.

import type { Doc } from 'yjs';
import type { DocumentName } from '../schema/documentName.ts';
import type { RefusalReason } from '../schema/refusal.ts';
import type { RotationRequest } from '../schema/rotation.ts';
import type { DocumentRow } from './database.ts';
import type { Superseded } from './superseding.ts';

/** What one document would send now. */
export interface Outgoing {
  readonly name: DocumentName;
  readonly cursor: number;
  /** Yjs state vector (v1); empty where the cursor alone says what this device holds. */
  readonly stateVector: Uint8Array;
  /** v2 update with what the server lacks; empty when nothing waits. */
  readonly update: Uint8Array;
  /** False when more waits than fitted: the rest is derived once this part has its receipt. */
  readonly isWhole: boolean;
  /** The local revision that `update` covers. */
  readonly revision: number;
}

/** What is wanted of `outgoing` beside what waits. */
export interface OutgoingWish {
  /** About how many bytes of update at most; all of it otherwise. */
  readonly maxBytes?: number;
  /** The state vector whatever the cursor is: the server asked for it. */
  readonly vector?: boolean;
}

export interface Received {
  /** The incarnation of the server that answered. */
  readonly incarnation: string;
  /** v2 update with what this device lacks; may be empty. */
  readonly update: Uint8Array;
  /** The cursor that holds once the update is in. */
  readonly cursor: number;
  /** What was sent and is acknowledged by a receipt; absent when nothing was sent or it was refused. */
  readonly acknowledged?: Outgoing | undefined;
}

export interface ReplicaStore {
  /** Every document of this device that is to be exchanged; the example is not among them. */
  readonly documents: () => Promise<readonly DocumentRow[]>;
  /** Catches up with other tabs first. Does not load a document for which nothing waits. */
  readonly outgoing: (name: DocumentName, wish?: OutgoingWish) => Promise<Outgoing>;
  /**
   * Takes in an answer. `anotherServer` when this device has met another incarnation meanwhile: cursor and receipt are void,
   * and were not stored. Throws StorageFailure when it could not be stored: the cursor stays, the same answer may come again.
   */
  readonly receive: (name: DocumentName, received: Received) => Promise<'received' | 'anotherServer'>;
  /** Keeps refused content aside, once for the same bytes; the document itself stays as it is. */
  readonly refuse: (name: DocumentName, reason: RefusalReason, outgoing: Outgoing) => Promise<void>;
  /** Documents that the member may read from now on; those the device has already stay as they are. */
  readonly follow: (names: readonly DocumentName[]) => Promise<void>;
  /**
   * A later epoch is here: it takes the place of the earlier ones, with what this device alone has of them, as soon as it is
   * whole. `carried` when something of it is to be sent now. Throws StorageFailure; nothing is lost then.
   */
  readonly supersede: (successor: DocumentName) => Promise<Superseded>;
  /** A document, in the epoch that is here, rebuilt to be put in its own place at the server. */
  readonly rotation: (
    name: DocumentName,
    rebuild: (doc: Doc, epoch: number) => Doc,
  ) => Promise<RotationRequest>;
  /** The name under which this device has the document. */
  readonly resolve: (name: DocumentName) => Promise<DocumentName>;
  /** The incarnation that the cursors are of; empty before the first contact. */
  readonly incarnation: () => Promise<string>;
  /**
   * First contact, or a server restored from a backup: everything counts as unsent again, cursors are 0. Nothing is done when
   * the incarnation is no longer `before`: another tab or the service worker has met the server already.
   */
  readonly forgetReceipts: (before: string, incarnation: string) => Promise<void>;
  /** Calls back after each durable local change, of any tab. Returns the disposer. */
  readonly onLocalCommit: (listener: () => void) => () => void;
}
