// The embedded form: one process, one SQLite database in a folder.

import type { Backing, BackingOptions } from './backing.ts';
import { DocumentLog } from './content/documentLog.ts';
import { LocalFanout } from './fanout/localFanout.ts';
import { MemoryChallenges } from './stores/memoryChallenges.ts';
import { openSqliteDatabase } from './stores/sqliteDatabase.ts';
import { SqliteLogStore } from './stores/sqliteLogStore.ts';
import { sqliteSql } from './stores/sqliteSql.ts';
import { SqlMemberStore } from './stores/sqlMemberStore.ts';
import { SqlRefusedStore } from './stores/sqlRefusedStore.ts';

/** Throws StoreError when the folder cannot be used. */
export function openEmbedded(dataFolder: string, { maxRefusedBytes, onCommit }: BackingOptions): Backing {
  const database = openSqliteDatabase(dataFolder);
  const sql = sqliteSql(database);
  const log = new SqliteLogStore(database, onCommit);
  const fanout = new LocalFanout();
  return {
    log,
    members: new SqlMemberStore(sql),
    refused: new SqlRefusedStore(sql, maxRefusedBytes),
    challenges: new MemoryChallenges(),
    database,
    fanout,
    documents: new DocumentLog(log, fanout),
    countEverywhere: undefined,
    redis: undefined,
    start: () => {},
    stop: async () => {
      await fanout.close();
      await log.close();
    },
  };
}
