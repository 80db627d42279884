// Not finished yet.

import { t } from '../../ui/i18n/firstTexts.ts';
import { Page } from '../../ui/layout/Page.tsx';
import type { OwnScreenProps } from '../routing/screens.tsx';

export function PeopleScreen(_props: OwnScreenProps) {
  return <Page title={t().shell.settings}>{t().common.loading}</Page>;
}
