// Blocks as the editor's own nodes, to be put in at the caret.

import { Fragment, type Node, Slice } from 'prosemirror-model';
import type { Block, Inline, RichText, TableCell } from '../../../domain/richText/blocks.ts';
import { linesOf } from '../../../domain/richText/plainText.ts';
import { safeHref } from '../../../domain/richText/safeHref.ts';
import { planTextSchema } from './planTextSchema.ts';

const { nodes, marks } = planTextSchema;

/** Paragraphs at either end join the paragraph with the caret. */
export function sliceOf(blocks: RichText): Slice {
  const open = (block: Block | undefined): number => (block?.kind === 'paragraph' ? 1 : 0);
  return new Slice(Fragment.from(blocks.map(nodeOf)), open(blocks[0]), open(blocks.at(-1)));
}

/** For cells, where no tables stand: a row becomes a line. */
export function withoutTables(blocks: RichText): RichText {
  return blocks.flatMap((block): RichText => {
    if (block.kind !== 'table') return [block];
    return linesOf([block]).map((line) => ({
      kind: 'paragraph',
      inlines: [{ text: line.replaceAll('\t', ', ') }],
    }));
  });
}

function nodeOf(block: Block): Node {
  switch (block.kind) {
    case 'paragraph':
      return nodes.paragraph.create(null, textsOf(block.inlines));
    case 'heading':
      return nodes.heading.create({ level: block.level }, textsOf(block.inlines));
    case 'list': {
      const items = block.items.map((item) => nodes.listItem.create(null, filled(item)));
      return (block.isOrdered ? nodes.orderedList : nodes.bulletList).create(null, items);
    }
    case 'table':
      return nodes.table.create(
        null,
        block.rows.map(({ cells }) => nodes.tableRow.create(null, cells.map(cellOf))),
      );
  }
}

function cellOf({ isHeader, blocks }: TableCell): Node {
  return nodes.tableCell.create(isHeader ? { isHeader } : null, filled(withoutTables(blocks)));
}

/** A caret needs a paragraph to stand in. */
function filled(blocks: RichText): readonly Node[] {
  return blocks.length === 0 ? [nodes.paragraph.create()] : blocks.map(nodeOf);
}

function textsOf(inlines: readonly Inline[]): readonly Node[] {
  return inlines.flatMap(({ text, isBold, isItalic, href }) => {
    if (text === '') return [];
    const safe = href === undefined ? undefined : safeHref(href);
    return planTextSchema.text(text, [
      ...(isBold ? [marks.bold.create()] : []),
      ...(isItalic ? [marks.italic.create()] : []),
      ...(safe === undefined ? [] : [marks.link.create({ href: safe })]),
    ]);
  });
}
