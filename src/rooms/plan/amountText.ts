// Numbers of the plan as people read them: amounts of money and measured values, in the language of the app.

import { formatNumber } from '../../ui/i18n/format.ts';

/** Decimals that a measured value keeps. */
const DECIMALS = 4;

export function measuredText(value: number): string {
  return formatNumber(value, DECIMALS);
}

/** "1 234,50", and "1 234" where there are no grosze. */
export function amountText(amount: number): string {
  const grosze = amount % 100;
  const whole = formatNumber((amount - grosze) / 100, 0);
  return grosze === 0 ? whole : `${whole}${decimalMark()}${String(grosze).padStart(2, '0')}`;
}

function decimalMark(): string {
  return formatNumber(0.5).charAt(1);
}
