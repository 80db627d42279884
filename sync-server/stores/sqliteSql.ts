// Runs shared SQL on SQLite: synchronously, so that the steps of one transaction let nobody in between.

import type { Row } from './columns.ts';
import type { Sql, Statement, Steps } from './sql.ts';
import type { SqliteDatabase } from './sqliteDatabase.ts';
import { storeError } from './sqliteErrors.ts';

export function sqliteSql(database: SqliteDatabase): Sql {
  const run = ({ text, values }: Statement): readonly Row[] => database.statement(text).all(...values);
  const finish = <Result>(steps: Steps<Result>): Result => {
    let step = steps.next();
    while (step.done !== true) step = next(steps, step.value, run);
    return step.value;
  };
  return {
    transaction: async (steps) => database.transaction(() => finish(steps())),
    write: async (text, ...values) => {
      database.transaction(() => run({ text, values }));
    },
    reading: async (steps) => database.reading(() => finish(steps())),
    snapshot: async (steps) =>
      database.reading(() => {
        database.statement('BEGIN').run();
        try {
          return finish(steps());
        } finally {
          database.statement('COMMIT').run();
        }
      }),
  };
}

/** A statement's failure goes to the steps, which may know what to do about it. */
function next<Result>(
  steps: Steps<Result>,
  statement: Statement,
  run: (statement: Statement) => readonly Row[],
): IteratorResult<Statement, Result> {
  let found: readonly Row[];
  try {
    found = run(statement);
  } catch (cause) {
    return steps.throw(storeError('the database could not be used', cause));
  }
  return steps.next(found);
}
