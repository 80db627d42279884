// Dividing rows into sheets of paper. A row never splits, and no sheet but an only one is without rows.

/** One printed page takes 20 rows (product.md, "Załącznik 2"). */
export const ROWS_ON_SHEET = 20;

/** Sheets of at most 20 rows; one without rows when there are none. */
export function inSheets<Line>(lines: readonly Line[]): readonly (readonly Line[])[] {
  const sheets = Math.max(1, Math.ceil(lines.length / ROWS_ON_SHEET));
  return Array.from({ length: sheets }, (_each, sheet) =>
    lines.slice(sheet * ROWS_ON_SHEET, (sheet + 1) * ROWS_ON_SHEET),
  );
}

/** How many rows are missing to the end of the last sheet; a whole sheet when there are none. */
export function rowsToFillSheet(rows: number): number {
  return rows > 0 && rows % ROWS_ON_SHEET === 0 ? 0 : ROWS_ON_SHEET - (rows % ROWS_ON_SHEET);
}
