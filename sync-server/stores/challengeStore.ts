// Port of challenges that wait for their signature: each is taken once, on whichever node. Loss is harmless: a device asks for
// another. Rejects with StoreError when the storage fails. Every store passes tests/contracts/challengeStore.ts.

import type { DeviceId } from '../../src/domain/ids.ts';
import type { Instant } from '../../src/domain/time.ts';

export interface Challenge {
  readonly text: string;
  readonly device: DeviceId;
  readonly until: Instant;
}

export interface ChallengeStore {
  /** `now` lets the store drop what is over. */
  put(challenge: Challenge, now: Instant): Promise<void>;
  /** Gives the challenge out and forgets it; `undefined` when nobody waits for it. */
  take(text: string): Promise<Challenge | undefined>;
}
