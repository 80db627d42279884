// What is wrong with a name that was typed, in words for its field.

import { type CheckedText, TITLE_MAX } from '../../domain/text/checkedText.ts';
import { t } from '../../ui/i18n/planTexts.ts';

export function titleProblem(checked: CheckedText): string | undefined {
  if (checked.kind === 'ok') return undefined;
  switch (checked.reason) {
    case 'empty':
      return t().problems.nameRequired;
    case 'tooLong':
      return t().problems.tooLong(TITLE_MAX);
    case 'noLetters':
      return t().plan.noLetters;
  }
}
