// The seal that counts for a meeting's list: the latest by time, then id.

import type { MeetingId } from '../../domain/ids.ts';
import type { Seal } from '../../domain/seal.ts';

export function latestSeal(seals: readonly Seal[], meetingId: MeetingId): Seal | undefined {
  return seals
    .filter((seal) => seal.meetingId === meetingId)
    .toSorted((a, b) => a.at - b.at || (a.id < b.id ? -1 : 1))
    .at(-1);
}
