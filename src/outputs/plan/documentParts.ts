// Small makers of the document's parts, for the sections' code to read like what it writes.

import type { Inline } from '../../domain/richText/blocks.ts';
import type {
  DocumentBlock,
  DocumentCell,
  DocumentColumn,
  DocumentTable,
  TextBlock,
} from './planDocument.ts';

/** A cell's text; several lines are paragraphs of their own, empty ones are left out. */
export type CellText = string | readonly (string | readonly Inline[])[];

export interface ColumnSpec {
  readonly label: string;
  readonly share: number;
  readonly align?: DocumentColumn['align'];
}

export function paragraph(text: string): TextBlock {
  return { kind: 'paragraph', inlines: [{ text }] };
}

export function heading(level: 2 | 3, text: string): TextBlock {
  return { kind: 'heading', level, inlines: [{ text }] };
}

export function bold(text: string): readonly Inline[] {
  return [{ text, isBold: true }];
}

/** A text that somebody typed: each of its lines a paragraph. */
export function paragraphs(text: string): readonly TextBlock[] {
  return text
    .split(/\r?\n/)
    .map((line) => line.trim())
    .filter((line) => line !== '')
    .map(paragraph);
}

/** A table with a row of headings and, below the rows, sums. */
export function dataTable(
  columns: readonly ColumnSpec[],
  rows: readonly (readonly CellText[])[],
  sums: readonly (readonly CellText[])[] = [],
): DocumentBlock {
  const table: DocumentTable = {
    kind: 'table',
    columns: columns.map(({ share, align = 'left' }) => ({ share, align })),
    head: [columns.map(({ label }) => cell(label, true))],
    rows: [
      ...rows.map((texts) => texts.map((text) => cell(text, false))),
      ...sums.map((texts) => texts.map((text) => cell(text, true))),
    ],
  };
  return table;
}

function cell(text: CellText, isHeader: boolean): DocumentCell {
  const parts = typeof text === 'string' ? [text] : text;
  return {
    isHeader,
    blocks: parts.flatMap((part) =>
      typeof part === 'string' ? paragraphs(part) : [{ kind: 'paragraph', inlines: part }],
    ),
  };
}
