// Web Locks of one simulated device, as far as the choice of the leading tab uses them: waiting in line, stealing, and
// passing on what a killed tab held.

import type { Process } from './process.ts';

interface Claim {
  readonly process: Process;
  readonly run: () => Promise<void>;
  readonly reject: (cause: DOMException) => void;
}

function aborted(): DOMException {
  return new DOMException('the lock was taken away or is not waited for any more', 'AbortError');
}

export class LockBook {
  readonly #held = new Map<string, Claim>();
  readonly #waiting = new Map<string, Claim[]>();

  /** The LockManager of one tab. */
  of(process: Process): LockManager {
    process.whenKilled(() => this.#forget(process));
    const request = (name: string, options: LockOptions, callback: LockGrantedCallback<unknown>) =>
      new Promise<unknown>((resolve, reject) => {
        const claim: Claim = {
          process,
          reject,
          run: async () => {
            try {
              resolve(await callback({ name, mode: 'exclusive' }));
            } catch (cause) {
              reject(cause instanceof Error ? cause : new Error(String(cause)));
            }
          },
        };
        if (options.steal === true) this.#steal(name, claim);
        else this.#queueUp(name, claim, options.signal);
      });
    return {
      query: async () => ({}),
      request: async (name: string, ...given: unknown[]) => {
        const callback = given.at(-1);
        const options = given.length > 1 ? given[0] : {};
        if (!isCallback(callback)) throw new TypeError('no callback');
        return request(name, isOptions(options) ? options : {}, callback);
      },
    };
  }

  #queueUp(name: string, claim: Claim, signal: AbortSignal | undefined): void {
    const line = this.#waiting.get(name) ?? [];
    this.#waiting.set(name, line);
    line.push(claim);
    signal?.addEventListener('abort', () => {
      if (this.#leave(name, claim)) claim.reject(aborted());
    });
    this.#grant(name);
  }

  #steal(name: string, claim: Claim): void {
    const former = this.#held.get(name);
    this.#hold(name, claim);
    if (former !== undefined) former.process.loop.soon(() => former.reject(aborted()), former.process);
  }

  #grant(name: string): void {
    if (this.#held.has(name)) return;
    const next = this.#waiting.get(name)?.shift();
    if (next !== undefined) this.#hold(name, next);
  }

  #hold(name: string, claim: Claim): void {
    this.#held.set(name, claim);
    claim.process.loop.soon(() => {
      void claim.run().finally(() => {
        if (this.#held.get(name) !== claim) return;
        this.#held.delete(name);
        this.#grant(name);
      });
    }, claim.process);
  }

  /** `false` when the claim did not wait any more. */
  #leave(name: string, claim: Claim): boolean {
    const line = this.#waiting.get(name) ?? [];
    const left = line.filter((other) => other !== claim);
    this.#waiting.set(name, left);
    return left.length < line.length;
  }

  #forget(process: Process): void {
    for (const [name, line] of this.#waiting) {
      for (const claim of line) if (claim.process === process) this.#leave(name, claim);
    }
    for (const [name, claim] of this.#held) {
      if (claim.process !== process) continue;
      this.#held.delete(name);
      this.#grant(name);
    }
  }
}

function isCallback(value: unknown): value is LockGrantedCallback<unknown> {
  return typeof value === 'function';
}

function isOptions(value: unknown): value is LockOptions {
  return typeof value === 'object' && value !== null;
}
