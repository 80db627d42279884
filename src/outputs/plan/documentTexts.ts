// Every text that stands in the plan as a document, for those who must know what letters it takes.

import type { DocumentBlock, PlanDocument } from './planDocument.ts';

export function documentTexts(plan: PlanDocument): readonly string[] {
  const { name, title, subtitle, front, contentsTitle, sections, page } = plan;
  return [
    name,
    title,
    subtitle,
    ...front,
    contentsTitle,
    page(1_234_567, 890),
    ...sections.flatMap(({ heading, blocks }) => [heading, ...blocks.flatMap(blockTexts)]),
  ];
}

function blockTexts(block: DocumentBlock): readonly string[] {
  switch (block.kind) {
    case 'paragraph':
    case 'heading':
      // A line that somebody broke is no letter.
      return block.inlines.map(({ text }) => text.replaceAll('\n', ' '));
    case 'list':
      return block.items.flat().flatMap(blockTexts);
    case 'table':
      return [...block.head, ...block.rows].flat().flatMap((cell) => cell.blocks.flatMap(blockTexts));
  }
}
