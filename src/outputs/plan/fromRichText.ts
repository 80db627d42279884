// Rich text of a section as blocks of the document: its headings below the section's, its tables with all rows of one
// length, and a table within a cell as lines of text.

import type { Block, Inline, RichText } from '../../domain/richText/blocks.ts';
import { safeHref } from '../../domain/richText/safeHref.ts';
import type { DocumentBlock, DocumentCell, DocumentTable, TextBlock } from './planDocument.ts';

type RichTable = Extract<Block, { kind: 'table' }>;

/** Empty paragraphs at either end and empty headings are left out. */
export function fromRichText(text: RichText): readonly DocumentBlock[] {
  const blocks = text.flatMap((block): readonly DocumentBlock[] =>
    block.kind === 'table' ? fromTable(block) : fromText(block),
  );
  const first = blocks.findIndex((block) => !isEmpty(block));
  return first === -1 ? [] : blocks.slice(first, blocks.findLastIndex((block) => !isEmpty(block)) + 1);
}

function isEmpty(block: Block | DocumentBlock): boolean {
  return (
    (block.kind === 'paragraph' || block.kind === 'heading') &&
    block.inlines.every(({ text }) => text.trim() === '')
  );
}

function fromText(block: Block): readonly TextBlock[] {
  switch (block.kind) {
    case 'paragraph':
      return [{ kind: 'paragraph', inlines: block.inlines.map(safeLink) }];
    case 'heading':
      if (isEmpty(block)) return [];
      return [{ kind: 'heading', level: below(block.level), inlines: block.inlines.map(safeLink) }];
    case 'list':
      return [
        {
          kind: 'list',
          isOrdered: block.isOrdered,
          items: block.items.map((item) => item.flatMap(fromText)),
        },
      ];
    case 'table':
      return block.rows.map(({ cells }) => ({
        kind: 'paragraph',
        inlines: cells.flatMap((each, index): readonly Inline[] => [
          ...(index === 0 ? [] : [{ text: ' | ' }]),
          ...each.blocks.flatMap(fromText).flatMap(inlinesOf),
        ]),
      }));
  }
}

/** Texts come from other devices too: an address that may not be a link is none, and its text stays. */
function safeLink({ href, ...inline }: Inline): Inline {
  const safe = href === undefined ? undefined : safeHref(href);
  return safe === undefined ? inline : { ...inline, href: safe };
}

function below(level: 1 | 2 | 3): 2 | 3 | 4 {
  switch (level) {
    case 1:
      return 2;
    case 2:
      return 3;
    case 3:
      return 4;
  }
}

function inlinesOf(block: TextBlock): readonly Inline[] {
  return block.kind === 'list' ? block.items.flat().flatMap(inlinesOf) : block.inlines;
}

function fromTable({ rows }: RichTable): readonly DocumentTable[] {
  const width = Math.max(0, ...rows.map(({ cells }) => cells.length));
  if (width === 0) return [];
  const even = rows.map(({ cells }) =>
    Array.from({ length: width }, (_each, column): DocumentCell => {
      const cell = cells[column];
      return { isHeader: cell?.isHeader ?? false, blocks: cell?.blocks.flatMap(fromText) ?? [] };
    }),
  );
  const firstPlain = even.findIndex((row) => !row.every(({ isHeader }) => isHeader));
  const heads = firstPlain === -1 ? even.length : firstPlain;
  return [
    {
      kind: 'table',
      columns: Array.from({ length: width }, () => ({ share: 1, align: 'left' as const })),
      head: even.slice(0, heads),
      rows: even.slice(heads),
    },
  ];
}
