// Runs shared SQL on SQLite: synchronously, so that the steps of one transaction let nobody in between.

import type { Row } from './columns.ts';
import type { Sql, Statement, Steps } from './sql.ts';
import type { SqliteDatabase } from './sqliteDatabase.ts';
import { storeError } from './sqliteErrors.ts';

export function sqliteSql(database: SqliteDatabase): Sql {
  const writing = <Result>(work: () => Result): Result => {
    try {
      return database.transaction(work);
    } finally {
      database.sharedWrites.count += 1;
    }
  };
  return {
    transaction: async (steps) => writing(() => runSteps(database, steps())),
    write: async (text, ...values) => {
      writing(() => run(database, { text, values }));
    },
    writes: () => database.sharedWrites.count,
    reading: async (steps) => database.reading(() => runSteps(database, steps())),
    snapshot: async (steps) => sqliteSnapshot(database, steps),
  };
}

/** Reads the state of one moment. Throws StoreError. */
export function sqliteSnapshot<Result>(database: SqliteDatabase, steps: () => Steps<Result>): Result {
  return database.reading(() => {
    database.statement('BEGIN').run();
    try {
      return runSteps(database, steps());
    } finally {
      database.statement('COMMIT').run();
    }
  });
}

function run(database: SqliteDatabase, { text, values }: Statement): readonly Row[] {
  return database.statement(text).all(...values);
}

/** Runs them to their end, inside a transaction or read of the caller's. Throws StoreError. */
export function runSteps<Result>(database: SqliteDatabase, steps: Steps<Result>): Result {
  let step = steps.next();
  while (step.done !== true) step = next(database, steps, step.value);
  return step.value;
}

/** A statement's failure goes to the steps, which may know what to do about it. */
function next<Result>(
  database: SqliteDatabase,
  steps: Steps<Result>,
  statement: Statement,
): IteratorResult<Statement, Result> {
  let found: readonly Row[];
  try {
    found = run(database, statement);
  } catch (cause) {
    return steps.throw(storeError('the database could not be used', cause));
  }
  return steps.next(found);
}
