// Holds each member to a number of requests with a body that are under way at once: what has come of a body is in memory, and a
// slow one takes minutes.

import type { MemberId } from '../../src/domain/ids.ts';

export class MemberUnderWay {
  readonly #most: number;
  readonly #underWay = new Map<MemberId, number>();

  constructor(most: number) {
    this.#most = most;
  }

  /** False, and nothing to be ended, when the member has as many as they may. */
  begin(member: MemberId): boolean {
    const count = this.#underWay.get(member) ?? 0;
    if (count >= this.#most) return false;
    this.#underWay.set(member, count + 1);
    return true;
  }

  end(member: MemberId): void {
    const count = (this.#underWay.get(member) ?? 0) - 1;
    if (count > 0) this.#underWay.set(member, count);
    else this.#underWay.delete(member);
  }
}
