// Whether what was typed can be an indicator: it needs a name and a number to come to; where it began may be unknown.

import { type NumberRefusal, readMeasured } from '../../../domain/plan/budget.ts';
import { type CheckedText, checkTitleLike, TITLE_MAX } from '../../../domain/text/checkedText.ts';
import { cleanLine } from '../../../domain/text/cleanLine.ts';

export interface IndicatorDraft {
  readonly name: string;
  readonly unit: string;
  readonly baseline: string;
  readonly target: string;
}

interface IndicatorFields {
  readonly name: string;
  readonly unit: string;
  readonly baseline: number | undefined;
  readonly target: number;
}

export interface IndicatorProblems {
  readonly name: CheckedText;
  readonly unit: 'tooLong' | undefined;
  readonly baseline: NumberRefusal | undefined;
  readonly target: NumberRefusal | undefined;
}

export type CheckedIndicator =
  | { readonly kind: 'ok'; readonly fields: IndicatorFields }
  | { readonly kind: 'refused'; readonly problems: IndicatorProblems };

export function checkIndicator(draft: IndicatorDraft): CheckedIndicator {
  const name = checkTitleLike(draft.name);
  const unit = cleanLine(draft.unit);
  const [baseline, target] = [readMeasured(draft.baseline), readMeasured(draft.target)];
  const isUnknown = baseline.kind === 'refused' && baseline.reason === 'empty';
  const isUnitFine = unit.length <= TITLE_MAX;
  if (name.kind === 'ok' && target.kind === 'ok' && isUnitFine && (baseline.kind === 'ok' || isUnknown)) {
    return {
      kind: 'ok',
      fields: {
        name: name.value,
        unit,
        baseline: baseline.kind === 'ok' ? baseline.value : undefined,
        target: target.value,
      },
    };
  }
  return {
    kind: 'refused',
    problems: {
      name,
      unit: isUnitFine ? undefined : 'tooLong',
      baseline: baseline.kind === 'refused' && !isUnknown ? baseline.reason : undefined,
      target: target.kind === 'refused' ? target.reason : undefined,
    },
  };
}
