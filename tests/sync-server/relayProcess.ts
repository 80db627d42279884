// The relay as a process of its own, for tests that kill it.

import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';

const main = fileURLToPath(new URL('../../sync-server/main.ts', import.meta.url));

export interface Ended {
  readonly code: number | null;
  readonly output: string;
}

export class RelayProcess {
  readonly #child: ChildProcess;
  #output = '';
  #log = '';
  #wake: () => void = () => {};

  constructor(environment: Readonly<Record<string, string>>, program = main) {
    this.#child = spawn(process.execPath, [program], {
      env: {
        ...process.env,
        WSPOLNIE_PORT: '0',
        WSPOLNIE_DIST: '/nowhere',
        WSPOLNIE_LOG_LEVEL: 'warn',
        ...environment,
      },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    for (const stream of [this.#child.stdout, this.#child.stderr]) {
      stream?.setEncoding('utf8').on('data', (text: string) => {
        this.#output += text;
        this.#wake();
      });
    }
    this.#child.stderr?.on('data', (text: string) => {
      this.#log += text;
    });
    this.#child.on('close', () => this.#wake());
  }

  /** The port, once it serves. */
  async port(): Promise<number> {
    for (;;) {
      const found = /^Wspólnie: http:\/\/localhost:(\d+)\/$/m.exec(this.#output);
      if (found) return Number(found[1]);
      if (this.#child.exitCode !== null) throw new Error(`the relay ended: ${this.#output}`);
      await new Promise<void>((resolve) => {
        this.#wake = resolve;
      });
    }
  }

  get pid(): number {
    return this.#child.pid ?? 0;
  }

  get output(): string {
    return this.#output;
  }

  /** What it wrote as its log, without the lines for the operator. */
  get log(): string {
    return this.#log;
  }

  /** Text of the first link, or undefined when none is shown. */
  get firstInvitation(): string | undefined {
    return /^Pierwszy link \(koordynator programu\): \S+#join=(\S+)$/m.exec(this.#output)?.[1];
  }

  async kill(signal: 'SIGKILL' | 'SIGTERM'): Promise<Ended> {
    this.#child.kill(signal);
    return this.ended();
  }

  async ended(): Promise<Ended> {
    if (this.#child.exitCode === null && this.#child.signalCode === null) await once(this.#child, 'close');
    return { code: this.#child.exitCode, output: this.#output };
  }
}
