// Makes of a slice of the log the one update that a client lacks. Few rows are merged as they are; many go through a
// document, since merging thousands of updates takes seconds.

import * as Y from 'yjs';
import type { LogSlice } from '../stores/logStore.ts';

/** Merging grows with the square of the rows, a document linearly (figures in docs/decisions/0002-relay.md). */
export const MAX_MERGED_ROWS = 200;

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

/**
 * The rows of the slice without row `own`, which the client has, less what its state vector shows it to have. Empty when
 * nothing is left.
 */
export function catchUp(slice: LogSlice, own: number | undefined, stateVector: Uint8Array): Uint8Array {
  const rows = slice.rows.filter(({ seq }) => seq !== own);
  const updates = (slice.snapshot ? [slice.snapshot, ...rows] : rows).map(({ update }) => update);
  const merged = updates.length > MAX_MERGED_ROWS ? throughDocumentOrMerged(updates) : merge(updates);
  if (merged === undefined) return NOTHING;
  const trimmed = stateVector.length === 0 ? merged : Y.diffUpdateV2(merged, stateVector);
  return isNothing(trimmed) ? NOTHING : trimmed;
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

function merge(updates: Uint8Array[]): Uint8Array | undefined {
  return updates.length > 1 ? Y.mergeUpdatesV2(updates) : updates[0];
}

const EMPTY_UPDATE = Y.encodeStateAsUpdateV2(new Y.Doc());

function isNothing(update: Uint8Array): boolean {
  return update.length === EMPTY_UPDATE.length && update.every((byte, index) => byte === EMPTY_UPDATE[index]);
}
