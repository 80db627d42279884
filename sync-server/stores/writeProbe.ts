// Finds out whether the database takes writes, by writing. Seldom, because anybody may ask, and each write is a flush.

import type { SqliteDatabase } from './sqliteDatabase.ts';
import { StoreError } from './storeError.ts';

/** The answer holds as long as this. */
const PAUSE_MS = 2_000;
/** After a failed write as much space must be there as a large update takes; else one page will do. */
const PROBE_CHARACTERS = 1_000;
const PROBE_AFTER_FAILURE_CHARACTERS = 256 * 1024;

export class WriteProbe {
  readonly #database: SqliteDatabase;
  readonly #now: () => number;
  #at = Number.NEGATIVE_INFINITY;
  #canWrite = false;

  /** `now`: milliseconds since 1970. */
  constructor(database: SqliteDatabase, now: () => number) {
    this.#database = database;
    this.#now = now;
  }

  canWrite(): boolean {
    const now = this.#now();
    const failed = this.#database.failure() !== undefined;
    const isFresh = Math.abs(now - this.#at) < PAUSE_MS;
    if (isFresh) return this.#canWrite && !failed;
    this.#at = now;
    this.#canWrite = this.#write(`${now} `, failed);
    return this.#canWrite;
  }

  #write(mark: string, failed: boolean): boolean {
    try {
      const length = failed ? PROBE_AFTER_FAILURE_CHARACTERS : PROBE_CHARACTERS;
      this.#database.setMeta('writeProbe', mark.padEnd(length, '.'));
      if (failed) this.#database.setMeta('writeProbe', mark);
      return true;
    } catch (cause) {
      if (cause instanceof StoreError) return false;
      throw cause;
    }
  }
}
