// Processes of a simulated world: a tab, a service worker, the server. What runs knows of which process it is, across
// promises and timers; of a process that was killed nothing runs any more.

import { AsyncLocalStorage } from 'node:async_hooks';
import type { Loop } from './loop.ts';

const current = new AsyncLocalStorage<Process>();

/** The process whose code is running; `undefined` outside of any simulated world. */
export function currentProcess(): Process | undefined {
  return current.getStore();
}

export class Process {
  readonly name: string;
  readonly loop: Loop;
  readonly #onKill: (() => void)[] = [];
  #isAlive = true;

  constructor(name: string, loop: Loop) {
    this.name = name;
    this.loop = loop;
  }

  get isAlive(): boolean {
    return this.#isAlive;
  }

  run<Value>(work: () => Value): Value {
    return current.run(this, work);
  }

  /** What the rest of the world does when this process is gone; in the order in which it was asked for. */
  whenKilled(react: () => void): void {
    this.#onKill.push(react);
  }

  /** Gone between two instructions: nothing is closed in order. */
  kill(): void {
    if (!this.#isAlive) return;
    this.#isAlive = false;
    for (const react of this.#onKill) react();
  }
}
