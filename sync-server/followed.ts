// The documents that a member's grants open, as the log has them now: what the positions that a device sends without names
// are held against. Made anew for each request, so that any node can answer it.

import type { DocumentName } from '../src/schema/documentName.ts';
import { grantedDocuments, listDigest } from '../src/schema/followed.ts';
import type { Grant } from '../src/schema/session.ts';
import type { Followed } from '../src/schema/wire.ts';
import type { LogStore } from './stores/logStore.ts';

export interface FollowedDocument {
  readonly name: DocumentName;
  readonly cursor: number;
  /** End of its log; 0 for a document that was never written. */
  readonly head: number;
}

/** Their names, in the order of the positions; `undefined` when the device has another list than the grants give. Rejects with StoreError. */
export async function followedNames(
  grants: readonly Grant[],
  { digest, cursors }: Followed,
  store: LogStore,
): Promise<readonly DocumentName[] | undefined> {
  const granted = grantedDocuments(grants);
  if (granted.length !== cursors.length) return undefined;
  const present = await inPresentEpoch(granted, store);
  return listDigest(present).every((byte, index) => byte === digest[index]) ? present : undefined;
}

/** How far the device and the log are in each. Rejects with StoreError. */
export async function followedPositions(
  names: readonly DocumentName[],
  { cursors }: Followed,
  store: LogStore,
): Promise<readonly FollowedDocument[]> {
  const states = await store.states(names);
  return names.map((name, index) => ({
    name,
    cursor: cursors[index] ?? 0,
    head: states[index]?.head ?? 0,
  }));
}

async function inPresentEpoch(
  names: readonly DocumentName[],
  store: LogStore,
): Promise<readonly DocumentName[]> {
  const states = await store.states(names);
  return names.map((name, index) => states[index]?.endedBy ?? name);
}
