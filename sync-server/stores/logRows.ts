// Rows of the log's tables as the port's values, alike in both databases.

import type { DocumentName } from '../../src/schema/documentName.ts';
import { bytes, integer, type Row } from './columns.ts';
import type { DocumentState, LogRow } from './logStore.ts';

export function documentState(row: Row): DocumentState {
  const rowBytes = integer(row, 'row_bytes');
  return {
    head: integer(row, 'head'),
    rows: integer(row, 'rows'),
    rowBytes,
    bytes: rowBytes + integer(row, 'snapshot_bytes'),
    endedBy: undefined,
  };
}

/** Of an epoch that is over. */
export function endedState(endedBy: DocumentName): DocumentState {
  return { head: 0, rows: 0, rowBytes: 0, bytes: 0, endedBy };
}

export function logRow(row: Row): LogRow {
  return { seq: integer(row, 'seq'), update: bytes(row, 'change') };
}
