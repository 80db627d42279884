// Counts what each member asks in the running minute, over HTTP and sockets together. By member and never by address:
// a whole library sits behind one router. Several nodes tell one another afterwards: together they may let a few more pass.

import type { MemberId } from '../../src/domain/ids.ts';

const MINUTE_MS = 60_000;

/** Told this often, so that most requests cost nothing more; by so many a node may let too many pass. */
const TOLD_EVERY = 10;

/** What a long message costs shows in its bytes: each of these many counts as a request. A whole day's work is a few of them. */
const BYTES_OF_REQUEST = 64 * 1024;

/** Adds requests of a member in this minute to those of all nodes; returns the sum, or `undefined` when it is not known. */
export type CountEverywhere = (
  member: MemberId,
  minute: number,
  requests: number,
) => Promise<number | undefined>;

export class MemberRequests {
  readonly #limit: number;
  readonly #now: () => number;
  readonly #countEverywhere: CountEverywhere | undefined;
  /** Of the minute that began at `#since`; holds nobody longer than that. */
  readonly #counts = new Map<MemberId, number>();
  #since = Number.NEGATIVE_INFINITY;

  /** `limit` is a minute's; `now` milliseconds since 1970. */
  constructor(limit: number, now: () => number, countEverywhere?: CountEverywhere) {
    this.#limit = limit;
    this.#now = now;
    this.#countEverywhere = countEverywhere;
  }

  /** Counts one request; false when the member has had its share of this minute. */
  take(member: MemberId): boolean {
    return this.#take(member, 1);
  }

  /** Counts what a message is longer than others, before it is looked at; false as above. */
  takeLength(member: MemberId, bytes: number): boolean {
    const requests = Math.floor(bytes / BYTES_OF_REQUEST);
    return requests === 0 || this.#take(member, requests);
  }

  #take(member: MemberId, requests: number): boolean {
    const now = this.#now();
    // Also when the clock was put back.
    if (Math.abs(now - this.#since) >= MINUTE_MS) {
      this.#since = now;
      this.#counts.clear();
    }
    const before = this.#counts.get(member) ?? 0;
    const count = before + requests;
    this.#counts.set(member, count);
    const untold = Math.floor(count / TOLD_EVERY) - Math.floor(before / TOLD_EVERY);
    if (untold > 0) void this.#learn(member, untold * TOLD_EVERY);
    return count <= this.#limit;
  }

  async #learn(member: MemberId, requests: number): Promise<void> {
    if (this.#countEverywhere === undefined) return;
    const since = this.#since;
    const total = await this.#countEverywhere(member, Math.floor(this.#now() / MINUTE_MS), requests);
    if (total === undefined || since !== this.#since) return;
    this.#counts.set(member, Math.max(total, this.#counts.get(member) ?? 0));
  }
}
