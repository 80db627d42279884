// Simple tables: inserting, rows and columns, moving from cell to cell. Cells span nothing, rows may differ in length after two
// people changed one table; nothing puts them right by itself, because every device would do so.

import type { Node, ResolvedPos } from 'prosemirror-model';
import { type Command, type EditorState, Plugin, TextSelection, type Transaction } from 'prosemirror-state';
import { planTextSchema } from './planTextSchema.ts';

const { nodes } = planTextSchema;

interface CellPlace {
  /** Before the table. */
  readonly at: number;
  readonly table: Node;
  readonly row: number;
  readonly column: number;
}

/** The cell around a position, the innermost. */
function cellAround($at: ResolvedPos): CellPlace | undefined {
  for (let depth = $at.depth; depth >= 2; depth -= 1) {
    if ($at.node(depth).type !== nodes.tableCell) continue;
    const table = $at.node(depth - 2);
    if (table.type !== nodes.table) return undefined;
    return { at: $at.before(depth - 2), table, row: $at.index(depth - 2), column: $at.index(depth - 1) };
  }
  return undefined;
}

export function isInTable(state: EditorState): boolean {
  return cellAround(state.selection.$head) !== undefined;
}

/** A table of three by three with a head, below the block with the caret. Tables do not stand in tables. */
export const insertTable: Command = (state, dispatch) => {
  const { $head } = state.selection;
  if (isInTable(state)) return false;
  if (dispatch === undefined) return true;
  const [head, ...others] = [rowOf(3, true), rowOf(3), rowOf(3)];
  const table = nodes.table.create(null, [head, ...others]);
  const after = $head.depth === 0 ? $head.pos : $head.after(1);
  const isLast = after >= state.doc.content.size;
  const { tr } = state;
  tr.insert(after, isLast ? [table, nodes.paragraph.create()] : table);
  dispatch(caretIn(tr, after).scrollIntoView());
  return true;
};

export const addRow: Command = inCell((tr, { at, table, row }) => {
  const cells = table.child(row).childCount;
  const below = rowStart(at, table, row + 1);
  return caretIn(tr.insert(below, rowOf(Math.max(1, cells))), below);
});

export const addColumn: Command = inCell((tr, { at, table, column }) => {
  for (let row = table.childCount - 1; row >= 0; row -= 1) {
    const cells = table.child(row);
    const index = Math.min(column + 1, cells.childCount);
    const isHeader = cells.maybeChild(index - 1)?.attrs['isHeader'] === true;
    tr.insert(cellStart(at, table, row, index), cellOf(isHeader));
  }
  return tr;
});

export const removeRow: Command = inCell((tr, { at, table, row }) => {
  if (table.childCount === 1) return tr.delete(at, at + table.nodeSize);
  return tr.delete(rowStart(at, table, row), rowStart(at, table, row + 1));
});

export const removeColumn: Command = inCell((tr, { at, table, column }) => {
  const isOnly = table.children.every(({ childCount }) => childCount <= 1);
  if (isOnly) return tr.delete(at, at + table.nodeSize);
  for (let row = table.childCount - 1; row >= 0; row -= 1) {
    const cells = table.child(row);
    if (column >= cells.childCount) continue;
    if (cells.childCount === 1) tr.delete(rowStart(at, table, row), rowStart(at, table, row + 1));
    else tr.delete(cellStart(at, table, row, column), cellStart(at, table, row, column + 1));
  }
  return tr;
});

export const removeTable: Command = inCell((tr, { at, table }) => tr.delete(at, at + table.nodeSize));

/** The next cell by reading order; behind the last one a new row. */
export const goToNextCell: Command = (state, dispatch, view) => {
  const place = cellAround(state.selection.$head);
  if (place === undefined) return false;
  const next = neighbour(place, 1);
  if (next === undefined) return addRow(state, dispatch, view);
  dispatch?.(caretIn(state.tr, next).scrollIntoView());
  return true;
};

export const goToFormerCell: Command = (state, dispatch) => {
  const place = cellAround(state.selection.$head);
  const former = place && neighbour(place, -1);
  if (place === undefined) return false;
  if (former !== undefined) dispatch?.(caretIn(state.tr, former).scrollIntoView());
  return true;
};

/** The way out of a table at the end of a text. */
export const leaveTable: Command = (state, dispatch) => {
  const place = cellAround(state.selection.$head);
  if (place === undefined) return false;
  const after = place.at + place.table.nodeSize;
  const { tr } = state;
  if (state.doc.resolve(after).nodeAfter?.type !== nodes.paragraph)
    tr.insert(after, nodes.paragraph.create());
  dispatch?.(caretIn(tr, after).scrollIntoView());
  return true;
};

/** A selection that begins in a cell ends there: what would be deleted across cells would tear the table. */
export const selectionWithinCell = new Plugin({
  appendTransaction: (_transactions, _before, state) => {
    const { selection, doc } = state;
    if (!(selection instanceof TextSelection) || selection.empty) return null;
    const { $anchor, $head } = selection;
    const cell = cellAround($anchor);
    if (cell === undefined) return null;
    const from = cellStart(cell.at, cell.table, cell.row, cell.column);
    const to = cellStart(cell.at, cell.table, cell.row, cell.column + 1);
    if ($head.pos > from && $head.pos < to) return null;
    const end = doc.resolve($head.pos <= from ? from + 1 : to - 1);
    return state.tr.setSelection(TextSelection.between($anchor, end, $head.pos <= from ? 1 : -1));
  },
});

function inCell(change: (tr: Transaction, place: CellPlace) => Transaction): Command {
  return (state, dispatch) => {
    const place = cellAround(state.selection.$head);
    if (place === undefined) return false;
    dispatch?.(change(state.tr, place).scrollIntoView());
    return true;
  };
}

function rowOf(cells: number, isHeader = false): Node {
  return nodes.tableRow.create(
    null,
    Array.from({ length: cells }, () => cellOf(isHeader)),
  );
}

function cellOf(isHeader: boolean): Node {
  return nodes.tableCell.create(isHeader ? { isHeader } : null, nodes.paragraph.create());
}

function rowStart(at: number, table: Node, row: number): number {
  return table.children.slice(0, row).reduce((place, { nodeSize }) => place + nodeSize, at + 1);
}

function cellStart(at: number, table: Node, row: number, column: number): number {
  const cells = table.child(row).children.slice(0, column);
  return cells.reduce((place, { nodeSize }) => place + nodeSize, rowStart(at, table, row) + 1);
}

function neighbour({ at, table, row, column }: CellPlace, step: 1 | -1): number | undefined {
  const places = table.children.flatMap((cells, rowIndex) =>
    cells.children.map((_cell, index) => ({ rowIndex, index })),
  );
  const here = places.findIndex(({ rowIndex, index }) => rowIndex === row && index === column);
  const next = here === -1 ? undefined : places[here + step];
  return next && cellStart(at, table, next.rowIndex, next.index);
}

function caretIn(tr: Transaction, place: number): Transaction {
  return tr.setSelection(TextSelection.near(tr.doc.resolve(place + 1)));
}
