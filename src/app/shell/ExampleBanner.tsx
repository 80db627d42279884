// Marks the sample wherever one is in it: one slim line, with the one tap that removes it.

import { Button } from '../../ui/actions/Button.tsx';
import { t } from '../../ui/i18n/firstTexts.ts';
import styles from './ExampleBanner.module.css';

export interface ExampleBannerProps {
  readonly onRemove: () => void;
  readonly isRemoving: boolean;
}

export function ExampleBanner({ onRemove, isRemoving }: ExampleBannerProps) {
  const texts = t().example;
  return (
    <div class={styles['strip']} role="note">
      <p>
        <strong>{texts.title}</strong> <span class={styles['more']}>{texts.banner}</span>
      </p>
      <Button size="small" icon="trash" busy={isRemoving} onClick={onRemove}>
        {texts.remove}
      </Button>
    </div>
  );
}
