// Counts what each member asks in the running minute, over HTTP and sockets together. By member and never by address:
// a whole library sits behind one router. Several nodes tell one another afterwards: together they may let a few more pass.

import type { MemberId } from '../../src/domain/ids.ts';

const MINUTE_MS = 60_000;

/** Told this often, so that most requests cost nothing more; by so many a node may let too many pass. */
const TOLD_EVERY = 10;

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
    const now = this.#now();
    // Also when the clock was put back.
    if (Math.abs(now - this.#since) >= MINUTE_MS) {
      this.#since = now;
      this.#counts.clear();
    }
    const count = (this.#counts.get(member) ?? 0) + 1;
    this.#counts.set(member, count);
    if (count % TOLD_EVERY === 0) void this.#learn(member);
    return count <= this.#limit;
  }

  async #learn(member: MemberId): Promise<void> {
    if (this.#countEverywhere === undefined) return;
    const since = this.#since;
    const total = await this.#countEverywhere(member, Math.floor(this.#now() / MINUTE_MS), TOLD_EVERY);
    if (total === undefined || since !== this.#since) return;
    this.#counts.set(member, Math.max(total, this.#counts.get(member) ?? 0));
  }
}
