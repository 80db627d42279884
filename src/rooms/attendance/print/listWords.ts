// The words of a printed list in the language of the app.

import type { ListWords } from '../../../outputs/listDocument.ts';
import { t } from '../../../ui/i18n/printTexts.ts';
import { formatDate, formatDateTime } from '../../../ui/i18n/format.ts';

/** Dates are written in the language of the app, which is that of `texts`. */
export function listWords(texts = t().outputs.sheet): ListWords {
  return { ...texts, formatDate, formatDateTime };
}
