// What stands around every screen: brand and places (a side rail on tablets and desktops, a bar at the bottom on
// phones), the sync status, the way past them for the keyboard. It knows no room: places and status are handed in.
import type { ComponentChildren } from 'preact';
import { Icon } from '../icons/Icon.tsx';
import type { IconName } from '../icons/paths.ts';
import { t } from '../i18n/firstTexts.ts';
import styles from './Shell.module.css';

export type ShellItem = {
  readonly href: string;
  readonly label: string;
  readonly icon: IconName;
  readonly current: boolean;
  /** A count to notice; it is spoken after the label. */
  readonly badge?: number | undefined;
};

export type ShellProps = {
  readonly items: readonly ShellItem[];
  /** The library's name, or whoever works here. */
  readonly owner?: ComponentChildren | undefined;
  /** The sync chip. */
  readonly status?: ComponentChildren | undefined;
  /** Above the content: banners about the device or an update. */
  readonly notices?: ComponentChildren | undefined;
  readonly homeHref?: string | undefined;
  readonly children: ComponentChildren;
};

export const Shell = ({ items, owner, status, notices, homeHref = '/', children }: ShellProps) => (
  <div class={styles['shell']}>
    <a class={styles['skip']} href="#content">
      {t().shell.skipToContent}
    </a>
    <header class={styles['rail']}>
      <a class={styles['brand']} href={homeHref}>
        <Icon name="people" />
        {t().shell.brand}
      </a>
      <nav class={styles['places']} aria-label={t().shell.places}>
        {items.map((item) => (
          <a
            key={item.href}
            class={styles['place']}
            href={item.href}
            aria-current={item.current ? 'page' : undefined}
          >
            <Icon name={item.icon} />
            <span class={styles['label']}>{item.label}</span>
            {item.badge !== undefined && item.badge > 0 && <span class={styles['badge']}>{item.badge}</span>}
          </a>
        ))}
      </nav>
      {owner !== undefined && <div class={styles['owner']}>{owner}</div>}
    </header>
    <div class={styles['body']}>
      {status !== undefined && (
        <div class={styles['status']} role="region" aria-label={t().shell.sync}>
          {status}
        </div>
      )}
      <main class={styles['main']} id="content" tabIndex={-1}>
        {notices !== undefined && <div class={styles['notices']}>{notices}</div>}
        {children}
      </main>
    </div>
  </div>
);
