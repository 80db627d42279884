// Opens the server's one SQLite database: durability, tables, incarnation, transactions. Leaves what is in the tables to
// the stores beside it, and the lock of the folder to dataFolder.

import { statSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync, type StatementSync } from 'node:sqlite';
import { string } from './columns.ts';
import { DATABASE_FILE, lockFolder, refuseUnfinishedRestore } from './dataFolder.ts';
import { newIncarnation } from './incarnation.ts';
import { storeError, translated } from './sqliteErrors.ts';
import { STORE_STEPS, STORE_VERSION } from './sqliteTables.ts';
import { StoreError, type StoreFailure } from './storeError.ts';

/** A backup may hold the database for a moment. */
const BUSY_TIMEOUT_MS = 2_000;
/** A backup may read for minutes. Each attempt holds everybody up for as long as the busy timeout. */
const EMPTY_AGAIN_MS = 30_000;
/** With the 2 MB that SQLite takes by itself a commit of 25 rows in 50 documents took a fifth longer. */
const CACHE_KIB = 16 * 1024;
/** Databases up to this size are read whole for damage at each start; takes about a second. */
const CHECKED_BYTES = 200_000_000;

export interface SqliteDatabase {
  readonly statement: (sql: string) => StatementSync;
  /** Runs `work` in one transaction; what it throws undoes it. StoreError for what SQLite throws. */
  readonly transaction: <Result>(work: () => Result) => Result;
  /** Of the SQL that is written once for both databases (sqliteSql.ts). */
  readonly sharedWrites: { count: number };
  /** Runs a read, with SQLite's errors as StoreError. */
  readonly reading: <Result>(work: () => Result) => Result;
  readonly meta: (key: string) => string | undefined;
  readonly setMeta: (key: string, value: string) => void;
  /** Empties the write-ahead log, so that nothing lies in it any more that was deleted; later when a reader needs it still. */
  readonly emptyJournal: () => void;
  /** When the last write failed and none succeeded since: why. */
  readonly failure: () => StoreFailure | undefined;
  readonly close: () => void;
}

/** Opens or makes the database in a folder; `:memory:` for one that lives only now. Throws StoreError. */
export function openSqliteDatabase(folder: string): SqliteDatabase {
  const inMemory = folder === ':memory:';
  const file = inMemory ? folder : join(folder, DATABASE_FILE);
  const lock = inMemory ? undefined : lockFolder(folder);
  try {
    if (!inMemory) refuseUnfinishedRestore(folder);
    const connection = translated(`cannot open ${file}`, () => open(file));
    const database = wrap(connection, () => {
      connection.close();
      lock?.release();
    });
    if (!inMemory) {
      noticeCopy(database, file);
      // A server that was killed had no time to.
      database.emptyJournal();
    }
    return database;
  } catch (cause) {
    lock?.release();
    throw cause;
  }
}

function open(file: string): DatabaseSync {
  const connection = new DatabaseSync(file, { timeout: BUSY_TIMEOUT_MS });
  connection.exec(
    `PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; PRAGMA foreign_keys=ON; PRAGMA secure_delete=ON;
     PRAGMA cache_size=-${CACHE_KIB}`,
  );
  const version = Number(connection.prepare('PRAGMA user_version').get()?.['user_version']);
  if (version > STORE_VERSION) {
    throw new StoreError('newer', `${file} was written by a newer version of the server`);
  }
  if (file !== ':memory:' && statSync(file).size <= CHECKED_BYTES) {
    const found = string(connection.prepare('PRAGMA quick_check(1)').get() ?? {}, 'quick_check');
    if (found !== 'ok') throw new StoreError('corrupt', `${file} is damaged: ${found}`);
  }
  if (version < STORE_VERSION) {
    const steps = STORE_STEPS.slice(version).join('');
    connection.exec(`BEGIN; ${steps} PRAGMA user_version=${STORE_VERSION}; COMMIT`);
  }
  return connection;
}

/** Opens a database of ours, of this version or an older one, without changing it; also beside a running server. Throws StoreError. */
export function openSqliteReader(file: string): SqliteDatabase {
  return translated(`cannot read ${file}`, () => {
    const connection = new DatabaseSync(file, { readOnly: true, timeout: BUSY_TIMEOUT_MS });
    try {
      const version = Number(connection.prepare('PRAGMA user_version').get()?.['user_version']);
      if (version > STORE_VERSION)
        throw new StoreError('newer', `${file} was written by a newer version of the server`);
      if (version < 1) throw new StoreError('corrupt', `${file} holds no data of this server`);
      return wrap(connection, () => connection.close());
    } catch (cause) {
      connection.close();
      throw cause;
    }
  });
}

function wrap(connection: DatabaseSync, close: () => void): SqliteDatabase {
  const statements = new Map<string, StatementSync>();
  let failure: StoreFailure | undefined;
  const statement = (sql: string): StatementSync => {
    const known = statements.get(sql) ?? connection.prepare(sql);
    statements.set(sql, known);
    return known;
  };
  const transaction = <Result>(work: () => Result): Result => {
    try {
      statement('BEGIN IMMEDIATE').run();
      const result = work();
      statement('COMMIT').run();
      failure = undefined;
      return result;
    } catch (cause) {
      // SQLite has rolled back by itself on some errors, a full disk among them.
      if (connection.isTransaction) connection.exec('ROLLBACK');
      const error = storeError('the database could not be written', cause);
      if (error instanceof StoreError) failure = error.reason;
      throw error;
    }
  };
  let emptying: NodeJS.Timeout | undefined;
  const emptyJournal = (): void => {
    clearTimeout(emptying);
    const row = translated('the write-ahead log could not be emptied', () =>
      connection.prepare('PRAGMA wal_checkpoint(TRUNCATE)').get(),
    );
    if (row?.['busy'] !== 1) return;
    emptying = setTimeout(emptyJournal, EMPTY_AGAIN_MS);
    emptying.unref();
  };
  return {
    statement,
    transaction,
    sharedWrites: { count: 0 },
    emptyJournal,
    reading: (work) => translated('the database could not be read', work),
    meta: (key) => {
      const row = statement('SELECT value FROM meta WHERE key = ?').get(key);
      return row === undefined ? undefined : string(row, 'value');
    },
    setMeta: (key, value) => {
      transaction(() => {
        statement('INSERT INTO meta VALUES (?, ?) ON CONFLICT DO UPDATE SET value = excluded.value').run(
          key,
          value,
        );
      });
    },
    failure: () => failure,
    close: () => {
      clearTimeout(emptying);
      close();
    },
  };
}

/**
 * A file that was put back from a backup is another file: its receipts may name rows that it does not hold, so it begins a
 * new incarnation. A copy that was only moved does so too, which costs one repeated exchange.
 */
function noticeCopy(database: SqliteDatabase, file: string): void {
  const { ino, birthtimeMs } = statSync(file);
  const identity = `${ino}:${Math.round(birthtimeMs)}`;
  if (database.meta('file') === identity) return;
  database.transaction(() => {
    const put = database.statement(
      'INSERT INTO meta VALUES (?, ?) ON CONFLICT DO UPDATE SET value = excluded.value',
    );
    put.run('incarnation', newIncarnation());
    put.run('file', identity);
  });
}
