// Delimiter separated text as records of cells with their source lines. What the cells mean is left to others.

import Papa from 'papaparse';

export const DELIMITERS = [';', '\t', ',', '|'] as const;
export type Delimiter = (typeof DELIMITERS)[number];

export interface TableRecord {
  /** Line of the source text where the record begins, from 1. */
  readonly line: number;
  readonly cells: readonly string[];
}

/**
 * Splits text whose line ends are "\n" alone. Quoted cells may hold delimiters, quotes and line breaks. Where the quotes
 * do not come out (a cell that begins with an inch mark or „" and never ends) they are taken as letters, so that one
 * quote does not swallow the rest of the list. `limit`: at most so many records.
 */
export function splitTable(text: string, delimiter: Delimiter, limit = 0): readonly TableRecord[] {
  const options = { delimiter, newline: '\n', preview: limit } as const;
  const quoted = Papa.parse<string[]>(text, options);
  const isSound = !quoted.errors.some((error) => error.type === 'Quotes');
  // U+0000 stands nowhere in cleaned text.
  const { data } = isSound ? quoted : Papa.parse<string[]>(text, { ...options, quoteChar: '\0' });
  let line = 1;
  return data.map((raw) => {
    const record = { line, cells: isSound ? raw : raw.map(withoutOuterQuotes) };
    line += 1 + raw.reduce((breaks, cell) => breaks + (cell.match(/\n/g)?.length ?? 0), 0);
    return record;
  });
}

function withoutOuterQuotes(cell: string): string {
  const inside = /^\s*"(.*)"\s*$/s.exec(cell)?.[1];
  return inside === undefined ? cell : inside.replaceAll('""', '"');
}
