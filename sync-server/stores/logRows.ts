// Rows of the log's tables as the port's values, alike in both databases.

import { decodeDocumentName } from '../../src/schema/documentName.ts';
import { bytes, decoded, integer, type Row, stringOrNull } from './columns.ts';
import type { DocumentState, LogRow } from './logStore.ts';

export function documentState(row: Row): DocumentState {
  const rowBytes = integer(row, 'row_bytes');
  return {
    head: integer(row, 'head'),
    rows: integer(row, 'rows'),
    rowBytes,
    bytes: rowBytes + integer(row, 'snapshot_bytes'),
    endedBy:
      stringOrNull(row, 'ended_by') === null ? undefined : decoded(row, 'ended_by', decodeDocumentName),
  };
}

export function logRow(row: Row): LogRow {
  return { seq: integer(row, 'seq'), update: bytes(row, 'change') };
}
