// Whether what was typed can be an activity with its budget: a name, dates in order, amounts that are amounts.

import type { BudgetLineId, GoalId, OrganisationId } from '../../../domain/ids.ts';
import { type ActivityState, datesProblem, type DatesProblem } from '../../../domain/plan/activity.ts';
import {
  type BudgetSource,
  type Grosze,
  type NumberRefusal,
  readAmount,
} from '../../../domain/plan/budget.ts';
import { type CheckedText, checkTitleLike, TITLE_MAX } from '../../../domain/text/checkedText.ts';
import { cleanLine } from '../../../domain/text/cleanLine.ts';
import { decodeIsoDate, type IsoDate } from '../../../domain/time.ts';

export interface LineDraft {
  readonly id: BudgetLineId;
  readonly name: string;
  readonly amount: string;
  readonly source: BudgetSource;
  readonly organisationId: OrganisationId | undefined;
}

export interface ActivityDraft {
  readonly title: string;
  readonly goalId: GoalId | undefined;
  readonly organisationId: OrganisationId | undefined;
  readonly from: string;
  readonly due: string;
  readonly state: ActivityState;
  readonly lines: readonly LineDraft[];
}

export interface LineFields extends Omit<LineDraft, 'amount'> {
  readonly amount: Grosze | undefined;
}

export interface ActivityFields extends Omit<ActivityDraft, 'from' | 'due' | 'lines'> {
  readonly from: IsoDate | undefined;
  readonly due: IsoDate | undefined;
}

export interface LineProblems {
  readonly name: 'empty' | 'tooLong' | undefined;
  readonly amount: NumberRefusal | undefined;
}

export interface ActivityProblems {
  readonly title: CheckedText;
  readonly from: 'invalid' | undefined;
  readonly due: 'invalid' | DatesProblem | undefined;
  readonly lines: ReadonlyMap<BudgetLineId, LineProblems>;
}

export type CheckedActivity =
  | { readonly kind: 'ok'; readonly fields: ActivityFields; readonly lines: readonly LineFields[] }
  | { readonly kind: 'refused'; readonly problems: ActivityProblems };

/** A line in which nothing was written is left out; an amount may be filled in later. */
export function checkActivity({ lines, ...draft }: ActivityDraft): CheckedActivity {
  const title = checkTitleLike(draft.title);
  const [from, due] = [decodeIsoDate(draft.from), decodeIsoDate(draft.due)];
  const written = lines.filter(({ name, amount }) => name.trim() !== '' || amount.trim() !== '');
  const wrong = new Map(
    written.flatMap((line) => {
      const problems = lineProblems(line);
      return problems === undefined ? [] : [[line.id, problems] as const];
    }),
  );
  const problems: ActivityProblems = {
    title,
    from: draft.from !== '' && from === undefined ? 'invalid' : undefined,
    due: draft.due !== '' && due === undefined ? 'invalid' : datesProblem(from, due),
    lines: wrong,
  };
  if (title.kind === 'refused' || problems.from || problems.due || wrong.size > 0)
    return { kind: 'refused', problems };
  return {
    kind: 'ok',
    fields: { ...draft, title: title.value, from, due },
    lines: written.map((line) => {
      const amount = readAmount(line.amount);
      return {
        ...line,
        name: cleanLine(line.name),
        amount: amount.kind === 'ok' ? amount.value : undefined,
        organisationId: line.source === 'partner' ? line.organisationId : undefined,
      };
    }),
  };
}

function lineProblems({ name, amount }: LineDraft): LineProblems | undefined {
  const read = readAmount(amount);
  const isMissing = read.kind === 'refused' && read.reason === 'empty';
  const line = cleanLine(name);
  const problems: LineProblems = {
    name: line === '' ? 'empty' : line.length > TITLE_MAX ? 'tooLong' : undefined,
    amount: read.kind === 'refused' && !isMissing ? read.reason : undefined,
  };
  return problems.name === undefined && problems.amount === undefined ? undefined : problems;
}
