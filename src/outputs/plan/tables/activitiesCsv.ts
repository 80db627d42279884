// The activities as CSV as Polish spreadsheets open it: semicolons, decimal commas, UTF-8 with its mark. Dates are ISO. A text that
// a spreadsheet would take for a formula is led by an apostrophe (OWASP, "CSV Injection").

import Papa from 'papaparse';
import type { ActivityTable, TableValue } from './activityTable.ts';

const BYTE_ORDER_MARK = '\uFEFF';
/** Also after spaces, which spreadsheets skip. */
const FORMULA = /^\s*[=+\-@\uFF1D\uFF0B\uFF0D\uFF20]|^[\t\r]/u;

export function activitiesCsv({ columns, rows }: ActivityTable): string {
  const fields = [columns.map(({ label }) => label), ...rows.map((row) => row.map(field))];
  return BYTE_ORDER_MARK + Papa.unparse(fields, { delimiter: ';', newline: '\r\n', escapeFormulae: FORMULA });
}

function field(each: TableValue): string {
  switch (each.kind) {
    case 'text':
      return each.value;
    case 'count':
      return String(each.value);
    case 'date':
      return each.value ?? '';
    case 'money':
      return each.value === undefined ? '' : (each.value / 100).toFixed(2).replace('.', ',');
  }
}
