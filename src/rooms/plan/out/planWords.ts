// The words of the plan's files in the language of the app, with the round's names of the nine benefits.

import type { ProgrammeRound } from '../../../domain/programme/round.ts';
import type { PlanWords } from '../../../outputs/plan/planWords.ts';
import { formatDate, formatDateTime, formatNumber } from '../../../ui/i18n/format.ts';
import { t } from '../../../ui/i18n/planOutputTexts.ts';

/** Decimals that a measured value keeps. */
const DECIMALS = 4;

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
    formatNumber: (value) => formatNumber(value, DECIMALS),
    formatAmount: (amount) => `${formatZlote(amount)} ${file.activities.currency}`,
  };
}

/** "1 234,50", and "1 234" where there are no grosze. */
function formatZlote(amount: number): string {
  const grosze = amount % 100;
  const whole = formatNumber((amount - grosze) / 100, 0);
  return grosze === 0 ? whole : `${whole}${decimalMark()}${String(grosze).padStart(2, '0')}`;
}

function decimalMark(): string {
  return formatNumber(0.5).charAt(1);
}
