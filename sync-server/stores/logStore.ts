// Port of the log: for each document its updates in order, and below them one snapshot. Knows nothing of Yjs, rights or sockets.
// Each method rejects with StoreError when the storage fails. Every store passes tests/contracts/logStore.ts.
// Of each document one epoch stands: with the first row of a later one, whoever brings it, all that is kept of the earlier
// ones goes in the same transaction, what was refused for them included, and is overwritten where it lay [G8].

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
  /** The later epoch that stands in its place; then nothing of this one is here any more. */
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

/** A document that is rebuilt under its next epoch. */
export interface Rotation {
  readonly name: DocumentName;
  /** Position up to which it was read for the rebuilding. */
  readonly head: number;
  /** The rebuilt content, as the first row of the next epoch. */
  readonly row: NewRow;
}

/** `moved`: its head is another; `over`: a later epoch stands in its place. Nothing was done then. */
export type RotationResult = 'rotated' | 'moved' | 'over';

/** The row's number, or why there is none. */
export type Appended = number | 'over' | undefined;

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
  /** `undefined` for a document that was never written, in this epoch or a later one. */
  state(name: DocumentName): Promise<DocumentState | undefined>;
  /** The states of many documents at once, in the order of their names. */
  states(names: readonly DocumentName[]): Promise<readonly (DocumentState | undefined)[]>;
  /** An unknown document gives an empty slice with head 0. */
  read(name: DocumentName, after: number): Promise<LogSlice>;
  /**
   * The row's number, once it is on disk: numbers of a document have no gaps. Appends of one turn of the event loop are
   * committed together; promises settle in the order of the calls; when the commit fails all of them reject. Nothing is
   * stored when a later epoch stands (`over`), and when the document does not end where the row says (`undefined`); then rows
   * of the same turn that say to follow on it may be left out too.
   */
  append(row: NewRow): Promise<Appended>;
  /** Puts the next epoch of a document in its place. The one who began the document has begun the next epoch too. */
  rotate(rotation: Rotation): Promise<RotationResult>;
  /**
   * Puts a snapshot of everything up to `snapshot.seq` in place of what lies there, in one transaction; later rows stay.
   * `false`, and nothing done, when the log has no such position or a snapshot at or above it.
   */
  compact(name: DocumentName, snapshot: LogRow): Promise<boolean>;
  /** Documents with more rows or row bytes above their snapshot than these. */
  overgrown(rows: number, rowBytes: number): Promise<readonly DocumentName[]>;
  /** How many documents' first rows the member has brought, as far as that is known. */
  begunBy(member: MemberId): Promise<number>;
  totals(): Promise<LogTotals>;
  /** Commits what waits, then closes. */
  close(): Promise<void>;
}
