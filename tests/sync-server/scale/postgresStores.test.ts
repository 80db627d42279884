// Every store of the scaled form, on a real PostgreSQL.

import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { documentName } from '../../../src/schema/documentName.ts';
import { bytes } from '../../../sync-server/stores/columns.ts';
import { noticeCopy } from '../../../sync-server/stores/installation.ts';
import type { Commit } from '../../../sync-server/stores/logStore.ts';
import { PostgresChallenges } from '../../../sync-server/stores/postgresChallenges.ts';
import { openPostgresDatabase } from '../../../sync-server/stores/postgresDatabase.ts';
import { PostgresLogStore } from '../../../sync-server/stores/postgresLogStore.ts';
import { SqlMemberStore } from '../../../sync-server/stores/sqlMemberStore.ts';
import { SqlRefusedStore } from '../../../sync-server/stores/sqlRefusedStore.ts';
import { describeChallengeStore } from '../../contracts/challengeStore.ts';
import { describeLogStore, rowOf } from '../../contracts/logStore.ts';
import { describeMemberStore } from '../../contracts/memberStore.ts';
import { describeRefusedStore, REFUSED_BYTES } from '../../contracts/refusedStore.ts';
import { describeSharedLogStore } from '../../contracts/sharedLogStore.ts';
import { PostgresServer } from '../../services/postgresServer.ts';

const plan = documentName('partnership', 'p1');

let server: PostgresServer;
beforeAll(async () => {
  server = await PostgresServer.start();
}, 60_000);
afterAll(() => server.stop());

async function openLog(url: string, onCommit?: (commit: Commit) => void): Promise<PostgresLogStore> {
  return PostgresLogStore.open(await openPostgresDatabase(url), onCommit);
}

describeLogStore('PostgreSQL', async () => {
  const url = await server.schema();
  let store = await openLog(url);
  return {
    store,
    reopen: async () => {
      await store.close();
      store = await openLog(url);
      return store;
    },
    dispose: () => store.close(),
  };
});

describeSharedLogStore('PostgreSQL', async () => {
  const url = await server.schema();
  // At once, as two nodes that start on an empty database do.
  const nodes = await Promise.all([openLog(url), openLog(url)]);
  return {
    nodes,
    dispose: async () => {
      for (const node of nodes) await node.close();
    },
  };
});

describeMemberStore('PostgreSQL', async () => {
  const url = await server.schema();
  const databases = await Promise.all([openPostgresDatabase(url), openPostgresDatabase(url)]);
  return {
    store: new SqlMemberStore(databases[0]),
    other: new SqlMemberStore(databases[1]),
    dispose: async () => {
      for (const database of databases) await database.close();
    },
  };
});

describeRefusedStore('PostgreSQL', async () => {
  const database = await openPostgresDatabase(await server.schema());
  const open = (): SqlRefusedStore => new SqlRefusedStore(database, REFUSED_BYTES);
  return {
    store: open(),
    log: await PostgresLogStore.open(database),
    again: open,
    kept: async () =>
      (await database.query('SELECT change FROM refused ORDER BY id', [])).map((row) => bytes(row, 'change')),
    dispose: () => database.close(),
  };
});

describeChallengeStore('PostgreSQL', async () => {
  const database = await openPostgresDatabase(await server.schema());
  return { store: new PostgresChallenges(database), dispose: () => database.close() };
});

describe('PostgreSQL log', () => {
  it('appends of one turn are one transaction, and so are those that wait for a commit', async () => {
    const commits: Commit[] = [];
    const store = await openLog(await server.schema(), (commit) => commits.push(commit));
    const appendMany = (): Promise<unknown>[] =>
      Array.from({ length: 50 }, (_, index) => store.append(rowOf(plan, index)));
    const first = appendMany();
    await new Promise((resolve) => setImmediate(resolve));
    await new Promise((resolve) => setImmediate(resolve));
    await Promise.all([...first, ...appendMany(), ...appendMany()]);
    expect(commits.map(({ rows }) => rows)).toEqual([50, 100]);
    await store.close();
  });

  it('[G2] a server that answers before it has written is not used', async () => {
    const url = await server.database();
    await server.run(`ALTER DATABASE ${new URL(url).pathname.slice(1)} SET synchronous_commit = off`);
    await expect(openPostgresDatabase(url)).rejects.toMatchObject({
      name: 'StoreError',
      reason: 'unwritable',
    });
  });

  it('a database of a newer server, and one that is not there, are refused, each with its reason', async () => {
    const url = await server.schema();
    await (await openPostgresDatabase(url)).close();
    await server.run("UPDATE meta SET value = '99' WHERE key = 'version'", url);
    await expect(openPostgresDatabase(url)).rejects.toMatchObject({ reason: 'newer' });
    await expect(openPostgresDatabase(server.urlOf('nowhere'))).rejects.toMatchObject({ reason: 'failed' });
    await expect(openPostgresDatabase('postgres://a@127.0.0.1:1/b')).rejects.toMatchObject({
      reason: 'unreachable',
    });
  });

  it('[G2] a database that was loaded into another cluster begins a new incarnation, once', async () => {
    const database = await openPostgresDatabase(await server.schema());
    const looks = async (): Promise<string> => {
      // Many nodes that look at once.
      await Promise.all([1, 2, 3, 4].map(() => noticeCopy(database)));
      await store.seeIncarnation();
      return store.incarnation();
    };
    const store = await PostgresLogStore.open(database);
    const before = store.incarnation();
    expect(await looks()).toBe(before);
    const seen: string[] = [];
    for (const cluster of ['7000000000000000000:00000001', '7000000000000000000:00000002']) {
      await database.setMeta('cluster', cluster);
      seen.push(await looks());
      expect(await looks()).toBe(seen.at(-1));
    }
    expect(new Set([before, ...seen]).size).toBe(3);
    await store.close();
  });
});
