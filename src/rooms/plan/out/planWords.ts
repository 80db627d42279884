// The words of the plan's files in the language of the app, with the round's names of the nine benefits.

import type { ProgrammeRound } from '../../../domain/programme/round.ts';
import type { PlanWords } from '../../../outputs/plan/planWords.ts';
import { formatDate, formatDateTime } from '../../../ui/i18n/format.ts';
import { t } from '../../../ui/i18n/planOutputTexts.ts';
import { amountText, measuredText } from '../amountText.ts';

export function planWords(
  benefits: ProgrammeRound['benefits'],
  { terms, file } = t().planOutputs,
): PlanWords {
  return {
    ...file,
    terms,
    benefits,
    formatDate,
    formatDateTime,
    formatNumber: measuredText,
    formatAmount: (amount) => `${amountText(amount)} ${file.activities.currency}`,
  };
}
