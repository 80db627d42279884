// What is wrong with a name that a person typed for themselves or the device; `undefined` when nothing.

import { cleanLine } from '../../domain/text/cleanLine.ts';
import { t } from '../../ui/i18n/settingTexts.ts';

/** The same bound as on the wire. */
export const MAX_NAME = 200;

export function nameProblem(text: string): string | undefined {
  const clean = cleanLine(text);
  if (clean === '') return t().problems.required;
  return clean.length > MAX_NAME ? t().problems.tooLong(MAX_NAME) : undefined;
}
