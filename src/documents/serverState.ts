// What the server is known to hold of a document: a state vector and a delete set, kept as a Yjs snapshot.
// What is unsent is the difference between the document and this; nothing is queued.

import * as Y from 'yjs';

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

/** Everything that the server lacks as one v2 update; empty when it lacks nothing. */
export function unsentUpdate(doc: Y.Doc, held: Y.Snapshot): Uint8Array {
  const here = Y.snapshot(doc);
  const lacksStructs = [...here.sv].some(([client, clock]) => clock > (held.sv.get(client) ?? 0));
  const lacksDeletes = !Y.equalDeleteSets(Y.mergeDeleteSets([held.ds, here.ds]), held.ds);
  if (!lacksStructs && !lacksDeletes) return new Uint8Array();
  return Y.encodeStateAsUpdateV2(doc, Y.encodeStateVector(held.sv));
}
