// A table of foreign HTML as a simple one: spans filled with empty cells, tables that only lay a page out taken apart.

import type { Block, TableCell } from '../../../../domain/richText/blocks.ts';
import type { Look } from './blockCollector.ts';

/** Reads what stands in a cell, in the same way as what stands outside of tables. */
export interface CellWalk {
  readonly blocksIn: (parent: Node, look: Look) => readonly Block[];
}

/** A wider one is a spreadsheet, not a table in a text; what stands further right becomes lines below. */
const COLUMNS_MAX = 20;

export function readTable(table: Element, look: Look, walk: CellWalk): readonly Block[] {
  const rows = rowsOf(table);
  const isLayout = table.getAttribute('role') === 'presentation' || table.querySelector('table') !== null;
  const grid = rows.map((row) => cellsOf(row));
  const columns = Math.max(0, ...grid.map(({ length }) => length));
  const captions = [...table.children].filter(({ localName }) => localName === 'caption');
  const above = captions.flatMap((caption) => walk.blocksIn(caption, look));
  if (isLayout || columns <= 1 || columns > COLUMNS_MAX) {
    return [...above, ...grid.flat().flatMap((cell) => walk.blocksIn(cell, look))];
  }

  /** Columns that a cell of an earlier row still covers, with the rows that are left. */
  const covered = new Map<number, number>();
  const read = grid.map((cells) => {
    const made: TableCell[] = [];
    const skipCovered = (): void => {
      for (let left = covered.get(made.length) ?? 0; left > 0; left = covered.get(made.length) ?? 0) {
        covered.set(made.length, left - 1);
        made.push(emptyCell);
      }
    };
    for (const cell of cells) {
      skipCovered();
      const [wide, high] = [spanOf(cell, 'colspan'), spanOf(cell, 'rowspan')];
      for (let each = 0; each < wide; each += 1) {
        if (high > 1) covered.set(made.length, high - 1);
        made.push(each === 0 ? cellOf(cell, look, walk) : emptyCell);
      }
    }
    skipCovered();
    return made;
  });
  const width = Math.max(...read.map(({ length }) => length));
  const filledColumns = new Set(
    read.flatMap((cells) => cells.flatMap(({ blocks }, column) => (blocks.length > 0 ? [column] : []))),
  );
  // One column beside empty ones: a signature beside a logo.
  if (filledColumns.size <= 1) return [...above, ...read.flat().flatMap(({ blocks }) => blocks)];
  const filled = read.map((cells) => ({
    cells: [...cells, ...Array.from({ length: width - cells.length }, () => emptyCell)],
  }));
  return [...above, { kind: 'table', rows: filled }];
}

const emptyCell: TableCell = { isHeader: false, blocks: [] };

function cellOf(cell: Element, look: Look, walk: CellWalk): TableCell {
  const isHeader = cell.localName === 'th';
  // A head is bold by being one.
  return { isHeader, blocks: walk.blocksIn(cell, { ...look, isBold: look.isBold && !isHeader }) };
}

/** Its own rows, not those of tables within. */
function rowsOf(table: Element): readonly Element[] {
  return [...table.children].flatMap((child) => {
    if (child.localName === 'tr') return [child];
    return ['thead', 'tbody', 'tfoot'].includes(child.localName)
      ? [...child.children].filter(({ localName }) => localName === 'tr')
      : [];
  });
}

function cellsOf(row: Element): readonly Element[] {
  return [...row.children].filter(({ localName }) => localName === 'td' || localName === 'th');
}

function spanOf(cell: Element, name: 'colspan' | 'rowspan'): number {
  const span = Number.parseInt(cell.getAttribute(name) ?? '1', 10);
  return Number.isNaN(span) ? 1 : Math.min(COLUMNS_MAX, Math.max(1, span));
}
