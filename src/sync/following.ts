// The list of documents of which positions are exchanged without names: what this member's grants open, as device and server
// both know them. When the server has another list, the grants have changed: they are fetched anew.

import { type DocumentName, epochOf } from '../schema/documentName.ts';
import { grantedDocuments, listDigest, withoutEpoch } from '../schema/followed.ts';
import type { ReplicaStore } from '../storage/replicaStore.ts';
import type { Identity } from './identity.ts';
import { documentsToFollow } from './membership.ts';
import { goodToken } from './postRequests.ts';

export interface Following {
  /** The list, in the epochs that are present here; `undefined` when there is none, or the server is known to have another. */
  readonly list: (present: readonly DocumentName[]) => Promise<readonly DocumentName[] | undefined>;
  /** The server has another list. Signs in, which brings the grants, and takes up what they open. Throws SyncFailure, StorageFailure. */
  readonly renew: () => Promise<void>;
}

export function createFollowing(identity: Identity, replicas: ReplicaStore): Following {
  /** Digest of the last list given out, and of the last that the server did not have. */
  let given = '';
  let differing = '';
  return {
    list: async (present) => {
      const membership = await identity.membership();
      if (membership === undefined) return undefined;
      // An empty list is asked about too: the server has a longer one once this member has begun a partnership.
      const names = inPresentEpoch(grantedDocuments(membership.grants), present);
      given = listDigest(names).join();
      return given === differing ? undefined : names;
    },
    renew: async () => {
      differing = given;
      await goodToken(identity, 'fresh');
      await takeUpDocuments(identity, replicas);
    },
  };
}

/** Takes up the documents that the grants open and that this device has not met yet. Throws StorageFailure. */
export async function takeUpDocuments(identity: Identity, replicas: ReplicaStore): Promise<void> {
  const grants = (await identity.membership())?.grants ?? [];
  const present = (await replicas.documents()).map((row) => row.name);
  const missing = documentsToFollow(grants, present);
  if (missing.length > 0) await replicas.follow(missing);
}

function inPresentEpoch(
  names: readonly DocumentName[],
  present: readonly DocumentName[],
): readonly DocumentName[] {
  const newest = new Map<string, DocumentName>();
  for (const name of present) {
    const known = newest.get(withoutEpoch(name));
    if (known === undefined || epochOf(name) > epochOf(known)) newest.set(withoutEpoch(name), name);
  }
  return names.map((name) => newest.get(withoutEpoch(name)) ?? name);
}
