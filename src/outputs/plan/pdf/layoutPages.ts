// Puts lines and rows on pages: headings stay with what follows, rows stay whole where they fit on a page, and a table that
// goes on repeats its head. Pure; drawing is left to drawPages.

import {
  CELL_PADDING,
  type FlowItem,
  type FlowLine,
  type FlowRow,
  type FlowTable,
  type HeadingPlace,
  linesHeight,
  rowHeight,
  type Tag,
} from './flow.ts';

export interface Page {
  /** In the order in which they are read. */
  readonly marks: readonly Mark[];
  readonly boxes: readonly Box[];
  readonly places: readonly PlacedHeading[];
}

/** Lines under one tag. */
export interface Mark {
  /** `undefined` for what is there to be seen only, such as a repeated head. */
  readonly tag: Tag | undefined;
  readonly lines: readonly PlacedLine[];
}

export interface PlacedLine {
  readonly line: FlowLine;
  /** From the left edge of the text. */
  readonly x: number;
  /** Upper edge, from the top of the text. */
  readonly y: number;
}

/** The border of a cell. */
interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  readonly isShaded: boolean;
}

export interface PlacedHeading {
  readonly place: HeadingPlace;
  readonly y: number;
}

/** Left free below a table, besides what the next text asks for. */
const AFTER_TABLE = 1.5;
/** A head that takes more of the page than this is not repeated. */
const MOST_HEAD = 0.3;

/** `height` is that of the text on a page. At least one page. */
export function layoutPages(items: readonly FlowItem[], height: number): readonly Page[] {
  const pages: OpenPage[] = [];
  let page = openPage();
  let y = 0;

  function openPage(): OpenPage {
    const opened: OpenPage = { marks: [], boxes: [], places: [] };
    pages.push(opened);
    return opened;
  }
  const turn = (): void => {
    page = openPage();
    y = 0;
  };
  const above = (before: number): number => (y === 0 ? 0 : before);

  const putLine = (line: FlowLine): void => {
    if (y + above(line.before) + line.height > height && y > 0) turn();
    y += above(line.before);
    mark(page, line, line.indent, y);
    if (line.place !== undefined) page.places.push({ place: line.place, y });
    y += line.height;
  };

  const putRow = (row: FlowRow, isRepeated: boolean): void => {
    const tall = rowHeight(row);
    for (const cell of row.cells) {
      page.boxes.push({ x: cell.x, y, width: cell.width, height: tall, isShaded: cell.isShaded });
      // A cell without text is a cell nonetheless.
      if (!isRepeated && cell.lines.length === 0) page.marks.push({ tag: cell.tag, lines: [] });
      let top = y + CELL_PADDING;
      for (const [index, line] of cell.lines.entries()) {
        if (index > 0) top += line.before;
        const rest = cell.width - 2 * CELL_PADDING - line.indent - line.width;
        const x = cell.x + CELL_PADDING + line.indent + (cell.align === 'right' ? Math.max(0, rest) : 0);
        mark(page, line, x, top, isRepeated);
        top += line.height;
      }
    }
    y += tall;
  };

  const putTable = (table: FlowTable): void => {
    const headHeight = table.head.reduce((sum, row) => sum + rowHeight(row), 0);
    const isRepeating = headHeight <= height * MOST_HEAD;
    const [head, rows] = isRepeating ? [table.head, table.rows] : [[], [...table.head, ...table.rows]];
    const room = height - (isRepeating ? headHeight : 0);
    y += above(table.before);
    const first = rows[0];
    const begin = isRepeating ? headHeight : 0;
    if (y > 0 && y + begin + (first === undefined ? 0 : firstPart(first, room)) > height) turn();
    head.forEach((row) => putRow(row, false));
    for (const row of rows.flatMap((each) => splitRow(each, room))) {
      if (y + rowHeight(row) > height && y > 0) {
        turn();
        head.forEach((each) => putRow(each, true));
      }
      putRow(row, false);
    }
    y += AFTER_TABLE;
  };

  for (const [index, item] of items.entries()) {
    if (item.kind === 'table') putTable(item);
    else {
      if (y > 0 && item.isKeptWithNext) {
        const chain = keptHeight(items, index, height);
        if (y + item.before + chain > height && chain <= height) turn();
      }
      putLine(item);
    }
  }
  return pages;
}

interface OpenPage {
  readonly marks: { readonly tag: Tag | undefined; readonly lines: PlacedLine[] }[];
  readonly boxes: Box[];
  readonly places: PlacedHeading[];
}

function mark(page: OpenPage, line: FlowLine, x: number, y: number, isRepeated = false): void {
  const tag = isRepeated ? undefined : line.tag;
  const last = page.marks.at(-1);
  if (last !== undefined && last.tag === tag && line.mark === undefined) last.lines.push({ line, x, y });
  else page.marks.push({ tag, lines: [{ line, x, y }] });
}

/** What the line at `index` needs on its page: itself and all it is kept with. */
function keptHeight(items: readonly FlowItem[], index: number, height: number): number {
  let sum = 0;
  for (let at = index; at < items.length; at += 1) {
    const item = items[at];
    if (item === undefined) break;
    if (item.kind === 'table') {
      const head = item.head.reduce((all, row) => all + rowHeight(row), 0);
      const first = item.rows[0];
      return sum + item.before + head + (first === undefined ? 0 : firstPart(first, height - head));
    }
    sum += item.height + (at === index ? 0 : item.before);
    if (!item.isKeptWithNext || sum > height) return sum;
  }
  return sum;
}

function firstPart(row: FlowRow, room: number): number {
  const [first = row] = splitRow(row, room);
  return rowHeight(first);
}

/** A row that no page can hold in parts that fit; any other as it is. */
function splitRow(row: FlowRow, room: number): readonly FlowRow[] {
  if (rowHeight(row) <= room) return [row];
  const parts: FlowRow[] = [];
  let rest = row.cells.map(({ lines }) => lines);
  while (rest.some((lines) => lines.length > 0)) {
    const fitting = rest.map((lines) => fittingLines(lines, room - 2 * CELL_PADDING));
    parts.push({
      cells: row.cells.map((cell, index) => ({
        ...cell,
        lines: rest[index]?.slice(0, fitting[index]) ?? [],
      })),
    });
    rest = rest.map((lines, index) => lines.slice(fitting[index]));
  }
  return parts;
}

/** How many lines fit into the height; at least one, so that there is an end. */
function fittingLines(lines: readonly FlowLine[], height: number): number {
  let count = 0;
  while (count < lines.length && (count === 0 || linesHeight(lines.slice(0, count + 1)) <= height))
    count += 1;
  return count;
}
