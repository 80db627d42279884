// Makes of a slice of the log the one update that a client lacks. Few rows are merged as they are; a whole log of many goes
// through a document, since merging thousands of updates at once takes seconds.

import * as Y from 'yjs';
import type { Completeness } from '../../src/schema/wire.ts';
import type { LogRow, LogSlice } from '../stores/logStore.ts';

/** Merging grows with the square of the updates, a document linearly (figures in docs/decisions/0002-relay.md). */
const MAX_MERGED_ROWS = 200;

const NOTHING = new Uint8Array();

/** True for bytes that are a state vector, so that trimming by it cannot fail. */
export function isStateVector(bytes: Uint8Array): boolean {
  if (bytes.length === 0) return true;
  try {
    Y.decodeStateVector(bytes);
    return true;
  } catch {
    return false;
  }
}

/** What an answer brings of a document, and how far the device has it then. */
export interface CaughtUp {
  readonly update: Uint8Array;
  readonly cursor: number;
  readonly completeness: Completeness;
}

export interface CatchUpWish {
  readonly cursor: number;
  /** The row of this request, which the device has. */
  readonly own: number | undefined;
  readonly stateVector: Uint8Array;
  /** Bytes of rows to stop after; the first one is always taken. */
  readonly room: number;
}

/** The rows behind the cursor, less what the device's state vector shows it to have. The update is empty when nothing is left. */
export function catchUp(slice: LogSlice, { cursor, own, stateVector, room }: CatchUpWish): CaughtUp {
  const { snapshot, head } = slice;
  // The rows that the device lacks are no more, and what it has of the snapshot only a state vector tells.
  if (snapshot !== undefined && cursor > 0 && stateVector.length === 0)
    return { update: NOTHING, cursor, completeness: 'vector' };
  const rows = slice.rows.filter(({ seq }) => seq !== own);
  const taken = within(snapshot ? [snapshot, ...rows] : rows, room);
  const isWhole = taken.length === rows.length + (snapshot ? 1 : 0);
  const updates = taken.map(({ update }) => update);
  // Rows alone rest on what the device has, which no document here would hold.
  const isFromStart = cursor === 0 && isWhole;
  const merged =
    updates.length > MAX_MERGED_ROWS && isFromStart ? throughDocumentOrMerged(updates) : merge(updates);
  return {
    update: merged === undefined ? NOTHING : trimmed(merged, stateVector),
    cursor: isWhole ? head : (taken.at(-1)?.seq ?? cursor),
    completeness: isWhole ? 'whole' : 'more',
  };
}

/** As many from the first on as there is room for, and one at least. */
function within(rows: readonly LogRow[], room: number): readonly LogRow[] {
  let bytes = 0;
  const past = rows.findIndex(({ update }, index) => {
    bytes += update.length;
    return bytes > room && index > 0;
  });
  return past === -1 ? rows : rows.slice(0, past);
}

function trimmed(update: Uint8Array, stateVector: Uint8Array): Uint8Array {
  const left = stateVector.length === 0 ? update : Y.diffUpdateV2(update, stateVector);
  return isNothing(left) ? NOTHING : left;
}

/** All updates as one, through a document with garbage collection; what depends on a missing update is kept with it. */
export function throughDocument(updates: readonly Uint8Array[]): Uint8Array {
  const document = new Y.Doc();
  try {
    document.transact(() => {
      for (const update of updates) Y.applyUpdateV2(document, update);
    });
    return Y.encodeStateAsUpdateV2(document);
  } finally {
    document.destroy();
  }
}

function throughDocumentOrMerged(updates: Uint8Array[]): Uint8Array | undefined {
  try {
    return throughDocument(updates);
  } catch {
    // Decodable, and yet no document can be built of it: slow, but the others' content still reaches everybody.
    return merge(updates);
  }
}

function merge(updates: readonly Uint8Array[]): Uint8Array | undefined {
  if (updates.length <= 1) return updates[0];
  const parts: Uint8Array[] = [];
  for (let at = 0; at < updates.length; at += MAX_MERGED_ROWS)
    parts.push(Y.mergeUpdatesV2(updates.slice(at, at + MAX_MERGED_ROWS)));
  return parts.length === 1 ? parts[0] : Y.mergeUpdatesV2(parts);
}

const EMPTY_UPDATE = Y.encodeStateAsUpdateV2(new Y.Doc());

function isNothing(update: Uint8Array): boolean {
  return update.length === EMPTY_UPDATE.length && update.every((byte, index) => byte === EMPTY_UPDATE[index]);
}
