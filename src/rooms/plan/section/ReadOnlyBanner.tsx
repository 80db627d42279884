// Why the plan is only read here.

import { Banner } from '../../../ui/feedback/Banner.tsx';
import { t } from '../../../ui/i18n/planTexts.ts';
import type { PlanWork } from '../planWork.ts';

export function ReadOnlyBanner({ reason }: { readonly reason: PlanWork['readOnly'] }) {
  if (reason === undefined) return null;
  const texts = t().plan;
  return (
    <Banner icon="eye" title={texts.readOnly}>
      {reason === 'role' ? texts.readOnlyRole : texts.readOnlyVersion}
    </Banner>
  );
}
