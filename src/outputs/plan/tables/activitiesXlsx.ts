// The activities as an XLSX workbook: dates are dates, money is numbers, the head stays in sight.

import writeXlsxFile, { type Cell } from 'write-excel-file/universal';
import type { ActivityTable, TableColumn, TableValue } from './activityTable.ts';

export const XLSX_TYPE = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

const DATE_FORMAT = 'dd.mm.yyyy';
const MONEY_FORMAT = '#,##0.00';
/** Excel takes no longer cell. */
const MOST_CHARACTERS = 32_767;

/** `sheet` names the only sheet: at most 31 characters, none of []/\:*? */
export async function activitiesXlsx(table: ActivityTable, sheet: string): Promise<Uint8Array> {
  const data = [table.columns.map(headCell), ...table.rows.map((row) => row.map(cell))];
  const file = writeXlsxFile(data, {
    sheet,
    stickyRowsCount: 1,
    orientation: 'landscape',
    columns: table.columns.map(({ width }) => ({ width })),
  });
  return new Uint8Array(await (await file.toBlob()).arrayBuffer());
}

function headCell({ label }: TableColumn): Cell {
  return { value: label, type: String, fontWeight: 'bold', wrap: true, alignVertical: 'center' };
}

function cell(each: TableValue): Cell {
  switch (each.kind) {
    case 'text':
      return each.value === ''
        ? null
        : { value: each.value.slice(0, MOST_CHARACTERS), type: String, wrap: true, alignVertical: 'top' };
    case 'count':
      return { value: each.value, type: Number, alignVertical: 'top' };
    case 'date':
      // Midnight in UTC is what the writer counts as a whole day.
      return each.value === undefined
        ? null
        : { value: new Date(`${each.value}T00:00Z`), type: Date, format: DATE_FORMAT, alignVertical: 'top' };
    case 'money':
      return each.value === undefined
        ? null
        : { value: each.value / 100, type: Number, format: MONEY_FORMAT, alignVertical: 'top' };
  }
}
