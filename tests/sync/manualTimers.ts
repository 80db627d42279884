// Timers that a test moves by hand.

import type { Timers } from '../../src/sync/timers.ts';

interface Due {
  readonly at: number;
  readonly run: () => void;
}

export class ManualTimers implements Timers {
  now = 1_000_000;
  #due: Due[] = [];

  get waiting(): number {
    return this.#due.length;
  }

  /** Milliseconds until the next timer; `undefined` when none runs. */
  get next(): number | undefined {
    return this.#due.length === 0 ? undefined : Math.min(...this.#due.map((due) => due.at)) - this.now;
  }

  readonly after = (milliseconds: number, run: () => void): (() => void) => {
    const due = { at: this.now + milliseconds, run };
    this.#due.push(due);
    return () => {
      this.#due = this.#due.filter((other) => other !== due);
    };
  };

  /** Lets so much time pass; runs what falls due, in its order. */
  pass(milliseconds: number): void {
    const end = this.now + milliseconds;
    for (;;) {
      const [first] = this.#due.filter((due) => due.at <= end).toSorted((a, b) => a.at - b.at);
      if (first === undefined) break;
      this.#due = this.#due.filter((due) => due !== first);
      this.now = first.at;
      first.run();
    }
    this.now = end;
  }
}
