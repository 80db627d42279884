// How the relay's database fails: a full disk, and a process that is killed around a commit.

import type { SqliteDatabase } from '../../../sync-server/stores/sqliteDatabase.ts';
import { StoreError } from '../../../sync-server/stores/storeError.ts';
import type { Process } from './process.ts';

/** What happens to the next transaction. */
export type CommitFault = 'none' | 'killedBefore' | 'killedAfter' | 'failed';

export class FaultyDatabase {
  readonly database: SqliteDatabase;
  /** Asked for each transaction. */
  faultOf: () => CommitFault = () => 'none';

  constructor(inner: SqliteDatabase, process: Process) {
    const refuseDead = (): void => {
      if (!process.isAlive) throw new StoreError('failed', 'this process is gone');
    };
    this.database = {
      ...inner,
      statement: (sql) => {
        refuseDead();
        return inner.statement(sql);
      },
      transaction: (work) => {
        refuseDead();
        const fault = this.faultOf();
        if (fault === 'none') return inner.transaction(work);
        const result = inner.transaction(() => {
          const done = work();
          if (fault === 'killedAfter') return done;
          if (fault === 'killedBefore') process.kill();
          throw new StoreError('failed', 'simulated');
        });
        process.kill();
        return result;
      },
      reading: (work) => {
        refuseDead();
        return inner.reading(work);
      },
    };
  }

  /** A disk with no room left, in SQLite's own words; `false` makes room again. */
  fill(isFull: boolean): void {
    const { statement } = this.database;
    const pages = Number(statement('PRAGMA page_count').get()?.['page_count']);
    statement(`PRAGMA max_page_count = ${isFull ? pages : 1_000_000}`).get();
  }
}
