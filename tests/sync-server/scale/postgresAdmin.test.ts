// The operator's commands on PostgreSQL, as npm starts them.

import { afterAll, beforeAll, expect, it } from 'vitest';
import * as Y from 'yjs';
import { documentName } from '../../../src/schema/documentName.ts';
import { openPostgresDatabase } from '../../../sync-server/stores/postgresDatabase.ts';
import { PostgresLogStore } from '../../../sync-server/stores/postgresLogStore.ts';
import { rowOf } from '../../contracts/logStore.ts';
import { PostgresServer } from '../../services/postgresServer.ts';
import { runAdminWith } from '../admin/adminProcess.ts';

const plan = documentName('partnership', 'p1');

let server: PostgresServer;
let url: string;
let store: PostgresLogStore;
beforeAll(async () => {
  server = await PostgresServer.start();
  url = await server.schema();
  store = await PostgresLogStore.open(await openPostgresDatabase(url));
  const doc = new Y.Doc();
  const updates: Uint8Array[] = [];
  doc.on('updateV2', (update: Uint8Array) => updates.push(update));
  for (const letter of 'abc') doc.getText('t').insert(0, letter);
  for (const update of updates) await store.append({ ...rowOf(plan), update });
}, 60_000);
afterAll(async () => {
  await store.close();
  await server.stop();
}, 60_000);

const run = (...args: readonly string[]) => runAdminWith({ WSPOLNIE_DATABASE_URL: url }, ...args);

it('verify finds nothing in a sound store, and names each fault of another', async () => {
  expect(await run('verify')).toEqual({
    code: 0,
    said: '1 documents, 3 updates above their snapshots: no faults.\n',
  });
  const schema = /search_path%3D(\w+)/.exec(url)?.[1];
  await server.run(`UPDATE ${schema}.log SET change = '\\x010203' WHERE seq = 2`);
  await server.run(`INSERT INTO ${schema}.snapshots VALUES (77, 1, '\\x00')`);
  const { code, said } = await run('verify');
  expect(code).toBe(1);
  expect(said).toContain(`${plan}: update 2 cannot be decoded`);
  expect(said).toContain('1 rows of snapshots without their documents');
});

it('[G2] renew begins another incarnation, which a running node sees with its next look', async () => {
  const before = store.incarnation();
  expect((await run('renew')).code).toBe(0);
  await store.state(plan);
  expect(store.incarnation()).not.toBe(before);
});

it('lists what was refused, and says what is PostgreSQL’s own business', async () => {
  expect(await run('refused')).toEqual({ code: 0, said: 'Nothing was refused.\n' });
  expect(await run('backup', '/nowhere/file')).toMatchObject({ code: 1 });
  expect((await run('backup', '/nowhere/file')).said).toContain('pg_dump');
  expect((await run('restore', '/nowhere/file')).said).toContain('admin -- renew');
  expect((await run()).said).toContain('On PostgreSQL there are');
});
