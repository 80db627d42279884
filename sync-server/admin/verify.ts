// Checks a store: SQLite's own structure, and of every document that its log has no gap, that each update can be decoded,
// and that a document can be built of them which lacks nothing. Changes nothing, and works beside a running server.

import { decodeDocumentName } from '../../src/schema/documentName.ts';
import { compactUpdates } from '../compaction/compactionJob.ts';
import { readUpdateContent } from '../content/updateContent.ts';
import { bytes, integer, type Row, string } from '../stores/columns.ts';
import type { SqliteDatabase } from '../stores/sqliteDatabase.ts';
import { StoreError } from '../stores/storeError.ts';

export interface Verification {
  readonly documents: number;
  /** Updates above the snapshots. */
  readonly rows: number;
  /** One sentence a fault, beginning with the document where it is of one. */
  readonly faults: readonly string[];
}

/** Faults are returned; throws only for bugs. */
export function verifyStore(database: SqliteDatabase): Verification {
  const faults: string[] = [];
  let documents = 0;
  let rows = 0;
  const attempt = (what: string, work: () => void): void => {
    try {
      database.reading(work);
    } catch (cause) {
      if (!(cause instanceof StoreError)) throw cause;
      faults.push(`${what}: ${cause.message}`);
    }
  };
  attempt('the store', () => {
    // One reading transaction: what is appended meanwhile is not half seen.
    database.statement('BEGIN').run();
    try {
      attempt('the file', () => faults.push(...structureFaults(database)));
      for (const document of database.statement('SELECT * FROM documents ORDER BY name').all()) {
        const name = String(document['name']);
        documents += 1;
        rows += integer(document, 'rows');
        attempt(name, () =>
          faults.push(...documentFaults(database, document).map((fault) => `${name}: ${fault}`)),
        );
      }
    } finally {
      database.statement('COMMIT').run();
    }
  });
  return { documents, rows, faults };
}

/** Faults of SQLite's pages and indexes, and rows that belong to nothing. */
function structureFaults({ statement }: SqliteDatabase): readonly string[] {
  const structure = statement('PRAGMA integrity_check')
    .all()
    .map((row) => string(row, 'integrity_check'))
    .filter((found) => found !== 'ok');
  const lost = new Map<string, number>();
  for (const row of statement('PRAGMA foreign_key_check').all()) {
    const pair = `${string(row, 'table')} without their ${string(row, 'parent')}`;
    lost.set(pair, (lost.get(pair) ?? 0) + 1);
  }
  return [
    ...structure.map((found) => `the file: ${found}`),
    ...Array.from(lost, ([pair, count]) => `the file: ${count} rows of ${pair}`),
  ];
}

function documentFaults({ statement }: SqliteDatabase, document: Row): readonly string[] {
  const key = integer(document, 'document');
  const snapshot = statement('SELECT seq, state AS change FROM snapshots WHERE document = ?').get(key);
  const rows = statement('SELECT seq, change FROM log WHERE document = ? ORDER BY seq').all(key);
  const updates = (snapshot ? [snapshot, ...rows] : rows).map((row) => bytes(row, 'change'));
  const name = decodeDocumentName(document['name']) === undefined ? ['this is no name of a document'] : [];
  const undecodable = (snapshot ? [snapshot, ...rows] : rows).flatMap((row) => {
    const isSound = readUpdateContent(bytes(row, 'change'), Number.POSITIVE_INFINITY) !== undefined;
    const what =
      row === snapshot ? `the snapshot at ${integer(row, 'seq')}` : `update ${integer(row, 'seq')}`;
    return isSound ? [] : [`${what} cannot be decoded`];
  });
  return [
    ...name,
    ...sequenceFaults(document, snapshot, rows),
    ...undecodable,
    ...(undecodable.length === 0 ? buildingFaults(updates) : []),
  ];
}

function sequenceFaults(document: Row, snapshot: Row | undefined, rows: readonly Row[]): readonly string[] {
  const faults: string[] = [];
  let last = snapshot === undefined ? 0 : integer(snapshot, 'seq');
  for (const row of rows) {
    const seq = integer(row, 'seq');
    if (seq <= last) faults.push(`update ${seq} lies below the snapshot at ${last}`);
    else if (seq !== last + 1) faults.push(`updates ${last + 1} to ${seq - 1} are missing`);
    last = Math.max(last, seq);
  }
  const head = integer(document, 'head');
  if (head !== last) faults.push(`the log ends at ${last} and should end at ${head}`);
  const counted = [
    rows.length,
    rows.reduce((sum, row) => sum + bytes(row, 'change').length, 0),
    snapshot === undefined ? 0 : bytes(snapshot, 'change').length,
  ];
  const noted = [
    integer(document, 'rows'),
    integer(document, 'row_bytes'),
    integer(document, 'snapshot_bytes'),
  ];
  if (counted.join() !== noted.join())
    faults.push(
      `rows, their bytes, and the snapshot's are ${counted.join(', ')}; noted are ${noted.join(', ')}`,
    );
  return faults;
}

function buildingFaults(updates: readonly Uint8Array[]): readonly string[] {
  const result = compactUpdates({ updates });
  return result.kind === 'failed' ? [`no document can be built: ${result.message}`] : [];
}
