// Checks a SQLite store, of a server or of a backup. Changes nothing, and works beside a running server.

import { string } from '../stores/columns.ts';
import { allRows, type Steps } from '../stores/sql.ts';
import type { SqliteDatabase } from '../stores/sqliteDatabase.ts';
import { sqliteSnapshot } from '../stores/sqliteSql.ts';
import { StoreError } from '../stores/storeError.ts';
import { type Verification, verification } from './verify.ts';

/** Faults are returned; throws only for bugs. */
export function verifyStore(database: SqliteDatabase): Verification {
  try {
    return sqliteSnapshot(database, () => verification(structureFaults));
  } catch (cause) {
    if (!(cause instanceof StoreError)) throw cause;
    return { documents: 0, rows: 0, faults: [`the store: ${cause.message}`] };
  }
}

/** Of SQLite's pages and indexes, and rows that belong to nothing. */
function* structureFaults(): Steps<readonly string[]> {
  const structure = (yield* allRows('PRAGMA integrity_check'))
    .map((row) => string(row, 'integrity_check'))
    .filter((found) => found !== 'ok');
  const lost = new Map<string, number>();
  for (const row of yield* allRows('PRAGMA foreign_key_check')) {
    const pair = `${string(row, 'table')} without their ${string(row, 'parent')}`;
    lost.set(pair, (lost.get(pair) ?? 0) + 1);
  }
  return [
    ...structure.map((found) => `the file: ${found}`),
    ...Array.from(lost, ([pair, count]) => `the file: ${count} rows of ${pair}`),
  ];
}
