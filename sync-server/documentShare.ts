// Holds the new documents of one request to the member's share of documents; what goes beyond it is refused, and the others
// of the request go on.

import type { MemberId } from '../src/domain/ids.ts';
import { type Admission, refused } from './admission.ts';
import type { MemberDocuments } from './limits/memberDocuments.ts';
import { StoreError } from './stores/storeError.ts';

export interface Shared {
  readonly admissions: readonly Admission[];
  /** To be called once they are stored. */
  readonly settle: () => void;
}

/** `isNew` tells of each admission whether its document was never written. */
export async function withinShare(
  member: MemberId,
  admissions: readonly Admission[],
  isNew: readonly boolean[],
  share: MemberDocuments,
): Promise<Shared> {
  const begins = admissions.map(({ kind }, index) => kind === 'writing' && isNew[index] === true);
  const wanted = begins.filter(Boolean).length;
  if (wanted === 0) return { admissions, settle: () => {} };
  const granted = await reserve(member, wanted, share);
  if (granted === undefined) return { admissions, settle: () => {} };
  let left = granted;
  const shared = admissions.map((admission, index): Admission => {
    if (admission.kind !== 'writing' || begins[index] !== true) return admission;
    left -= 1;
    return left >= 0 ? admission : { kind: 'reading', name: admission.name, result: refused('tooLarge') };
  });
  return { admissions: shared, settle: () => share.settle(member, granted) };
}

async function reserve(
  member: MemberId,
  wanted: number,
  share: MemberDocuments,
): Promise<number | undefined> {
  try {
    return await share.reserve(member, wanted);
  } catch (cause) {
    // Storing will fail too, and say the reason that is true.
    if (cause instanceof StoreError) return undefined;
    throw cause;
  }
}
