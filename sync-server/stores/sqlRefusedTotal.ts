// What all rows of `refused` take: noted in `meta`, since counting them reads them all. Runs inside transactions that no other
// of its kind runs beside.

import type { DocumentName } from '../../src/schema/documentName.ts';
import { integer, string } from './columns.ts';
import { allRows, firstRow, PUT_META, type Steps } from './sql.ts';

/** What a row takes beside its bytes, so that many small ones are bounded too. */
export const ROW_BYTES = 300;
export const COST = `coalesce(length(change), 0) + ${ROW_BYTES}`;
const TOTAL = 'refusedBytes';

export function* totalBytes(): Steps<number> {
  const noted = yield* firstRow('SELECT value FROM meta WHERE key = ?', TOTAL);
  if (noted !== undefined) return Number(string(noted, 'value'));
  const counted = yield* firstRow(`SELECT coalesce(sum(${COST}), 0) AS total FROM refused`);
  return integer(counted ?? {}, 'total');
}

export function* noteTotal(total: number): Steps<void> {
  yield* allRows(PUT_META, TOTAL, String(total));
}

/** Of a document that is over: it may hold what was erased from it. */
export function* forgetRefused(name: DocumentName): Steps<void> {
  const before = yield* totalBytes();
  const gone = yield* allRows(`DELETE FROM refused WHERE name = ? RETURNING ${COST} AS cost`, name);
  if (gone.length > 0) yield* noteTotal(gone.reduce((total, row) => total - integer(row, 'cost'), before));
}
