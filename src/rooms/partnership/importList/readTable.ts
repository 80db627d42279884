// The rows of a table of invited people, and what of the table was left out.

import {
  INVITATION_MAX_ROWS,
  type InvitationRow,
  makeInvitationRow,
} from '../../../domain/invitationList.ts';
import { cleanLine } from '../../../domain/text/cleanLine.ts';
import { type ColumnField, statedOrder } from './columnHeaders.ts';
import { decideNameOrder, type NameOrder, type StatedOrder, withGivenFirst } from './nameOrder.ts';
import { type Column, mendExcess, rowValues, valueOfCell } from './rowValues.ts';
import { type Delimiter, splitTable, type TableRecord } from './splitTable.ts';
import { findTableShape, isFilled, isNoDirective, type TableShape } from './tableShape.ts';
import type { SourceLine } from './sourceLine.ts';

export interface IgnoredColumn {
  readonly index: number;
  readonly header: string;
  /** The first filled cell, so that a column without header can be told. */
  readonly sample: string;
}

export interface Table {
  readonly delimiter: Delimiter;
  readonly hasHeader: boolean;
  readonly nameOrder: NameOrder;
  readonly columns: readonly Column[];
  readonly ignoredColumns: readonly IgnoredColumn[];
  /** Lines above the header, such as the title of the list. */
  readonly skippedLines: readonly SourceLine[];
  /** The first `INVITATION_MAX_ROWS` rows; more are counted, not read. */
  readonly rows: readonly InvitationRow[];
  readonly rowCount: number;
}

/** Reads text whose line ends are "\n" alone; `undefined` when it is no table of people. */
export function readTable(text: string): Table | undefined {
  const shape = findTableShape(text);
  return shape === undefined ? undefined : fillTable(splitTable(text, shape.delimiter), shape);
}

function fillTable(records: readonly TableRecord[], shape: TableShape): Table {
  const { headerLine } = shape;
  const header = records.find(({ line }) => line === headerLine)?.cells ?? [];
  const above = records.filter(({ line }) => headerLine !== undefined && line < headerLine);
  const body = records.filter(
    (record) => isNoDirective(record) && (headerLine === undefined || record.line > headerLine),
  );
  const columns = chooseColumns(shape.fields, header);
  const filled = body.filter((record) => hasContent(record, columns));
  const read = filled.slice(0, INVITATION_MAX_ROWS).map(({ line, cells }) => {
    const mended = mendExcess(cells, shape);
    return { line, values: rowValues(mended.cells, columns), problems: mended.problems };
  });
  const names = read.map(({ values }) => values.name);
  const nameOrder = decideNameOrder(names, orderOfHeader(columns));
  return {
    delimiter: shape.delimiter,
    hasHeader: headerLine !== undefined,
    nameOrder,
    columns,
    ignoredColumns: ignoredColumns(columns, header, body, shape.fields.length),
    skippedLines: above
      .filter((record) => isFilled(record) && isNoDirective(record))
      .map(({ line, cells }) => ({ line, text: cleanLine(cells.join(' ')) })),
    rowCount: filled.length,
    rows: read.map(({ line, values, problems }) =>
      makeInvitationRow(line, { ...values, name: withGivenFirst(values.name, nameOrder) }, problems),
    ),
  };
}

/** A field is read from the first column that has it; telephones and addresses from all of them. */
function chooseColumns(
  fields: readonly (ColumnField | undefined)[],
  header: readonly string[],
): readonly Column[] {
  const taken = new Set<ColumnField>();
  return fields.flatMap((field, index) => {
    if (field === undefined || (taken.has(field) && field !== 'phone' && field !== 'email')) return [];
    taken.add(field);
    return [{ index, header: cleanLine(header[index] ?? ''), field }];
  });
}

function orderOfHeader(columns: readonly Column[]): StatedOrder {
  const name = columns.find(({ field }) => field === 'name');
  return name === undefined ? 'givenFirst' : statedOrder(name.header);
}

function hasContent(record: TableRecord, columns: readonly Column[]): boolean {
  const used = columns.filter(({ field }) => field !== 'ordinal');
  return used.some(({ index }) => valueOfCell(record.cells[index]) !== '');
}

function ignoredColumns(
  columns: readonly Column[],
  header: readonly string[],
  body: readonly TableRecord[],
  width: number,
): readonly IgnoredColumn[] {
  const used = new Set(columns.map(({ index }) => index));
  return Array.from({ length: width }, (_, index) => index)
    .filter((index) => !used.has(index))
    .map((index) => ({
      index,
      header: cleanLine(header[index] ?? ''),
      sample: cleanLine(body.find(({ cells }) => (cells[index] ?? '').trim() !== '')?.cells[index] ?? ''),
    }))
    .filter((column) => column.header !== '' || column.sample !== '');
}
