// Section 7: activities with who, until when, in what state and with what result; then what they cost, line by line, and
// the sums by source.

import { type Activity, isActivityOverdue } from '../../domain/plan/activity.ts';
import { BUDGET_SOURCES, sumBudget } from '../../domain/plan/budget.ts';
import { bold, type CellText, dataTable, heading, paragraph } from './documentParts.ts';
import type { DocumentBlock } from './planDocument.ts';
import { inOrder, lookUp, type PlanFacts } from './planFacts.ts';
import type { PlanWords } from './planWords.ts';

export function activityBlocks(facts: PlanFacts, words: PlanWords): readonly DocumentBlock[] {
  const activities = inOrder(facts.content.rows.activities);
  if (activities.length === 0) return [];
  const { organisationName, goalNumber, budgetOf } = lookUp(facts.content);
  const { activities: labels, formatAmount } = words;
  const row = (activity: Activity, index: number): readonly CellText[] => {
    const goal = goalNumber(activity.goalId);
    const lines = budgetOf(activity);
    return [
      `${index + 1}.`,
      [
        bold(activity.title),
        ...(goal === undefined ? [] : [[{ text: labels.goalNumber(goal), isItalic: true as const }]]),
        ...activity.text.split('\n'),
      ],
      organisationName(activity.organisationId),
      datesText(activity, words),
      [
        words.terms.activityStates[activity.state],
        ...(isActivityOverdue(activity, facts.today) ? [bold(labels.overdue)] : []),
      ],
      lines.every(({ amount }) => amount === undefined) ? '' : formatAmount(sumBudget(lines).total),
    ];
  };
  return [
    dataTable(
      [
        { label: words.ordinal, share: 1.1 },
        { label: labels.activity, share: 6 },
        { label: labels.owner, share: 3.2 },
        { label: labels.dates, share: 2.8 },
        { label: labels.state, share: 2.6 },
        { label: labels.cost, share: 2.5, align: 'right' },
      ],
      activities.map(row),
    ),
    ...budgetBlocks(facts, activities, words),
  ];
}

function budgetBlocks(
  { content }: PlanFacts,
  activities: readonly Activity[],
  words: PlanWords,
): readonly DocumentBlock[] {
  const { organisationName, budgetOf } = lookUp(content);
  const { activities: labels, formatAmount, terms } = words;
  const lines = activities.flatMap((activity, index) =>
    budgetOf(activity).map((line) => ({ line, activity: `${index + 1}. ${activity.title}` })),
  );
  if (lines.length === 0) return [];
  const sum = sumBudget(lines.map(({ line }) => line));
  const amount = { label: labels.amount, share: 2.6, align: 'right' } as const;
  return [
    heading(2, labels.budget),
    dataTable(
      [
        { label: labels.activity, share: 4.4 },
        { label: labels.line, share: 4.4 },
        { label: labels.source, share: 3.6 },
        amount,
      ],
      lines.map(({ line, activity }) => [
        activity,
        line.name,
        [terms.budgetSources[line.source], organisationName(line.organisationId)],
        line.amount === undefined ? '' : formatAmount(line.amount),
      ]),
      [[labels.total, '', '', formatAmount(sum.total)]],
    ),
    heading(2, labels.bySource),
    dataTable(
      [{ label: labels.source, share: 12.4 }, amount],
      BUDGET_SOURCES.filter((source) => sum.bySource[source] > 0).map((source) => [
        terms.budgetSources[source],
        formatAmount(sum.bySource[source]),
      ]),
      [[labels.total, formatAmount(sum.total)]],
    ),
    ...(sum.isComplete ? [] : [paragraph(labels.incomplete)]),
  ];
}

function datesText({ from, due }: Activity, { formatDate }: PlanWords): CellText {
  if (due === undefined) return from === undefined ? '' : `${formatDate(from)} –`;
  return from === undefined ? formatDate(due) : [`${formatDate(from)} –`, formatDate(due)];
}
