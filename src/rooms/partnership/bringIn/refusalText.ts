// Why a list cannot be read, in plain words, and what to do instead.

import { INVITATION_FILE_MAX_BYTES } from '../../../domain/invitationList.ts';
import { t } from '../../../ui/i18n/partnershipTexts.ts';
import { formatBytes } from '../../../ui/i18n/format.ts';
import type { ListRefusal } from './readList.ts';

export interface RefusalText {
  readonly title: string;
  readonly advice: string;
}

export function refusalText(refusal: ListRefusal): RefusalText {
  const { refused, advice } = t().importing;
  switch (refusal.reason) {
    case 'empty':
      return { title: refused.empty, advice: advice.another };
    case 'notAList':
      return { title: refused.notAList, advice: advice.names };
    case 'spreadsheet':
      return { title: refused.spreadsheet, advice: advice.spreadsheet };
    case 'document':
      return { title: refused.document, advice: advice.copy };
    case 'pdf':
      return { title: refused.pdf, advice: advice.copy };
    case 'image':
      return { title: refused.image, advice: advice.image };
    case 'binary':
      return { title: refused.binary, advice: advice.spreadsheet };
    case 'tooLarge':
      return { title: refused.tooLarge(formatBytes(INVITATION_FILE_MAX_BYTES)), advice: advice.another };
    case 'tooManyRows':
      return { title: refused.tooManyRows(refusal.rows), advice: advice.fewer(refusal.limit) };
    case 'unreadable':
      return { title: refused.unreadable, advice: advice.again };
  }
}
