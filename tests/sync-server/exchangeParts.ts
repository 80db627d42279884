// The parts of an exchange that most tests of it do not look at: no limits on members, nobody who watches.

import type { ExchangeParts } from '../../sync-server/exchange.ts';
import { MemberDocuments } from '../../sync-server/limits/memberDocuments.ts';
import type { LogStore } from '../../sync-server/stores/logStore.ts';
import type { SqliteDatabase } from '../../sync-server/stores/sqliteDatabase.ts';
import { sqliteSql } from '../../sync-server/stores/sqliteSql.ts';
import { SqlRefusedStore } from '../../sync-server/stores/sqlRefusedStore.ts';

type Quiet = Pick<ExchangeParts, 'refused' | 'memberDocuments' | 'onStored' | 'watch' | 'reportFailure'>;

export function quietParts(database: SqliteDatabase, store: LogStore): Quiet {
  return {
    refused: new SqlRefusedStore(sqliteSql(database), 1_000_000),
    memberDocuments: new MemberDocuments(store, Number.POSITIVE_INFINITY),
    onStored: () => {},
    watch: { receipt: () => {}, refused: () => {} },
    reportFailure: (cause) => {
      throw cause;
    },
  };
}
