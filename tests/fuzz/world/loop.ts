// The event loop of a simulated world: tasks in their order, timers by a clock of its own, nothing by the machine's.
// Whoever drives it decides after how many tasks something else happens.

import { setImmediate as turn } from 'node:timers';
import { currentProcess, Process } from './process.ts';

interface Task {
  readonly process: Process;
  readonly run: () => void;
}

interface Timer extends Task {
  readonly at: number;
}

/** More tasks than any run needs before it is quiet: something goes round in circles. */
const TOO_MANY_TASKS = 400_000;

export class Loop {
  /** Milliseconds since 1970, the true time of this world. */
  now = Date.UTC(2026, 10, 22, 12);
  /** Tasks run so far. */
  tasks = 0;
  readonly world: Process = new Process('world', this);
  #ready: Task[] = [];
  #timers: Timer[] = [];
  #armed: { readonly task: number; readonly act: () => void }[] = [];
  #outside = 0;

  /** Runs soon, whatever becomes of the process meanwhile: the work of its machine, not its own. */
  machine(run: () => void): void {
    this.#ready.push({ process: this.world, run });
  }

  /** Runs soon, unless the process is gone by then. */
  soon(run: () => void, process = this.#process()): void {
    this.#ready.push({ process, run });
  }

  /** Runs after so many milliseconds, unless called off or the process is gone by then. */
  after(milliseconds: number, run: () => void, process = this.#process()): () => void {
    const timer: Timer = { at: this.now + Math.max(0, milliseconds), run, process };
    const behind = this.#timers.findIndex((other) => other.at > timer.at);
    this.#timers.splice(behind < 0 ? this.#timers.length : behind, 0, timer);
    return () => {
      this.#timers = this.#timers.filter((other) => other !== timer);
    };
  }

  /** Acts between two tasks, when so many more have run. */
  interrupt(tasks: number, act: () => void): void {
    this.#armed.push({ task: this.tasks + tasks, act });
  }

  /** Takes back what has not happened yet. */
  disarm(): void {
    this.#armed = [];
  }

  /** Work of other threads (keys and signatures): nothing else happens before it is done, so its duration decides nothing. */
  async outside<Value>(work: Promise<Value>): Promise<Value> {
    this.#outside += 1;
    try {
      return await work;
    } finally {
      this.#outside -= 1;
    }
  }

  /** Runs up to so many tasks; `false` when there were fewer. */
  async run(tasks: number): Promise<boolean> {
    await this.#settle();
    for (let count = 0; count < tasks; count += 1) {
      const task = this.#ready.shift();
      if (task === undefined) return false;
      await this.#perform(task);
    }
    return true;
  }

  /** Runs until nothing is left to do now. */
  async quiet(): Promise<void> {
    if (await this.run(TOO_MANY_TASKS)) throw new Error('the world does not come to rest');
  }

  /** Lets so much time pass, with everything that falls due in it. */
  async pass(milliseconds: number): Promise<void> {
    const end = this.now + milliseconds;
    await this.quiet();
    for (let [first] = this.#timers; first !== undefined && first.at <= end; [first] = this.#timers) {
      this.#timers.shift();
      this.now = Math.max(this.now, first.at);
      await this.#perform(first);
      await this.quiet();
    }
    this.now = end;
  }

  /** All machines sleep for so long: what fell due meanwhile is late, and comes once. */
  async sleep(milliseconds: number): Promise<void> {
    await this.quiet();
    this.now += milliseconds;
    await this.pass(0);
  }

  /** Lets time pass until the promise has settled, at most so much; `undefined` when it has not. */
  async until<Value>(promise: Promise<Value>, milliseconds: number): Promise<Value | undefined> {
    const end = this.now + milliseconds;
    let settled: { readonly value: Value } | undefined;
    let failed: { readonly cause: unknown } | undefined;
    promise.then(
      (value) => {
        settled = { value };
      },
      (cause: unknown) => {
        failed = { cause };
      },
    );
    await this.quiet();
    while (settled === undefined && failed === undefined && this.now < end) {
      const next = this.#timers[0]?.at ?? end;
      await this.pass(Math.min(Math.max(next - this.now, 0), end - this.now));
    }
    if (failed !== undefined) throw failed.cause;
    return settled?.value;
  }

  #process(): Process {
    return currentProcess() ?? this.world;
  }

  async #perform({ process, run }: Task): Promise<void> {
    for (const armed of this.#armed.filter(({ task }) => task <= this.tasks)) {
      this.#armed = this.#armed.filter((other) => other !== armed);
      this.world.run(armed.act);
    }
    if (!process.isAlive) return;
    this.tasks += 1;
    process.run(run);
    await this.#settle();
  }

  /** All promises that can be kept are kept. */
  async #settle(): Promise<void> {
    do {
      await new Promise<void>((resolve) => turn(() => resolve()));
    } while (this.#outside > 0);
  }
}
