// Why the server did not let somebody in by an invitation: of those, some refusals say more than of anything else.

import type { SessionRefusal } from '../../schema/session.ts';
import { t } from '../../ui/i18n/settingTexts.ts';

export function refusalWords(reason: SessionRefusal): string {
  const { exchange, invitation } = t().sending;
  const ofInvitation: Readonly<Partial<Record<SessionRefusal, string>>> = invitation;
  return ofInvitation[reason] ?? exchange[reason];
}
