// Challenges of one process.

import type { Challenge, ChallengeStore } from './challengeStore.ts';

/** Beyond it the oldest goes. 10,000 take about 2 MB. */
const MAX_CHALLENGES = 10_000;

export class MemoryChallenges implements ChallengeStore {
  readonly #waiting = new Map<string, Challenge>();

  async put(challenge: Challenge): Promise<void> {
    this.#waiting.set(challenge.text, challenge);
    const oldest = this.#waiting.keys().next().value;
    if (this.#waiting.size > MAX_CHALLENGES && oldest !== undefined) this.#waiting.delete(oldest);
  }

  async take(text: string): Promise<Challenge | undefined> {
    const challenge = this.#waiting.get(text);
    this.#waiting.delete(text);
    return challenge;
  }
}
