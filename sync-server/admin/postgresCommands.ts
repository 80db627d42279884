// The operator's commands on the scaled form: what they do on PostgreSQL, and what is PostgreSQL's own business.

import { integer } from '../stores/columns.ts';
import { openPostgresDatabase, type PostgresDatabase } from '../stores/postgresDatabase.ts';
import { PostgresLogStore } from '../stores/postgresLogStore.ts';
import { firstRow, type Steps } from '../stores/sql.ts';
import { SqlRefusedStore } from '../stores/sqlRefusedStore.ts';
import { type AdminOutcome, refusal } from './outcome.ts';
import { refusedLines } from './refusedList.ts';
import { verification, verified } from './verify.ts';

/** Rejects with StoreError. */
export async function runOnPostgres(url: string, command: string | undefined): Promise<AdminOutcome> {
  if (command === 'backup') return refusal(BACKUP);
  if (command === 'restore') return refusal(RESTORE);
  const database = await openPostgresDatabase(url);
  try {
    return await run(database, command);
  } finally {
    await database.close();
  }
}

const BACKUP =
  'WSPOLNIE_DATABASE_URL is set: back PostgreSQL up with its own means, such as pg_dump --format=custom. ' +
  'A dump holds the state of one moment, and nodes may run beside it.';
const RESTORE =
  'WSPOLNIE_DATABASE_URL is set: stop all nodes, restore with pg_restore, run "npm run admin -- renew", so that devices ' +
  'send by themselves what the backup lacks, and "npm run admin -- verify"; then start the nodes.';

async function run(database: PostgresDatabase, command: string | undefined): Promise<AdminOutcome> {
  switch (command) {
    case 'verify':
      return verified(await database.snapshot(() => verification(lostRows)));
    case 'refused':
      return { kind: 'done', lines: refusedLines(await new SqlRefusedStore(database, 0).list()) };
    case 'renew': {
      const incarnation = await (await PostgresLogStore.open(database)).renewIncarnation();
      return {
        kind: 'done',
        lines: [`The incarnation is ${incarnation}: every device sends what is missing.`],
      };
    }
    case undefined:
    default:
      return refusal(`On PostgreSQL there are: verify, refused, renew. ${BACKUP} ${RESTORE}`);
  }
}

/** PostgreSQL watches over its pages itself (checksums, pg_amcheck); the log's rows have no foreign key. */
function* lostRows(): Steps<readonly string[]> {
  const faults: string[] = [];
  for (const table of ['log', 'snapshots']) {
    const row = yield* firstRow(
      `SELECT count(*) AS lost FROM ${table}
       WHERE NOT EXISTS (SELECT 1 FROM documents WHERE documents.document = ${table}.document)`,
    );
    const lost = integer(row ?? {}, 'lost');
    if (lost > 0) faults.push(`the database: ${lost} rows of ${table} without their documents`);
  }
  return faults;
}
