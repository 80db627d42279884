// Keeps what an exchange refused, so that it can be repaired: for documents in which the member has or had a part. What
// strangers send is not kept, what the disk refused comes again by itself, and what is of an epoch that is over may hold what
// was erased: the device carries it over.

import type { DeviceId, MemberId } from '../src/domain/ids.ts';
import { asInstant } from '../src/domain/time.ts';
import { isPassing, type RefusalReason } from '../src/schema/refusal.ts';
import type { DocumentRequest, UpdateResult } from '../src/schema/wire.ts';
import type { RefusedStore, RefusedUpdate } from './stores/refusedStore.ts';
import { StoreError } from './stores/storeError.ts';

export interface KeepingParts {
  readonly refused: RefusedStore;
  /** Milliseconds since 1970. */
  readonly now: () => number;
  readonly reportFailure: (cause: unknown) => void;
}

/** `results` are those of the documents, one for one. A store that fails is reported: the refusal is true without it. */
export async function keepRefused(
  { member, device }: { readonly member: MemberId; readonly device: DeviceId },
  documents: readonly DocumentRequest[],
  results: readonly UpdateResult[],
  { refused, now, reportFailure }: KeepingParts,
): Promise<void> {
  const at = asInstant(now());
  const updates = documents.flatMap(({ name, update }, index): RefusedUpdate[] => {
    const result = results[index];
    if (update.length === 0 || result?.kind !== 'refused' || !isKept(result.reason)) return [];
    return [{ name, member, device, reason: result.reason, update, at }];
  });
  if (updates.length === 0) return;
  try {
    await refused.keep(updates);
  } catch (cause) {
    if (!(cause instanceof StoreError)) throw cause;
    reportFailure(cause);
  }
}

function isKept(reason: RefusalReason): boolean {
  return reason !== 'notMember' && reason !== 'epochOver' && !isPassing(reason);
}
