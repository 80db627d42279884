// The text of a PDF between being wrapped and being put on pages: lines and table rows of known height, each with the tag
// it is read under. All lengths are millimetres.

import type { Weight } from '../../pdf/pdfFonts.ts';

/** An element of the structure that a screen reader reads; made when its first content is drawn. */
export interface Tag {
  readonly type: TagType;
  readonly parent: Tag | undefined;
}

type TagType =
  | 'Document'
  | 'Sect'
  | 'H1'
  | 'H2'
  | 'H3'
  | 'H4'
  | 'P'
  | 'L'
  | 'LI'
  | 'Lbl'
  | 'LBody'
  | 'Table'
  | 'TR'
  | 'TH'
  | 'TD'
  | 'TOC'
  | 'TOCI';

/** Letters of one style that stand on one line. */
export interface Piece {
  readonly text: string;
  /** From the left edge of its line. */
  readonly x: number;
  readonly width: number;
  readonly weight: Weight;
  readonly isItalic: boolean;
  readonly target: LinkTarget | undefined;
}

export type LinkTarget =
  | { readonly kind: 'web'; readonly url: string }
  | { readonly kind: 'place'; readonly name: string };

export interface Line {
  readonly pieces: readonly Piece[];
  readonly width: number;
}

export interface FlowLine extends Line {
  readonly kind: 'line';
  readonly tag: Tag;
  /** From the left edge of what it flows in. */
  readonly indent: number;
  /** Of its letters. */
  readonly size: number;
  readonly height: number;
  /** Left free above it, unless it begins a page. */
  readonly before: number;
  /** Never the last on its page. */
  readonly isKeptWithNext: boolean;
  /** The mark of a list item, written before it. */
  readonly mark: { readonly text: string; readonly tag: Tag } | undefined;
  /** Where the contents and the outline lead; only on the first line of a heading. */
  readonly place: HeadingPlace | undefined;
}

export interface HeadingPlace {
  readonly name: string;
  readonly title: string;
  readonly level: 1 | 2 | 3 | 4;
}

export interface FlowTable {
  readonly kind: 'table';
  readonly before: number;
  /** Repeated on each page that the table goes on to. */
  readonly head: readonly FlowRow[];
  readonly rows: readonly FlowRow[];
}

export interface FlowRow {
  readonly cells: readonly FlowCell[];
}

interface FlowCell {
  readonly tag: Tag;
  /** From the left edge of the table. */
  readonly x: number;
  readonly width: number;
  readonly align: 'left' | 'right';
  readonly isShaded: boolean;
  readonly lines: readonly FlowLine[];
}

export type FlowItem = FlowLine | FlowTable;

/** Room within a cell on every side. */
export const CELL_PADDING = 1.3;

export function rowHeight({ cells }: FlowRow): number {
  return Math.max(0, ...cells.map(({ lines }) => linesHeight(lines))) + 2 * CELL_PADDING;
}

/** The first line has nothing above it. */
export function linesHeight(lines: readonly FlowLine[]): number {
  return lines.reduce((sum, { height, before }, index) => sum + height + (index === 0 ? 0 : before), 0);
}
