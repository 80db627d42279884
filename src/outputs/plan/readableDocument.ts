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
  return withTexts(plan, readableText);
}

/** The document with each of its texts put through `change`. */
export function withTexts(plan: PlanDocument, change: (text: string) => string): PlanDocument {
  const textBlock = (block: TextBlock): TextBlock =>
    block.kind === 'list'
      ? { ...block, items: block.items.map((item) => item.map(textBlock)) }
      : {
          ...block,
          inlines: block.inlines
            .map((inline) => ({ ...inline, text: change(inline.text) }))
            .filter(({ text }) => text !== ''),
        };
  const row = (cells: readonly DocumentCell[]): readonly DocumentCell[] =>
    cells.map((cell) => ({ ...cell, blocks: cell.blocks.map(textBlock) }));
  const block = (each: DocumentBlock): DocumentBlock =>
    each.kind === 'table' ? { ...each, head: each.head.map(row), rows: each.rows.map(row) } : textBlock(each);
  return {
    ...plan,
    name: change(plan.name),
    title: change(plan.title),
    subtitle: change(plan.subtitle),
    front: plan.front.map(change),
    sections: plan.sections.map(({ heading, blocks }) => ({
      heading: change(heading),
      blocks: blocks.map(block),
    })),
  };
}
