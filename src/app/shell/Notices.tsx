// What stands above every screen when there is something to say: storage that fails, the sample, a new version.

import { t } from '../../ui/i18n/firstTexts.ts';
import { Banner } from '../../ui/feedback/Banner.tsx';
import { showToast } from '../../ui/feedback/toasts.ts';
import { useStore } from '../../ui/useStore.ts';
import type { AppParts } from '../appParts.ts';
import { UpdateNotice } from '../update/UpdateNotice.tsx';
import { ExampleBanner } from './ExampleBanner.tsx';
import { LedgerBanner } from './LedgerBanner.tsx';

export interface NoticesProps {
  readonly parts: AppParts;
  readonly isExample: boolean;
}

export function Notices({ parts, isExample }: NoticesProps) {
  const { device, example, router, space, updates } = parts;
  const isNearlyFull = useStore(space.isNearlyFull, (nearly) => nearly);
  const isRemoving = useStore(example.work, (work) => work === 'removing');
  const removeExample = (): void => {
    example.remove().then(() => {
      showToast({ text: t().example.removed });
      router.replace({ kind: 'today' });
    }, device.reportFailure);
  };
  return (
    <>
      <LedgerBanner ledger={device.ledger} today={device.today()} reportFailure={device.reportFailure} />
      {isNearlyFull && <Banner tone="amber">{t().problems.spaceLow}</Banner>}
      <UpdateNotice updates={updates} reportFailure={device.reportFailure} />
      {isExample && <ExampleBanner onRemove={removeExample} isRemoving={isRemoving} />}
    </>
  );
}
