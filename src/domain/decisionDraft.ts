// A decision as it is typed into a form: what is refused. Recording it is a command of documents.

import { type Decision, doubtDate } from './meeting.ts';
import { TITLE_MAX } from './text/checkedText.ts';
import { cleanLine } from './text/cleanLine.ts';
import { type IsoDate, decodeIsoDate } from './time.ts';

/** Characters: some sentences. What is longer belongs into the notes. */
export const DECISION_MAX = 500;

/** The fields as the form holds them; '' where nothing is typed. */
export interface DecisionDraft {
  readonly text: string;
  readonly who: string;
  readonly due: string;
}

export interface DecisionProblems {
  readonly text?: 'empty' | 'tooLong';
  readonly who?: 'tooLong';
  readonly due?: 'notADate' | 'absurd';
}

export type CheckedDecision =
  | { readonly kind: 'ok'; readonly fields: Pick<Decision, 'text' | 'who' | 'due'> }
  | { readonly kind: 'refused'; readonly problems: DecisionProblems };

/** Who and by when may be left open: they are often settled later. */
export function checkDecisionDraft(draft: DecisionDraft, today: IsoDate): CheckedDecision {
  const [text, who] = [cleanLine(draft.text), cleanLine(draft.who)];
  const due = draft.due === '' ? undefined : decodeIsoDate(draft.due);
  const textProblem = text === '' ? 'empty' : text.length > DECISION_MAX ? 'tooLong' : undefined;
  const whoProblem = who.length > TITLE_MAX ? 'tooLong' : undefined;
  const isAbsurd = due !== undefined && doubtDate(due, today) === 'absurd';
  const dueProblem = draft.due !== '' && due === undefined ? 'notADate' : isAbsurd ? 'absurd' : undefined;
  if (textProblem || whoProblem || dueProblem) {
    return {
      kind: 'refused',
      problems: {
        ...(textProblem && { text: textProblem }),
        ...(whoProblem && { who: whoProblem }),
        ...(dueProblem && { due: dueProblem }),
      },
    };
  }
  return { kind: 'ok', fields: { text, who, due } };
}
