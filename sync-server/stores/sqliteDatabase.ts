// Opens the server's one SQLite database: durability, tables, the lock of the data folder, incarnation, transactions.
// Leaves what is in the tables to sqliteLogStore and sqliteMemberStore.

import { mkdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync, type StatementSync } from 'node:sqlite';
import { nanoid } from 'nanoid';
import { string } from './columns.ts';
import { STORE_VERSION, TABLES } from './sqliteTables.ts';
import { StoreError, type StoreFailure } from './storeError.ts';

/** A backup may hold the database for a moment. */
const BUSY_TIMEOUT_MS = 2_000;
/** A server that is just ending holds its folder for a moment. */
const LOCK_TIMEOUT_MS = 500;
/** Databases up to this size are read whole for damage at each start; takes about a second. */
const CHECKED_BYTES = 200_000_000;

export interface SqliteDatabase {
  readonly statement: (sql: string) => StatementSync;
  /** Runs `work` in one transaction; what it throws undoes it. StoreError for what SQLite throws. */
  readonly transaction: <Result>(work: () => Result) => Result;
  /** Runs a read, with SQLite's errors as StoreError. */
  readonly reading: <Result>(work: () => Result) => Result;
  readonly meta: (key: string) => string | undefined;
  readonly setMeta: (key: string, value: string) => void;
  /** When the last write failed and none succeeded since: why. */
  readonly failure: () => StoreFailure | undefined;
  readonly close: () => void;
}

/** Opens or makes the database in a folder; `:memory:` for one that lives only now. Throws StoreError. */
export function openSqliteDatabase(folder: string): SqliteDatabase {
  const inMemory = folder === ':memory:';
  const file = inMemory ? folder : join(folder, 'wspolnie.sqlite');
  const lock = inMemory ? undefined : lockFolder(folder);
  try {
    const connection = translated(`cannot open ${file}`, () => open(file));
    const database = wrap(connection, () => {
      connection.close();
      lock?.close();
    });
    if (!inMemory) noticeCopy(database, file);
    return database;
  } catch (cause) {
    lock?.close();
    throw cause;
  }
}

/** A file lock that the system drops with the process: a second server on the same folder is told so at its start. */
function lockFolder(folder: string): DatabaseSync {
  try {
    // Lists of people: nobody else on the machine reads them.
    mkdirSync(folder, { recursive: true, mode: 0o700 });
  } catch (cause) {
    throw new StoreError('unwritable', `cannot make the data folder ${folder}`, cause);
  }
  return translated(`cannot use the data folder ${folder}; is another server using it?`, () => {
    const lock = new DatabaseSync(join(folder, 'lock.sqlite'), { timeout: LOCK_TIMEOUT_MS });
    try {
      lock.exec('PRAGMA locking_mode=EXCLUSIVE; BEGIN EXCLUSIVE');
    } catch (cause) {
      lock.close();
      throw cause;
    }
    return lock;
  });
}

function open(file: string): DatabaseSync {
  const connection = new DatabaseSync(file, { timeout: BUSY_TIMEOUT_MS });
  connection.exec('PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; PRAGMA foreign_keys=ON');
  const version = Number(connection.prepare('PRAGMA user_version').get()?.['user_version']);
  if (version > STORE_VERSION) {
    throw new StoreError('newer', `${file} was written by a newer version of the server`);
  }
  if (file !== ':memory:' && statSync(file).size <= CHECKED_BYTES) {
    const found = string(connection.prepare('PRAGMA quick_check(1)').get() ?? {}, 'quick_check');
    if (found !== 'ok') throw new StoreError('corrupt', `${file} is damaged: ${found}`);
  }
  if (version < STORE_VERSION)
    connection.exec(`BEGIN; ${TABLES} PRAGMA user_version=${STORE_VERSION}; COMMIT`);
  return connection;
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
  return {
    statement,
    transaction,
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
    close,
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
    put.run('incarnation', nanoid());
    put.run('file', identity);
  });
}

function translated<Result>(message: string, work: () => Result): Result {
  try {
    return work();
  } catch (cause) {
    throw storeError(message, cause);
  }
}

/** https://sqlite.org/rescode.html */
const FAILURES: Readonly<Record<number, StoreFailure>> = {
  5: 'inUse',
  8: 'unwritable',
  11: 'corrupt',
  13: 'full',
  14: 'unwritable',
  26: 'corrupt',
};

/** SQLite's errors as ours; a bug of our own stays what it is. */
function storeError(message: string, cause: unknown): unknown {
  if (!(cause instanceof Error) || !('errcode' in cause) || typeof cause.errcode !== 'number') return cause;
  // The low byte is the primary code.
  const reason = FAILURES[cause.errcode & 0xff] ?? 'failed';
  return new StoreError(reason, `${message}: ${cause.message}`, cause);
}
