// What the server is known to hold of a document: a state vector and a delete set, kept as a Yjs snapshot.
// What is unsent is the difference between the document and this; nothing is queued.

import * as Y from 'yjs';
import { encodeBetween, lacking, NOTHING_DELETED, reach } from './updateParts.ts';

/** Nothing acknowledged yet. */
export const NOTHING_HELD: Y.Snapshot = Y.emptySnapshot;

export function encodeHeld(held: Y.Snapshot): Uint8Array {
  return Y.encodeSnapshotV2(held);
}

export function decodeHeld(bytes: Uint8Array | undefined): Y.Snapshot {
  return bytes === undefined ? NOTHING_HELD : Y.decodeSnapshotV2(bytes);
}

/** The server holds `held` and now this v2 update too: one it acknowledged, or one that came from it. */
export function holdAlso(held: Y.Snapshot, update: Uint8Array): Y.Snapshot {
  if (update.length === 0) return held;
  const vector = new Map(held.sv);
  for (const [client, clock] of Y.parseUpdateMetaV2(update).to) {
    if (clock > (vector.get(client) ?? 0)) vector.set(client, clock);
  }
  return Y.createSnapshot(Y.mergeDeleteSets([held.ds, Y.decodeUpdateV2(update).ds]), vector);
}

/** What the server lacks, as one v2 update. */
export interface Unsent {
  /** Empty when nothing is unsent. */
  readonly update: Uint8Array;
  /** False when more is unsent than fits: derived again once the server holds this part. */
  readonly isWhole: boolean;
}

/**
 * What the server lacks, about `maxBytes` of it at most. Each part rests only on what the server holds and on itself, so that
 * whoever has it can integrate it; what was deleted goes with the last one.
 */
export function unsentUpdate(doc: Y.Doc, held: Y.Snapshot, maxBytes = Number.POSITIVE_INFINITY): Unsent {
  const here = Y.snapshot(doc);
  const { upTo, isWhole } = reach(doc, held.sv, here.sv, maxBytes);
  const deleted = isWhole ? lacking(here.ds, held.ds) : NOTHING_DELETED;
  const lacksStructs = [...upTo].some(([client, clock]) => clock > (held.sv.get(client) ?? 0));
  if (!lacksStructs && deleted.size === 0) return { update: new Uint8Array(), isWhole: true };
  return { update: encodeBetween(doc, held.sv, upTo, deleted), isWhole };
}
