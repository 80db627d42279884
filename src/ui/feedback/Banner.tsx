// Something to know about the whole screen or the device, with what can be done about it. It stays until its cause
// is gone or it is dismissed.
import type { ComponentChildren } from 'preact';
import { IconButton } from '../actions/IconButton.tsx';
import { classNames } from '../classNames.ts';
import { t } from '../i18n/firstTexts.ts';
import { Icon } from '../icons/Icon.tsx';
import type { IconName } from '../icons/paths.ts';
import styles from './Banner.module.css';

type BannerTone = 'info' | 'forest' | 'amber' | 'brick';

export type BannerProps = {
  readonly tone?: BannerTone | undefined;
  readonly icon?: IconName | undefined;
  readonly title?: string | undefined;
  readonly children?: ComponentChildren | undefined;
  /** Usually one or two small buttons. */
  readonly action?: ComponentChildren | undefined;
  readonly onDismiss?: (() => void) | undefined;
};

const icons: Readonly<Record<BannerTone, IconName>> = {
  info: 'info',
  forest: 'check',
  amber: 'warning',
  brick: 'exclamation',
};

export const Banner = ({
  tone = 'info',
  icon = icons[tone],
  title,
  children,
  action,
  onDismiss,
}: BannerProps) => (
  <div class={classNames(styles['banner'], styles[tone])} role={tone === 'brick' ? 'alert' : 'status'}>
    <span class={styles['icon']}>
      <Icon name={icon} />
    </span>
    <div class={styles['text']}>
      {title !== undefined && <strong class={styles['title']}>{title}</strong>}
      {children}
    </div>
    {action !== undefined && <div class={styles['action']}>{action}</div>}
    {onDismiss !== undefined && <IconButton icon="close" label={t().common.close} onClick={onDismiss} />}
  </div>
);
