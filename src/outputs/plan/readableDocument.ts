// Takes out of all texts of a document what no file can hold or no reader can see: control characters, which make XML
// unreadable, halves of surrogate pairs, and marks that turn the text around them.

import type { DocumentBlock, DocumentCell, PlanDocument, TextBlock } from './planDocument.ts';

const UNWANTED =
  /(?!\n)[\p{Cc}\u00AD\u061C\u180E\u200B\u200E\u200F\u202A-\u202E\u2060-\u2069\uFEFF\uFFF9-\uFFFF]/gu;

export function readableText(text: string): string {
  return text
    .replace(/\r\n?|[\u2028\u2029]/g, '\n')
    .replace(/[\t\u00A0\u202F]/g, ' ')
    .replace(UNWANTED, '')
    .replace(/\p{Surrogate}/gu, '\uFFFD')
    .normalize('NFC');
}

export function readableDocument(plan: PlanDocument): PlanDocument {
  return {
    ...plan,
    name: readableText(plan.name),
    title: readableText(plan.title),
    subtitle: readableText(plan.subtitle),
    front: plan.front.map(readableText),
    sections: plan.sections.map(({ heading, blocks }) => ({
      heading: readableText(heading),
      blocks: blocks.map(readableBlock),
    })),
  };
}

function readableBlock(block: DocumentBlock): DocumentBlock {
  if (block.kind !== 'table') return readableTextBlock(block);
  return { ...block, head: block.head.map(readableRow), rows: block.rows.map(readableRow) };
}

function readableRow(row: readonly DocumentCell[]): readonly DocumentCell[] {
  return row.map((cell) => ({ ...cell, blocks: cell.blocks.map(readableTextBlock) }));
}

function readableTextBlock(block: TextBlock): TextBlock {
  return block.kind === 'list'
    ? { ...block, items: block.items.map((item) => item.map(readableTextBlock)) }
    : {
        ...block,
        inlines: block.inlines
          .map((inline) => ({ ...inline, text: readableText(inline.text) }))
          .filter(({ text }) => text !== ''),
      };
}
