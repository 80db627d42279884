import { openSqliteDatabase } from '../../../sync-server/stores/sqliteDatabase.ts';
import { MemoryChallenges } from '../../../sync-server/stores/memoryChallenges.ts';
import { sqliteSql } from '../../../sync-server/stores/sqliteSql.ts';
import { SqlMemberStore } from '../../../sync-server/stores/sqlMemberStore.ts';
import { describeChallengeStore } from '../../contracts/challengeStore.ts';
import { describeMemberStore } from '../../contracts/memberStore.ts';

describeMemberStore('SQLite', async () => {
  const database = openSqliteDatabase(':memory:');
  const open = (): SqlMemberStore => new SqlMemberStore(sqliteSql(database));
  return { store: open(), other: open(), dispose: async () => database.close() };
});

describeChallengeStore('in memory', async () => ({
  store: new MemoryChallenges(),
  dispose: async () => {},
}));
