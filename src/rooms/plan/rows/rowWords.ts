// A row's text as it is named in menus, toasts and spoken labels.

import { t } from '../../../ui/i18n/planTexts.ts';

/** Characters after which a name is cut. */
const MOST = 60;

export function shortName(text: string): string {
  const line = text.trim().replace(/\s+/gu, ' ');
  if (line === '') return t().plan.rowEmpty;
  return line.length <= MOST ? line : `${line.slice(0, MOST).replace(/\s\S*$/u, '')}…`;
}
