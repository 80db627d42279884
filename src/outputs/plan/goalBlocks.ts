// Section 6: each goal with its indicators, from where to where, and what was measured last.

import { historyOf, type Indicator } from '../../domain/plan/goal.ts';
import type { PlanContent } from '../../domain/plan/planContent.ts';
import { type CellText, dataTable, heading, paragraph, paragraphs } from './documentParts.ts';
import type { DocumentBlock } from './planDocument.ts';
import { inOrder } from './planFacts.ts';
import type { PlanWords } from './planWords.ts';

export function goalBlocks(content: PlanContent, words: PlanWords): readonly DocumentBlock[] {
  const indicators = inOrder(content.rows.indicators);
  return inOrder(content.rows.goals).flatMap((goal, index) => [
    heading(2, words.goals.goal(index + 1, goal.title)),
    ...paragraphs(goal.text),
    ...indicatorBlocks(
      indicators.filter(({ goalId }) => goalId === goal.id),
      content,
      words,
    ),
  ]);
}

function indicatorBlocks(
  indicators: readonly Indicator[],
  { rows }: PlanContent,
  words: PlanWords,
): readonly DocumentBlock[] {
  if (indicators.length === 0) return [paragraph(words.goals.noIndicators)];
  const { goals, formatNumber } = words;
  const number = (value: number | undefined): string => (value === undefined ? '' : formatNumber(value));
  const latest = ({ id }: Indicator): CellText => {
    const last = historyOf(id, rows.measurements).at(-1);
    return last === undefined
      ? goals.notMeasured
      : [[{ text: formatNumber(last.value), isBold: true }], words.formatDate(last.on)];
  };
  return [
    dataTable(
      [
        { label: goals.indicator, share: 6 },
        { label: goals.unit, share: 3 },
        { label: goals.baseline, share: 2.4, align: 'right' },
        { label: goals.target, share: 2.4, align: 'right' },
        { label: goals.now, share: 3.2, align: 'right' },
      ],
      indicators.map((indicator) => [
        indicator.name,
        indicator.unit,
        number(indicator.baseline),
        number(indicator.target),
        latest(indicator),
      ]),
    ),
  ];
}
