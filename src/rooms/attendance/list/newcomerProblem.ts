// Why a name or an organisation was refused, for its field.

import { PERSON_NAME_MAX, TITLE_MAX } from '../../../domain/text/checkedText.ts';
import { t } from '../../../ui/i18n/attendanceTexts.ts';

export function newcomerProblem(
  reason: 'empty' | 'tooLong' | 'noLetters' | undefined,
  field: 'person' | 'organisation',
): string | undefined {
  const words = t().problems;
  switch (reason) {
    case undefined:
      return undefined;
    case 'empty':
      return words.personRequired;
    case 'tooLong':
      return words.tooLong(field === 'person' ? PERSON_NAME_MAX : TITLE_MAX);
    case 'noLetters':
      return t().attendance.noLetters;
  }
}
