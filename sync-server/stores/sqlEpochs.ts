// Which epochs of a document stand, and taking what is kept of one out of the database, whole. For both databases; runs inside
// the transactions of their stores. A row of `documents` whose head is 0 holds the place of an epoch that is over.

import {
  type DocumentName,
  decodeDocumentName,
  epochBounds,
  epochOf,
} from '../../src/schema/documentName.ts';
import { decoded, integer, type Row, stringOrNull } from './columns.ts';
import { allRows, type Steps } from './sql.ts';
import { forgetRefused } from './sqlRefusedTotal.ts';

/** The newest epoch that stands after this one. */
export function* laterEpoch(name: DocumentName): Steps<DocumentName | undefined> {
  const rows = yield* allRows(
    'SELECT name FROM documents WHERE name > ? AND name < ? AND head > 0',
    ...epochBounds(name),
  );
  const [newest] = rows.map(nameOf).toSorted((a, b) => epochOf(b) - epochOf(a));
  return newest !== undefined && epochOf(newest) > epochOf(name) ? newest : undefined;
}

/** Their rows of `documents`, in the order of their names. */
export function earlierOf(name: DocumentName, rows: readonly Row[]): readonly Row[] {
  return rows.filter((row) => epochOf(nameOf(row)) < epochOf(name));
}

/** Takes out the log, the snapshot and what was refused; returns who began the document, as far as that is known. */
export function* eraseContent(document: Row): Steps<string | undefined> {
  const key = integer(document, 'document');
  yield* allRows('DELETE FROM log WHERE document = ?', key);
  yield* allRows('DELETE FROM snapshots WHERE document = ?', key);
  yield* forgetRefused(nameOf(document));
  return stringOrNull(document, 'begun_by') ?? undefined;
}

function nameOf(row: Row): DocumentName {
  return decoded(row, 'name', decodeDocumentName);
}
