// Later epochs in PostgreSQL: beginning one, which ends those before it [G8], and telling why rows were not stored. Its steps run in
// transactions that no other of their kind runs beside, on whichever node; they lock documents in the order of their names, as
// appends do. Rows of epochs that are over stay in `documents` with a head of 0, so that an append that waits for one finds it so.

import { type DocumentName, epochBounds, epochOf } from '../../src/schema/documentName.ts';
import { integer } from './columns.ts';
import type { Appended, NewRow, Rotation, RotationResult } from './logStore.ts';
import { allRows, firstRow, type Steps } from './sql.ts';
import { earlierOf, eraseContent, laterEpoch } from './sqlEpochs.ts';

/** Rows of one document that are to be stored together. */
interface Rows {
  readonly name: DocumentName;
  readonly after: number | undefined;
  readonly rows: readonly NewRow[];
}

/** What did not go in by the common statement: where the document ends with it now, or why it is not stored. */
export function* beginOrRefuse(group: Rows): Steps<Appended> {
  const { name, after, rows } = group;
  if ((yield* laterEpoch(name)) !== undefined) return 'over';
  const isKnown =
    (yield* firstRow('SELECT 1 FROM documents WHERE name = ? AND head > 0', name)) !== undefined;
  if (isKnown || epochOf(name) === 0 || (after ?? 0) !== 0) return undefined;
  yield* begin(name, rows);
  return rows.length;
}

export function* rotation({ name, head, row }: Rotation): Steps<RotationResult> {
  if ((yield* laterEpoch(name)) !== undefined) return 'over';
  // Appends to it wait from here on, on every node, and find it over.
  const document = yield* firstRow('SELECT head FROM documents WHERE name = ? AND head > 0 FOR UPDATE', name);
  if (document === undefined || integer(document, 'head') !== head) return 'moved';
  yield* begin(row.name, [row]);
  return 'rotated';
}

function* begin(name: DocumentName, rows: readonly NewRow[]): Steps<void> {
  const begunBy = (yield* endEarlier(name)) ?? rows[0]?.member ?? null;
  const bytes = rows.reduce((sum, { update }) => sum + update.length, 0);
  const document = yield* firstRow(
    `INSERT INTO documents (name, head, rows, row_bytes, snapshot_bytes, begun_by) VALUES (?, ?, ?, ?, 0, ?)
     RETURNING document`,
    name,
    rows.length,
    rows.length,
    bytes,
    begunBy,
  );
  const key = integer(document ?? {}, 'document');
  for (const [index, { update, device, member, at }] of rows.entries())
    yield* allRows(
      'INSERT INTO log (document, seq, change, device, member, at) VALUES (?, ?, ?, ?, ?, ?)',
      key,
      index + 1,
      update,
      device,
      member,
      at,
    );
}

/** Returns who began the document, as far as that is known. */
function* endEarlier(name: DocumentName): Steps<string | undefined> {
  // The first one may be begun by another node at this moment, and is held here also where nobody has met it.
  yield* allRows(
    `INSERT INTO documents (name, head, rows, row_bytes, snapshot_bytes) VALUES (?, 0, 0, 0, 0)
     ON CONFLICT DO NOTHING`,
    `${epochBounds(name)[0]}0`,
  );
  const epochs = yield* allRows(
    'SELECT * FROM documents WHERE name > ? AND name < ? ORDER BY name FOR UPDATE',
    ...epochBounds(name),
  );
  let begunBy: string | undefined;
  for (const earlier of earlierOf(name, epochs)) {
    begunBy = (yield* eraseContent(earlier)) ?? begunBy;
    yield* allRows(
      `UPDATE documents SET head = 0, rows = 0, row_bytes = 0, snapshot_bytes = 0, begun_by = NULL
       WHERE document = ?`,
      integer(earlier, 'document'),
    );
  }
  return begunBy;
}
