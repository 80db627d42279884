// Around the screens of an empty device: the brand and the content, no places to go to yet.

import type { ComponentChildren } from 'preact';
import { t } from '../../ui/i18n/firstTexts.ts';
import { Icon } from '../../ui/icons/Icon.tsx';
import styles from './BareFrame.module.css';

export interface BareFrameProps {
  readonly notices?: ComponentChildren | undefined;
  readonly children: ComponentChildren;
}

export function BareFrame({ notices, children }: BareFrameProps) {
  return (
    <main class={styles['frame']} id="content">
      <a class={styles['brand']} href="/">
        <Icon name="people" />
        {t().shell.brand}
      </a>
      {notices !== undefined && <div class={styles['notices']}>{notices}</div>}
      {children}
    </main>
  );
}
