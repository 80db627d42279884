// The activities as a table of typed values, one row each, with what they cost by source: the content of XLSX and CSV alike.

import { type Activity, isActivityOverdue } from '../../../domain/plan/activity.ts';
import { BUDGET_SOURCES, type BudgetSum, type Grosze, sumBudget } from '../../../domain/plan/budget.ts';
import type { IsoDate } from '../../../domain/time.ts';
import { inOrder, lookUp, type PlanFacts } from '../planFacts.ts';
import type { PlanWords } from '../planWords.ts';
import { readableText } from '../readableDocument.ts';

export interface ActivityTable {
  /** Of the file, without an extension. */
  readonly name: string;
  readonly columns: readonly TableColumn[];
  readonly rows: readonly (readonly TableValue[])[];
}

export interface TableColumn {
  readonly label: string;
  readonly kind: TableValue['kind'];
  /** In letters. */
  readonly width: number;
}

/** `undefined` leaves the cell empty. */
export type TableValue =
  | { readonly kind: 'text'; readonly value: string }
  | { readonly kind: 'count'; readonly value: number }
  | { readonly kind: 'date'; readonly value: IsoDate | undefined }
  | { readonly kind: 'money'; readonly value: Grosze | undefined };

export function activityTable(facts: PlanFacts, words: PlanWords): ActivityTable {
  const { activities: labels, terms } = words;
  const { organisationName, budgetOf } = lookUp(facts.content);
  const goals = new Map(
    inOrder(facts.content.rows.goals).map(({ id, title }, index) => [id, words.goals.goal(index + 1, title)]),
  );
  const money = (label: string): TableColumn => ({ label, kind: 'money', width: 12 });
  const text = (label: string, width: number): TableColumn => ({ label, kind: 'text', width });
  const row = (activity: Activity, index: number): readonly TableValue[] => [
    { kind: 'count', value: index + 1 },
    asText(activity.title),
    asText(activity.goalId === undefined ? '' : (goals.get(activity.goalId) ?? '')),
    asText(organisationName(activity.organisationId)),
    { kind: 'date', value: activity.from },
    { kind: 'date', value: activity.due },
    asText(terms.activityStates[activity.state]),
    asText(isActivityOverdue(activity, facts.today) ? labels.overdue : ''),
    ...moneyValues(sumBudget(budgetOf(activity))),
    asText(activity.text),
  ];
  return {
    name: readableText(words.tableName(facts.content.partnership.name, facts.today)),
    columns: [
      { label: words.ordinal, kind: 'count', width: 6 },
      text(labels.activity, 44),
      text(labels.goal, 32),
      text(labels.owner, 32),
      { label: labels.from, kind: 'date', width: 12 },
      { label: words.due, kind: 'date', width: 12 },
      text(labels.state, 12),
      text(labels.lateness, 12),
      money(labels.cost),
      ...BUDGET_SOURCES.map((source) => money(`${labels.cost}: ${terms.budgetSources[source]}`)),
      text(labels.notes, 48),
    ],
    rows: inOrder(facts.content.rows.activities).map(row),
  };
}

function asText(value: string): TableValue {
  return { kind: 'text', value: readableText(value) };
}

/** The sum and its parts; nothing where nothing is known. */
function moneyValues({ total, bySource }: BudgetSum): readonly TableValue[] {
  return [total, ...BUDGET_SOURCES.map((source) => bySource[source])].map((amount) => ({
    kind: 'money',
    value: amount === 0 ? undefined : amount,
  }));
}
