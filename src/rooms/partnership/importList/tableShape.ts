// Where a text is a table: its delimiter, its header, what its columns hold. The rows are left to readTable.ts.

import { type ColumnField, isHeaderRow, recogniseHeader } from './columnHeaders.ts';
import { guessColumns } from './guessColumns.ts';
import { DELIMITERS, type Delimiter, splitTable, type TableRecord } from './splitTable.ts';

/** Records looked at to find the delimiter and the header; offices put up to a few title rows above it. */
const SAMPLE = 60;
const HEADER_WITHIN = 12;
/** Share of the records that must have the same number of cells where no header shows the delimiter. */
const REGULAR = 0.8;
/** A sheet saved with its empty columns may have hundreds; beyond that it is no list of people. */
const MOST_COLUMNS = 300;

export interface TableShape {
  readonly delimiter: Delimiter;
  readonly fields: readonly (ColumnField | undefined)[];
  /** Line of the header; `undefined` without one. */
  readonly headerLine: number | undefined;
  readonly weight: number;
}

/** The shape of text whose line ends are "\n" alone; `undefined` when it is no table of people. */
export function findTableShape(text: string): TableShape | undefined {
  const stated = /^sep=([;,|\t])\n/i.exec(text)?.[1];
  return DELIMITERS.filter((delimiter) => stated === undefined || delimiter === stated)
    .filter((delimiter) => text.includes(delimiter))
    .flatMap((delimiter) => shapeWith(text, delimiter) ?? [])
    .sort((a, b) => b.weight - a.weight)[0];
}

function shapeWith(text: string, delimiter: Delimiter): TableShape | undefined {
  const sample = splitTable(text, delimiter, SAMPLE).filter(isFilled).filter(isNoDirective);
  if (sample.some(({ cells }) => cells.length > MOST_COLUMNS)) return undefined;
  const header = sample.slice(0, HEADER_WITHIN).find(({ cells }) => cells.length > 1 && isHeaderRow(cells));
  if (header !== undefined) {
    const fields = header.cells.map(recogniseHeader);
    // A header shows the delimiter better than any regularity.
    return { delimiter, fields, headerLine: header.line, weight: 100 + fields.filter(Boolean).length };
  }
  if (delimiter === ',' && sample.filter(hasDash).length * 2 > sample.length) return undefined;
  const widths = sample.map(({ cells }) => cells.length);
  const width = mostFrequent(widths);
  const regular = widths.filter((other) => other === width).length / Math.max(1, widths.length);
  if (width < 2 || regular < REGULAR) return undefined;
  const fields = guessColumns(sample.map(({ cells }) => cells));
  return fields && { delimiter, fields, headerLine: undefined, weight: regular * width };
}

export function isFilled({ cells }: TableRecord): boolean {
  return cells.some((cell) => cell.trim() !== '');
}

/** Excel's "sep=;" says the delimiter and is no row. */
export function isNoDirective({ line, cells }: TableRecord): boolean {
  return line > 1 || !/^sep=/i.test(cells[0] ?? '');
}

/** "Anna Nowak – Szkoła, tel. …" is a line of an e-mail: there the dash divides, and the commas only list. */
function hasDash({ cells }: TableRecord): boolean {
  return cells.some((cell) => /\p{L}\s+[-–—]\s+\p{L}/u.test(cell));
}

function mostFrequent(numbers: readonly number[]): number {
  const counts = new Map<number, number>();
  for (const number of numbers) counts.set(number, (counts.get(number) ?? 0) + 1);
  return [...counts].sort((a, b) => b[1] - a[1] || b[0] - a[0])[0]?.[0] ?? 0;
}
