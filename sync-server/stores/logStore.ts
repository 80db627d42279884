// Port of the log: for each document its updates in order, and below them one snapshot. Knows nothing of Yjs, rights or sockets.
// Each method rejects with StoreError when the storage fails. Every store passes tests/contracts/logStore.ts.

import type { DeviceId, MemberId } from '../../src/domain/ids.ts';
import type { Instant } from '../../src/domain/time.ts';
import type { DocumentName } from '../../src/schema/documentName.ts';

export interface NewRow {
  readonly name: DocumentName;
  /** Yjs v2 update, decoded and found sound before it comes here. */
  readonly update: Uint8Array;
  /** Provenance: who brought it, and when by the server's clock. */
  readonly device: DeviceId;
  readonly member: MemberId;
  readonly at: Instant;
  /** Stored only where the document ends at this position: what was judged by the log up to there must hold. */
  readonly after?: number;
}

export interface LogRow {
  readonly seq: number;
  readonly update: Uint8Array;
}

export interface DocumentState {
  /** Number of the newest row; 1 for the first. */
  readonly head: number;
  /** Rows above the snapshot, and their bytes. */
  readonly rows: number;
  readonly rowBytes: number;
  /** All bytes of the document: snapshot and rows. */
  readonly bytes: number;
  /** Name of the next epoch, once this one is over. */
  readonly endedBy: DocumentName | undefined;
}

/** What follows on a position: the snapshot where the position lies below it, then rows in order. */
export interface LogSlice {
  readonly snapshot: LogRow | undefined;
  readonly rows: readonly LogRow[];
  readonly head: number;
}

/** What all documents together take. */
export interface LogTotals {
  readonly documents: number;
  /** Rows above the snapshots, and their bytes. */
  readonly rows: number;
  readonly rowBytes: number;
  readonly snapshotBytes: number;
}

/** One transaction of appends, for those who watch. */
export interface Commit {
  readonly rows: number;
  readonly bytes: number;
  readonly seconds: number;
}

export interface LogStore {
  /**
   * Changes when the log was put back to an earlier state: receipts of another incarnation are void. As last seen: where nodes
   * share a log, each `state` and `append` sees it anew.
   */
  incarnation(): string;
  /** Renews the one last seen, unless another node has done so by now; returns the present one. */
  renewIncarnation(): Promise<string>;
  /** `undefined` for a document that was never written. */
  state(name: DocumentName): Promise<DocumentState | undefined>;
  /** The states of many documents at once, in the order of their names. */
  states(names: readonly DocumentName[]): Promise<readonly (DocumentState | undefined)[]>;
  /** An unknown document gives an empty slice with head 0. */
  read(name: DocumentName, after: number): Promise<LogSlice>;
  /**
   * The row's number, once it is on disk: numbers of a document have no gaps. Appends of one turn of the event loop are
   * committed together; promises settle in the order of the calls; when the commit fails all of them reject. `undefined`,
   * and nothing stored, when the document does not end where the row says; then rows of the same turn that say to follow
   * on it may be left out too.
   */
  append(row: NewRow): Promise<number | undefined>;
  /**
   * Puts a snapshot of everything up to `snapshot.seq` in place of what lies there, in one transaction; later rows stay.
   * `false`, and nothing done, when the log has no such position or a snapshot at or above it.
   */
  compact(name: DocumentName, snapshot: LogRow): Promise<boolean>;
  /** Marks the epoch of a document that was written before as over. */
  end(name: DocumentName, successor: DocumentName): Promise<void>;
  /** Documents with more rows or row bytes above their snapshot than these. */
  overgrown(rows: number, rowBytes: number): Promise<readonly DocumentName[]>;
  /** How many documents' first rows the member has brought, as far as that is known. */
  begunBy(member: MemberId): Promise<number>;
  totals(): Promise<LogTotals>;
  /** Commits what waits, then closes. */
  close(): Promise<void>;
}
