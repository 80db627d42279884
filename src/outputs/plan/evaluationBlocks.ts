// Section 11: the nine benefits, each with how it will be seen, by whom and when. A benefit without a note stands there too.

import type { PlanContent } from '../../domain/plan/planContent.ts';
import { BENEFITS } from '../../domain/programme/round.ts';
import { type CellText, dataTable } from './documentParts.ts';
import type { DocumentBlock } from './planDocument.ts';
import { inOrder, lookUp } from './planFacts.ts';
import type { PlanWords } from './planWords.ts';

export function evaluationBlocks(content: PlanContent, words: PlanWords): readonly DocumentBlock[] {
  const notes = inOrder(content.rows.benefitNotes);
  if (notes.length === 0) return [];
  const { organisationName } = lookUp(content);
  return [
    dataTable(
      [
        { label: words.evaluation.benefit, share: 4 },
        { label: words.evaluation.how, share: 6 },
        { label: words.organisation, share: 3.5 },
        { label: words.due, share: 2.5 },
      ],
      BENEFITS.flatMap((benefit, index): readonly (readonly CellText[])[] => {
        const label = `${index + 1}. ${words.benefits[benefit]}`;
        const own = notes.filter((note) => note.benefit === benefit);
        if (own.length === 0) return [[label, '', '', '']];
        return own.map(({ text, organisationId, due }) => [
          label,
          text.split('\n'),
          organisationName(organisationId),
          due === undefined ? '' : words.formatDate(due),
        ]);
      }),
    ),
  ];
}
