// A link in text or in a list. The app follows links within itself without loading the page anew.
import type { ComponentChildren } from 'preact';
import { Icon } from '../icons/Icon.tsx';
import type { IconName } from '../icons/paths.ts';
import styles from './Link.module.css';

export type LinkProps = {
  readonly href: string;
  readonly children: ComponentChildren;
  readonly icon?: IconName | undefined;
  /** Leads out of the app: opens beside it and tells the other side nothing. */
  readonly external?: boolean | undefined;
  readonly current?: boolean | undefined;
};

export const Link = ({ href, children, icon, external = false, current = false }: LinkProps) => (
  <a
    class={icon === undefined ? undefined : styles['withIcon']}
    href={href}
    aria-current={current ? 'page' : undefined}
    {...(external ? { target: '_blank', rel: 'noreferrer noopener' } : {})}
  >
    {icon !== undefined && <Icon name={icon} size={20} />}
    {children}
  </a>
);
