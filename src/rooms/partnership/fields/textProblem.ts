// What is wrong with a typed name or title, in the words for its field; `undefined` when nothing is.

import { looksLikeEmail, looksLikePhone } from '../../../domain/invitationList.ts';
import {
  type CheckedText,
  PERSON_NAME_MAX,
  TITLE_MAX,
  checkPersonName,
  checkTitleLike,
} from '../../../domain/text/checkedText.ts';
import { cleanLine } from '../../../domain/text/cleanLine.ts';
import { t } from '../../../ui/i18n/partnershipTexts.ts';

export function titleProblem(text: string): string | undefined {
  return spell(checkTitleLike(text), t().problems.nameRequired, TITLE_MAX);
}

export function optionalTitleProblem(text: string): string | undefined {
  return cleanLine(text) === '' ? undefined : titleProblem(text);
}

export function nameProblem(text: string): string | undefined {
  return spell(checkPersonName(text), t().problems.personRequired, PERSON_NAME_MAX);
}

export function optionalNameProblem(text: string): string | undefined {
  return cleanLine(text) === '' ? undefined : nameProblem(text);
}

export function phoneProblem(text: string): string | undefined {
  const phone = cleanLine(text);
  return phone === '' || looksLikePhone(phone) ? undefined : t().problems.phoneInvalid;
}

export function emailProblem(text: string): string | undefined {
  const email = cleanLine(text);
  return email === '' || looksLikeEmail(email) ? undefined : t().problems.emailInvalid;
}

function spell(checked: CheckedText, empty: string, max: number): string | undefined {
  if (checked.kind === 'ok') return undefined;
  switch (checked.reason) {
    case 'empty':
      return empty;
    case 'tooLong':
      return t().problems.tooLong(max);
    case 'noLetters':
      return t().partnership.noLetters;
  }
}
