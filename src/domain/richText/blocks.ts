// Formatted text as plain values: what the narrative sections hold, as outputs, comparison and import see it.
// How it lies in a document, and how it is edited, is left to documents and to the editor.

export interface Inline {
  readonly text: string;
  readonly isBold?: true;
  readonly isItalic?: true;
  /** https, http, mailto or tel; nothing else is ever a link. */
  readonly href?: string;
}

export interface TableCell {
  readonly isHeader: boolean;
  readonly blocks: readonly Block[];
}

export interface TableRow {
  readonly cells: readonly TableCell[];
}

export type HeadingLevel = 1 | 2 | 3;

export type Block =
  | { readonly kind: 'paragraph'; readonly inlines: readonly Inline[] }
  /** Levels within the section: the section's own title stands above level 1. */
  | { readonly kind: 'heading'; readonly level: HeadingLevel; readonly inlines: readonly Inline[] }
  | { readonly kind: 'list'; readonly isOrdered: boolean; readonly items: readonly (readonly Block[])[] }
  | { readonly kind: 'table'; readonly rows: readonly TableRow[] };

export type RichText = readonly Block[];
