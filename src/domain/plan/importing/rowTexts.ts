// What stands in a part for a section of rows, one text a row: a list's item, a table's row, a paragraph. A table's head and its
// ordinal numbers are none.

import type { Block, RichText, TableRow } from '../../richText/blocks.ts';
import { plainTextOf } from '../../richText/plainText.ts';

/** Joins a table's cells in one row. */
const BETWEEN_CELLS = ' – ';

export function rowTexts(blocks: RichText): readonly string[] {
  return blocks.flatMap(textsOf).filter((text) => text !== '');
}

function textsOf(block: Block): readonly string[] {
  switch (block.kind) {
    case 'paragraph':
    case 'heading':
      return [oneLine([block])];
    case 'list':
      return block.items.map(oneLine);
    case 'table':
      return block.rows.filter((row, index) => !isHead(row, index)).map(rowText);
  }
}

function isHead({ cells }: TableRow, index: number): boolean {
  return (
    cells.every(({ isHeader }) => isHeader) ||
    (index === 0 && /^lp\.?$/i.test(oneLine(cells[0]?.blocks ?? [])))
  );
}

function rowText({ cells }: TableRow): string {
  return cells
    .map(({ blocks }) => oneLine(blocks))
    .filter((text) => text !== '' && !/^\d+[.)]?$/.test(text))
    .join(BETWEEN_CELLS);
}

function oneLine(blocks: RichText): string {
  return plainTextOf(blocks).replaceAll(/\s+/g, ' ').trim();
}
