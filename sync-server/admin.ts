// Entry of the operator's commands: `npm run admin -- backup <file>`. They work on the data folder of the configuration.
// What a command does is in admin/; this reads the arguments, prints, and ends with 1 when it was not done.

import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { backUp } from './admin/backup.ts';
import { type AdminOutcome, refusal } from './admin/outcome.ts';
import { refusedLines } from './admin/refusedList.ts';
import { restore } from './admin/restore.ts';
import { verified } from './admin/verify.ts';
import { verifyStore } from './admin/verifySqlite.ts';
import { ConfigError, readConfig } from './config.ts';
import { DATABASE_FILE } from './stores/dataFolder.ts';
import { openSqliteReader, type SqliteDatabase } from './stores/sqliteDatabase.ts';
import { sqliteSql } from './stores/sqliteSql.ts';
import { SqlRefusedStore } from './stores/sqlRefusedStore.ts';
import { StoreError } from './stores/storeError.ts';

const USAGE = `Usage:
  npm run admin -- backup <file>     copies the whole store into a new file; the server may run
  npm run admin -- restore <file>    puts a backup in place of the data; the server must be stopped
  npm run admin -- verify [<file>]   checks every document of the store, or of a backup
  npm run admin -- refused           lists what was refused and is kept
  npm run admin -- renew             on PostgreSQL, after a restore: has every device send again what is missing`;

async function run([command, ...rest]: readonly string[]): Promise<AdminOutcome> {
  const { dataFolder, databaseUrl } = readConfig(process.env);
  // A file is a backup of the embedded form, whatever is configured.
  if (databaseUrl !== undefined && (command !== 'verify' || rest.length === 0)) {
    const { runOnPostgres } = await import('./admin/postgresCommands.ts');
    return runOnPostgres(databaseUrl, command);
  }
  if (dataFolder === ':memory:') return refusal('WSPOLNIE_DATA is ":memory:"; there is nothing to work on.');
  const acceptFaults = rest.includes('--accept-faults');
  const [given, ...more] = rest.filter((argument) => argument !== '--accept-faults');
  // npm runs scripts in the project's folder; a path is meant from where the person stands.
  const file = given && resolve(process.env['INIT_CWD'] ?? '.', given);
  if (more.length > 0 || (acceptFaults && command !== 'restore')) return refusal(USAGE);
  switch (command) {
    case 'backup':
      return file === undefined ? refusal(USAGE) : backUp(dataFolder, file);
    case 'restore':
      return file === undefined
        ? refusal(USAGE)
        : restore({ dataFolder, file, acceptFaults, now: new Date() });
    case 'verify':
      return reading(file ?? join(dataFolder, DATABASE_FILE), verify);
    case 'refused':
      return file === undefined ? reading(join(dataFolder, DATABASE_FILE), listRefused) : refusal(USAGE);
    case 'renew':
      return refusal('Restoring a backup renews the incarnation by itself; this is for PostgreSQL.');
    case undefined:
    default:
      return refusal(USAGE);
  }
}

async function reading(
  file: string,
  work: (database: SqliteDatabase) => Promise<AdminOutcome>,
): Promise<AdminOutcome> {
  if (!existsSync(file)) return refusal(`There is no store ${file}; is WSPOLNIE_DATA set as for the server?`);
  const database = openSqliteReader(file);
  try {
    return await work(database);
  } finally {
    database.close();
  }
}

async function verify(database: SqliteDatabase): Promise<AdminOutcome> {
  return verified(verifyStore(database));
}

async function listRefused(database: SqliteDatabase): Promise<AdminOutcome> {
  return { kind: 'done', lines: refusedLines(await new SqlRefusedStore(sqliteSql(database), 0).list()) };
}

/** Returns the exit code. */
function print(outcome: AdminOutcome): number {
  switch (outcome.kind) {
    case 'done':
      process.stdout.write(`${outcome.lines.join('\n')}\n`);
      return 0;
    case 'refused':
      process.stderr.write(`${outcome.message}\n`);
      return 1;
    case 'faults':
      process.stderr.write(`${[...outcome.faults, outcome.message].join('\n')}\n`);
      return 1;
  }
}

/** What the operator can do something about, in a sentence; anything else whole. */
function explain(cause: unknown): string {
  if (cause instanceof ConfigError || cause instanceof StoreError) return cause.message;
  if (cause instanceof Error && 'syscall' in cause) return cause.message;
  return cause instanceof Error ? (cause.stack ?? cause.message) : String(cause);
}

try {
  process.exitCode = print(await run(process.argv.slice(2)));
} catch (cause) {
  process.stderr.write(`${explain(cause)}\n`);
  process.exitCode = 1;
}
