// Holds each member to a number of documents that they may begin, also when several requests of theirs run at once.

import type { MemberId } from '../../src/domain/ids.ts';
import type { LogStore } from '../stores/logStore.ts';

export class MemberDocuments {
  readonly #store: LogStore;
  readonly #limit: number;
  /** Handed out and not settled yet. */
  readonly #reserved = new Map<MemberId, number>();

  constructor(store: LogStore, limit: number) {
    this.#store = store;
    this.#limit = limit;
  }

  /** How many more documents the member may begin. Rejects with StoreError. */
  async left(member: MemberId): Promise<number> {
    return this.#left(member, await this.#store.begunBy(member));
  }

  /** Reserves room for up to `wanted` new documents; returns for how many. To be given back by `settle` once they are stored. */
  async reserve(member: MemberId, wanted: number): Promise<number> {
    const begun = await this.#store.begunBy(member);
    // From here on in one turn, or two requests would be given the same room.
    const granted = Math.min(wanted, this.#left(member, begun));
    this.#reserved.set(member, (this.#reserved.get(member) ?? 0) + granted);
    return granted;
  }

  settle(member: MemberId, granted: number): void {
    const rest = (this.#reserved.get(member) ?? 0) - granted;
    if (rest > 0) this.#reserved.set(member, rest);
    else this.#reserved.delete(member);
  }

  #left(member: MemberId, begun: number): number {
    return Math.max(0, this.#limit - begun - (this.#reserved.get(member) ?? 0));
  }
}
