// "Zainstaluj": one quiet offer on Dziś, where the browser can do it; on iPhones how to do it by hand.

import { Button } from '../../ui/actions/Button.tsx';
import { Banner } from '../../ui/feedback/Banner.tsx';
import { t } from '../../ui/i18n/firstTexts.ts';
import { useStore } from '../../ui/useStore.ts';
import type { InstallOffer } from './installOffer.ts';

export interface InstallHintProps {
  readonly offer: InstallOffer;
  readonly reportFailure: (failure: unknown) => void;
}

export function InstallHint({ offer, reportFailure }: InstallHintProps) {
  const state = useStore(offer.state, (current) => current);
  const texts = t().shell;
  switch (state.kind) {
    case 'none':
      return null;
    case 'byHand':
      return (
        <Banner icon="device" title={texts.installTitle} onDismiss={offer.decline}>
          {texts.installByHand}
        </Banner>
      );
    case 'offered':
      return (
        <Banner
          icon="device"
          title={texts.installTitle}
          onDismiss={offer.decline}
          action={
            <Button size="small" onClick={() => void offer.accept().catch(reportFailure)}>
              {texts.install}
            </Button>
          }
        >
          {texts.installText}
        </Banner>
      );
  }
}
