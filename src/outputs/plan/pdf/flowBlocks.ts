// From blocks of the plan to lines and rows with their tags, wrapped to the width of the page. Which page they come to is
// layoutPages's.

import type { DocumentBlock, DocumentRow, DocumentTable, TextBlock } from '../planDocument.ts';
import {
  CELL_PADDING,
  type FlowItem,
  type FlowLine,
  type FlowRow,
  type HeadingPlace,
  type Tag,
} from './flow.ts';
import { type Measure, type StyledText, styleInlines, wrapStyled } from './wrapInlines.ts';

/** Sizes of letters and the room above, in millimetres. */
export const LETTERS = {
  body: { size: 3.7, before: 1.7 },
  table: { size: 3.2, before: 0.6 },
  h1: { size: 5.8, before: 8 },
  h2: { size: 4.7, before: 5.5 },
  h3: { size: 4.1, before: 4.2 },
  h4: { size: 3.7, before: 3.4 },
} as const satisfies Readonly<Record<string, Letters>>;
/** Height of a line in sizes of its letters. */
export const LINE_HEIGHT = 1.32;
const LIST_INDENT = 6;
/** Deeper lists stand below one another, so that there is always room for words. */
const DEEPEST = 5;
const MARKS = ['•', '–'] as const;

export interface Letters {
  readonly size: number;
  readonly before: number;
}

export interface Flow {
  readonly heading: (text: string, name: string, parent: Tag) => readonly FlowLine[];
  readonly blocks: (blocks: readonly DocumentBlock[], parent: Tag) => readonly FlowItem[];
  readonly lines: (texts: readonly StyledText[], tag: Tag, letters: Letters) => readonly FlowLine[];
}

/** What is around a block. */
interface Around {
  readonly width: number;
  readonly depth: number;
  readonly letters: Letters;
  readonly isBold: boolean;
}

interface Wrapping extends Around {
  readonly isHeading?: boolean;
  readonly place?: HeadingPlace;
}

/** Wraps to `width`. Names of headings within sections are made by counting. */
export function openFlow(width: number, measure: Measure): Flow {
  let headings = 0;

  const wrap = (texts: readonly StyledText[], tag: Tag, around: Wrapping): readonly FlowLine[] => {
    const { size, before } = around.letters;
    const indent = Math.min(around.depth, DEEPEST) * LIST_INDENT;
    const lines = wrapStyled(texts, around.width - indent, size, measure);
    return lines.map(
      (line, index): FlowLine => ({
        ...line,
        kind: 'line',
        tag,
        indent,
        size,
        height: size * LINE_HEIGHT,
        before: index === 0 ? before : 0,
        // No line of a paragraph stands alone at the end or the beginning of a page.
        isKeptWithNext:
          around.isHeading === true || (lines.length > 1 && (index === 0 || index === lines.length - 2)),
        mark: undefined,
        place: index === 0 ? around.place : undefined,
      }),
    );
  };

  const text = (block: TextBlock, parent: Tag, around: Around): readonly FlowLine[] => {
    switch (block.kind) {
      case 'paragraph':
        return wrap(styleInlines(block.inlines, around.isBold), { type: 'P', parent }, around);
      case 'heading': {
        const title = block.inlines.map(({ text: part }) => part).join('');
        const { level } = block;
        headings += 1;
        return wrap(
          styleInlines(block.inlines, true),
          { type: `H${level}`, parent },
          {
            ...around,
            letters: LETTERS[`h${level}`],
            isHeading: true,
            place: { name: `heading-${headings}`, title, level },
          },
        );
      }
      case 'list': {
        const list: Tag = { type: 'L', parent };
        const inner = { ...around, depth: around.depth + 1 };
        return block.items.flatMap((item, index) => {
          const entry: Tag = { type: 'LI', parent: list };
          const label: Tag = { type: 'Lbl', parent: entry };
          const body: Tag = { type: 'LBody', parent: entry };
          const mark = block.isOrdered ? `${index + 1}.` : (MARKS[around.depth % 2] ?? MARKS[0]);
          const lines = item.flatMap((each) => text(inCell(each), body, inner));
          return lines.map((line, at) => (at === 0 ? { ...line, mark: { text: mark, tag: label } } : line));
        });
      }
    }
  };

  const row = (cells: DocumentRow, table: Tag, columns: readonly PlacedColumn[]): FlowRow => {
    const tag: Tag = { type: 'TR', parent: table };
    return {
      cells: cells.map(({ isHeader, blocks }, index) => {
        const column = columns[index] ?? { x: 0, width, align: 'left' };
        const cell: Tag = { type: isHeader ? 'TH' : 'TD', parent: tag };
        const around = {
          width: column.width - 2 * CELL_PADDING,
          depth: 0,
          letters: LETTERS.table,
          isBold: isHeader,
        };
        return {
          ...column,
          tag: cell,
          isShaded: isHeader,
          lines: blocks.map(inCell).flatMap((block) => text(block, cell, around)),
        };
      }),
    };
  };

  const table = ({ columns, head, rows }: DocumentTable, parent: Tag): FlowItem => {
    const tag: Tag = { type: 'Table', parent };
    const placed = placeColumns(columns, width);
    return {
      kind: 'table',
      before: 2.5,
      head: head.map((cells) => row(cells, tag, placed)),
      rows: rows.map((cells) => row(cells, tag, placed)),
    };
  };

  const page: Around = { width, depth: 0, letters: LETTERS.body, isBold: false };
  return {
    heading: (title, name, parent) =>
      wrap(
        [{ text: title, weight: 'bold', isItalic: false, target: undefined }],
        { type: 'H1', parent },
        { ...page, letters: LETTERS.h1, isHeading: true, place: { name, title, level: 1 } },
      ),
    blocks: (blocks, parent) =>
      blocks.flatMap((block, index): readonly FlowItem[] => {
        if (block.kind === 'table') return [table(block, parent)];
        const lines = text(block, parent, page);
        // What leads to a table stands above it.
        const isLeading = blocks[index + 1]?.kind === 'table';
        return lines.map((line, at) =>
          isLeading && at === lines.length - 1 ? { ...line, isKeptWithNext: true } : line,
        );
      }),
    lines: (texts, tag, letters) => wrap(texts, tag, { ...page, letters }),
  };
}

/** Headings structure pages, not cells and list items: there they are bold lines. */
function inCell(block: TextBlock): TextBlock {
  return block.kind === 'heading'
    ? { kind: 'paragraph', inlines: block.inlines.map((inline) => ({ ...inline, isBold: true })) }
    : block;
}

interface PlacedColumn {
  readonly x: number;
  readonly width: number;
  readonly align: DocumentTable['columns'][number]['align'];
}

function placeColumns(columns: DocumentTable['columns'], width: number): readonly PlacedColumn[] {
  const all = columns.reduce((sum, { share }) => sum + share, 0);
  let x = 0;
  return columns.map(({ share, align }) => {
    const placed = { x, width: (width * share) / all, align };
    x += placed.width;
    return placed;
  });
}
