// What stands for a screen while its code or its rows are on the way: the shape of a title and two cards, no words.
// It comes up only after a moment, so that a screen that is nearly there does not flicker.

import { t } from '../../ui/i18n/firstTexts.ts';
import styles from './ScreenSkeleton.module.css';

export function ScreenSkeleton() {
  return (
    <div class={styles['skeleton']} role="status" aria-label={t().common.loading}>
      <span class={styles['title']} />
      <span class={styles['card']} />
      <span class={styles['card']} />
    </div>
  );
}
