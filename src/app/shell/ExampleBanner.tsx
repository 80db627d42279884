// Marks the sample wherever one is in it, with the one tap that removes it.

import { Button } from '../../ui/actions/Button.tsx';
import { Banner } from '../../ui/feedback/Banner.tsx';
import { t } from '../../ui/i18n/firstTexts.ts';

export interface ExampleBannerProps {
  readonly onRemove: () => void;
  readonly isRemoving: boolean;
}

export function ExampleBanner({ onRemove, isRemoving }: ExampleBannerProps) {
  const texts = t().example;
  return (
    <Banner
      icon="eye"
      action={
        <Button size="small" icon="trash" busy={isRemoving} onClick={onRemove}>
          {texts.remove}
        </Button>
      }
    >
      <strong>{texts.title}</strong> {texts.banner}
    </Banner>
  );
}
