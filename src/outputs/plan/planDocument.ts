// What the plan is as a document, before it becomes DOCX, PDF or plain text: one model, so that they cannot differ. It is
// filled by writePlan; fonts, pages and file formats are left to the writers.

import type { Inline } from '../../domain/richText/blocks.ts';

export interface PlanDocument {
  /** Title of the file, without an extension. */
  readonly name: string;
  readonly title: string;
  /** Whose plan it is. */
  readonly subtitle: string;
  /** Below it on the title page: library, state, version, day. */
  readonly front: readonly string[];
  readonly contentsTitle: string;
  readonly sections: readonly DocumentSection[];
  /** "Strona 1 z 3" */
  readonly page: (page: number, all: number) => string;
}

interface DocumentSection {
  /** With its number: "2. Diagnoza: potrzeby i wspólne problemy". */
  readonly heading: string;
  readonly blocks: readonly DocumentBlock[];
}

export type DocumentBlock = TextBlock | DocumentTable;

/** What may stand in a cell: everything but a table. */
export type TextBlock =
  | { readonly kind: 'paragraph'; readonly inlines: readonly Inline[] }
  /** Level 1 is the section's own. */
  | { readonly kind: 'heading'; readonly level: 2 | 3 | 4; readonly inlines: readonly Inline[] }
  | { readonly kind: 'list'; readonly isOrdered: boolean; readonly items: readonly (readonly TextBlock[])[] };

export interface DocumentTable {
  readonly kind: 'table';
  readonly columns: readonly DocumentColumn[];
  /** Rows of headings, repeated on each page; may be none. */
  readonly head: readonly DocumentRow[];
  readonly rows: readonly DocumentRow[];
}

export interface DocumentColumn {
  /** Part of the width that it takes, in any unit. */
  readonly share: number;
  readonly align: 'left' | 'right';
}

/** As many cells as the table has columns. */
export type DocumentRow = readonly DocumentCell[];

export interface DocumentCell {
  readonly isHeader: boolean;
  readonly blocks: readonly TextBlock[];
}
