// Finds out whether the database takes writes, by writing. Seldom, because anybody may ask, and each write is a flush.

import { StoreError, type StoreFailure } from './storeError.ts';

/** What is asked of either database. */
export interface Writable {
  /** When the last write failed and none succeeded since: why. */
  readonly failure: () => StoreFailure | undefined;
  /** Throws or rejects with StoreError. */
  readonly setMeta: (key: string, value: string) => void | Promise<void>;
}

/** The answer holds as long as this. */
const PAUSE_MS = 2_000;
/** After a failed write as much space must be there as a large update takes; else one page will do. */
const PROBE_CHARACTERS = 1_000;
const PROBE_AFTER_FAILURE_CHARACTERS = 256 * 1024;

export class WriteProbe {
  readonly #database: Writable;
  readonly #now: () => number;
  #at = Number.NEGATIVE_INFINITY;
  #canWrite: Promise<boolean> = Promise.resolve(false);

  /** `now`: milliseconds since 1970. */
  constructor(database: Writable, now: () => number) {
    this.#database = database;
    this.#now = now;
  }

  async canWrite(): Promise<boolean> {
    const now = this.#now();
    const failed = this.#database.failure() !== undefined;
    const isFresh = Math.abs(now - this.#at) < PAUSE_MS;
    if (isFresh) return (await this.#canWrite) && !failed;
    this.#at = now;
    this.#canWrite = this.#write(`${now} `, failed);
    return this.#canWrite;
  }

  async #write(mark: string, failed: boolean): Promise<boolean> {
    try {
      const length = failed ? PROBE_AFTER_FAILURE_CHARACTERS : PROBE_CHARACTERS;
      await this.#database.setMeta('writeProbe', mark.padEnd(length, '.'));
      if (failed) await this.#database.setMeta('writeProbe', mark);
      return true;
    } catch (cause) {
      if (cause instanceof StoreError) return false;
      throw cause;
    }
  }
}
