// How an invitation's role is called.

import { ROLES } from '../../domain/access.ts';
import { t } from '../../ui/i18n/settingTexts.ts';
import type { InviteChoice } from './inviteChoices.ts';

export function choiceWords(choice: InviteChoice): string {
  const texts = t().identity;
  return choice === 'ownDevice' ? texts.ownDevice : texts.roles[choice];
}

/** The role of an invitation as it is kept on the device, where it is plain text. */
export function keptRoleWords(role: string): string {
  return choiceWords(ROLES.find((known) => known === role) ?? 'ownDevice');
}
