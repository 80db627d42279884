// Counts what each member asks in the running minute, over HTTP and sockets together. By member and never by address:
// a whole library sits behind one router.

import type { MemberId } from '../../src/domain/ids.ts';

const MINUTE_MS = 60_000;

export class MemberRequests {
  readonly #limit: number;
  readonly #now: () => number;
  /** Of the minute that began at `#since`; holds nobody longer than that. */
  readonly #counts = new Map<MemberId, number>();
  #since = Number.NEGATIVE_INFINITY;

  /** `limit` is a minute's; `now` milliseconds since 1970. */
  constructor(limit: number, now: () => number) {
    this.#limit = limit;
    this.#now = now;
  }

  /** Counts one request; false when the member has had its share of this minute. */
  take(member: MemberId): boolean {
    const now = this.#now();
    // Also when the clock was put back.
    if (Math.abs(now - this.#since) >= MINUTE_MS) {
      this.#since = now;
      this.#counts.clear();
    }
    const count = (this.#counts.get(member) ?? 0) + 1;
    this.#counts.set(member, count);
    return count <= this.#limit;
  }
}
