// Checks a store: its structure, and of every document that its log has no gap, that each update can be decoded, and that a
// document can be built of them which lacks nothing. Changes nothing, and works beside running servers.

import { decodeDocumentName } from '../../src/schema/documentName.ts';
import { compactUpdates } from '../compaction/compactionJob.ts';
import { readUpdateContent } from '../content/updateContent.ts';
import { bytes, integer, type Row } from '../stores/columns.ts';
import { allRows, firstRow, type Steps } from '../stores/sql.ts';
import { StoreError } from '../stores/storeError.ts';
import type { AdminOutcome } from './outcome.ts';

export interface Verification {
  readonly documents: number;
  /** Updates above the snapshots. */
  readonly rows: number;
  /** One sentence a fault, beginning with the document where it is of one. */
  readonly faults: readonly string[];
}

/**
 * To be run on the state of one moment: what is appended meanwhile is not half seen. `structure` looks at what one database has
 * and the other has not. Faults are returned.
 */
export function* verification(structure: () => Steps<readonly string[]>): Steps<Verification> {
  const faults: string[] = [];
  let rows = 0;
  faults.push(...(yield* attempt('the file', structure)));
  const documents = yield* allRows('SELECT * FROM documents WHERE head > 0 ORDER BY name');
  for (const document of documents) {
    const name = String(document['name']);
    faults.push(...(yield* attempt(name, () => documentFaults(document))));
    rows += Number(document['rows']);
  }
  return { documents: documents.length, rows, faults };
}

/** What it finds; a store that fails at it is a fault too, and the others are still looked at. */
function* attempt(what: string, look: () => Steps<readonly string[]>): Steps<readonly string[]> {
  try {
    return yield* look();
  } catch (cause) {
    if (!(cause instanceof StoreError)) throw cause;
    return [`${what}: ${cause.message}`];
  }
}

function* documentFaults(document: Row): Steps<readonly string[]> {
  const key = integer(document, 'document');
  const snapshot = yield* firstRow('SELECT seq, state AS change FROM snapshots WHERE document = ?', key);
  const rows = yield* allRows('SELECT seq, change FROM log WHERE document = ? ORDER BY seq', key);
  const all = snapshot ? [snapshot, ...rows] : rows;
  const updates = all.map((row) => bytes(row, 'change'));
  const name = decodeDocumentName(document['name']) === undefined ? ['this is no name of a document'] : [];
  const undecodable = all.flatMap((row) => {
    const isSound = readUpdateContent(bytes(row, 'change'), Number.POSITIVE_INFINITY) !== undefined;
    const what =
      row === snapshot ? `the snapshot at ${integer(row, 'seq')}` : `update ${integer(row, 'seq')}`;
    return isSound ? [] : [`${what} cannot be decoded`];
  });
  const faults = [
    ...name,
    ...sequenceFaults(document, snapshot, rows),
    ...undecodable,
    ...(undecodable.length === 0 ? buildingFaults(updates) : []),
  ];
  return faults.map((fault) => `${String(document['name'])}: ${fault}`);
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

/** As the outcome of a command. */
export function verified({ documents, rows, faults }: Verification): AdminOutcome {
  const found = `${documents} documents, ${rows} updates above their snapshots`;
  return faults.length === 0
    ? { kind: 'done', lines: [`${found}: no faults.`] }
    : { kind: 'faults', faults, message: `${found}: ${faults.length} faults.` };
}
