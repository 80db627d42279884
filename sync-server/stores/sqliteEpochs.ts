// Which epochs of a document stand in the database, and taking one out of it, whole. Runs inside the transactions of the stores.

import {
  type DocumentName,
  decodeDocumentName,
  epochBounds,
  epochOf,
} from '../../src/schema/documentName.ts';
import { decoded, integer } from './columns.ts';
import type { SqliteDatabase } from './sqliteDatabase.ts';

/** The newest epoch that stands after this one. */
export function laterEpoch(database: SqliteDatabase, name: DocumentName): DocumentName | undefined {
  const [newest] = epochs(database, name).toSorted((a, b) => epochOf(b) - epochOf(a));
  return newest !== undefined && epochOf(newest) > epochOf(name) ? newest : undefined;
}

export function epochsBefore(database: SqliteDatabase, name: DocumentName): readonly DocumentName[] {
  return epochs(database, name).filter((other) => epochOf(other) < epochOf(name));
}

/** Takes out the log, the snapshot and what was refused. */
export function eraseEpoch({ statement }: SqliteDatabase, name: DocumentName): void {
  const row = statement('SELECT document FROM documents WHERE name = ?').get(name);
  if (row !== undefined) {
    const key = integer(row, 'document');
    statement('DELETE FROM log WHERE document = ?').run(key);
    statement('DELETE FROM snapshots WHERE document = ?').run(key);
    statement('DELETE FROM documents WHERE document = ?').run(key);
  }
  statement('DELETE FROM refused WHERE name = ?').run(name);
}

function epochs({ statement }: SqliteDatabase, name: DocumentName): readonly DocumentName[] {
  return statement('SELECT name FROM documents WHERE name > ? AND name < ?')
    .all(...epochBounds(name))
    .map((row) => decoded(row, 'name', decodeDocumentName));
}
