// Opens the PostgreSQL database that all nodes share: connections, durability, tables, transactions. Leaves what is in the
// tables to the stores beside it.

import { Pool, type PoolClient, TypeOverrides } from 'pg';
import type { Row } from './columns.ts';
import { postgresError } from './postgresErrors.ts';
import { POSTGRES_STEPS, POSTGRES_VERSION } from './postgresTables.ts';
import { PUT_META, type Sql, type Statement, type Steps } from './sql.ts';
import { StoreError, type StoreFailure } from './storeError.ts';

/** Connections of one node; PostgreSQL's own default bears a hundred of all nodes. */
const CONNECTIONS = 10;
const CONNECT_MS = 5_000;
/** Nothing we ask takes near as long; a line that is dead is noticed by it. */
const STATEMENT_MS = 20_000;
/** Advisory locks of ours, any two numbers: one node at a time changes the tables, one transaction at a time the members. */
const TABLES_LOCK = 7_771;
const TRANSACTION_LOCK = 7_772;
/** Counts, sums and times: all far below 2^53. */
const INT8 = 20;
const NUMERIC = 1700;

export interface PostgresDatabase extends Sql {
  /** One statement with parameters `$1`, `$2` … */
  readonly query: (text: string, values: readonly unknown[]) => Promise<readonly Row[]>;
  /** The same for one that writes. */
  readonly writing: (text: string, values: readonly unknown[]) => Promise<readonly Row[]>;
  /** A transaction that runs beside others; PostgreSQL's row locks hold it off where that is needed. */
  readonly concurrent: <Result>(steps: () => Steps<Result>) => Promise<Result>;
  readonly setMeta: (key: string, value: string) => Promise<void>;
  /** Why the last write failed; also while the database does not answer at all. */
  readonly failure: () => StoreFailure | undefined;
  readonly close: () => Promise<void>;
}

/** Brings the tables to the present version. Rejects with StoreError when the database cannot be used. */
export async function openPostgresDatabase(url: string): Promise<PostgresDatabase> {
  const numbers = new TypeOverrides();
  for (const type of [INT8, NUMERIC]) numbers.setTypeParser(type, Number);
  const pool = new Pool({
    connectionString: url,
    max: CONNECTIONS,
    connectionTimeoutMillis: CONNECT_MS,
    query_timeout: STATEMENT_MS,
    keepAlive: true,
    application_name: 'wspolnie',
    types: numbers,
  });
  // A connection that ends while idle: the next statement opens another.
  pool.on('error', () => {});
  const database = wrap(pool);
  try {
    await refuseCarelessness(database);
    await bringTablesUp(database);
    return database;
  } catch (cause) {
    await pool.end();
    throw cause;
  }
}

/** A receipt means "on disk" [G2]: a server set up to answer earlier cannot give one. */
async function refuseCarelessness({ query }: PostgresDatabase): Promise<void> {
  const [settings] = await query(
    "SELECT current_setting('fsync') AS fsync, current_setting('synchronous_commit') AS commit",
    [],
  );
  for (const [name, value] of Object.entries({
    fsync: settings?.['fsync'],
    synchronous_commit: settings?.['commit'],
  })) {
    if (value === 'off')
      throw new StoreError('unwritable', `PostgreSQL runs with ${name} = off; set it to on`);
  }
}

async function bringTablesUp(database: PostgresDatabase): Promise<void> {
  await database.concurrent(function* () {
    // Two nodes that start at once: the second waits, and finds everything done.
    yield { text: `SELECT pg_advisory_xact_lock(${TABLES_LOCK})`, values: [] };
    yield { text: 'CREATE TABLE IF NOT EXISTS meta (key TEXT PRIMARY KEY, value TEXT NOT NULL)', values: [] };
    const [row] = yield { text: "SELECT value FROM meta WHERE key = 'version'", values: [] };
    const version = Number(row?.['value'] ?? 0);
    if (version > POSTGRES_VERSION)
      throw new StoreError('newer', 'the database was written by a newer version of the server');
    if (version === POSTGRES_VERSION) return;
    for (const statement of POSTGRES_STEPS.slice(version).join('').split(';\n')) {
      if (statement.trim() !== '') yield { text: statement, values: [] };
    }
    yield { text: PUT_META, values: ['version', String(POSTGRES_VERSION)] };
  });
}

function wrap(pool: Pool): PostgresDatabase {
  /** Of the last write. */
  let writeFailure: StoreFailure | undefined;
  /** Of the last statement of any kind. */
  let isUnreachable = false;
  /** Notes what becomes of it. */
  const noted = async <Result>(kind: 'read' | 'write', work: Promise<Result>): Promise<Result> => {
    try {
      const result = await work;
      isUnreachable = false;
      if (kind === 'write') writeFailure = undefined;
      return result;
    } catch (cause) {
      if (!(cause instanceof StoreError)) throw cause;
      if (cause.reason === 'unreachable') isUnreachable = true;
      else if (kind === 'write') writeFailure = cause.reason;
      throw cause;
    }
  };
  const run = async (text: string, values: readonly unknown[]): Promise<readonly Row[]> => {
    try {
      return (await pool.query<Row>({ ...prepared(text), values: [...values] })).rows;
    } catch (cause) {
      throw postgresError(cause);
    }
  };
  const query: PostgresDatabase['query'] = (text, values) => noted('read', run(text, values));
  const writing: PostgresDatabase['writing'] = (text, values) => noted('write', run(text, values));
  const writeShared: Sql['write'] = async (text, ...values) => {
    await writing(numbered(text), values);
  };
  return {
    query,
    writing,
    write: writeShared,
    transaction: (steps) =>
      noted('write', inTransaction(pool, `BEGIN; SELECT pg_advisory_xact_lock(${TRANSACTION_LOCK})`, steps)),
    concurrent: (steps) => noted('write', inTransaction(pool, 'BEGIN', steps)),
    reading: (steps) => finish(steps(), ({ text, values }) => query(numbered(text), values)),
    snapshot: (steps) =>
      noted('read', inTransaction(pool, 'BEGIN ISOLATION LEVEL REPEATABLE READ, READ ONLY', steps)),
    writes: () => 'unknown',
    setMeta: (key, value) => writeShared(PUT_META, key, value),
    failure: () => writeFailure ?? (isUnreachable ? 'unreachable' : undefined),
    close: () => pool.end(),
  };
}

async function inTransaction<Result>(pool: Pool, begin: string, steps: () => Steps<Result>): Promise<Result> {
  const client = await pool.connect().catch((cause: unknown) => {
    throw postgresError(cause);
  });
  try {
    await ask(client, { text: begin, values: [] });
    const result = await finish(steps(), (statement) => ask(client, statement));
    await ask(client, { text: 'COMMIT', values: [] });
    client.release();
    return result;
  } catch (cause) {
    // Ending the connection undoes everything, also when the line is what failed.
    client.release(true);
    throw cause;
  }
}

async function ask(client: PoolClient, { text, values }: Statement): Promise<readonly Row[]> {
  try {
    if (values.length === 0) return (await client.query<Row>(text)).rows;
    return (await client.query<Row>({ ...prepared(numbered(text)), values: [...values] })).rows;
  } catch (cause) {
    throw postgresError(cause);
  }
}

async function finish<Result>(
  steps: Steps<Result>,
  run: (statement: Statement) => Promise<readonly Row[]>,
): Promise<Result> {
  let step = steps.next();
  while (step.done !== true) {
    let found: readonly Row[];
    try {
      found = await run(step.value);
    } catch (cause) {
      step = steps.throw(cause);
      continue;
    }
    step = steps.next(found);
  }
  return step.value;
}

const numberedTexts = new Map<string, string>();

/** `?` as `$1`, `$2` … None of our statements has a question mark that is no parameter. */
function numbered(text: string): string {
  const known = numberedTexts.get(text);
  if (known !== undefined) return known;
  let count = 0;
  const result = text.replace(/\?/g, () => `$${(count += 1)}`);
  numberedTexts.set(text, result);
  return result;
}

const names = new Map<string, string>();

/** Planned once a connection: there are some fifty statements in all. */
function prepared(text: string): { readonly name: string; readonly text: string } {
  const name = names.get(text) ?? `s${names.size}`;
  names.set(text, name);
  return { name, text };
}
