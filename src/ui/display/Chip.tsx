// A short status word with its colour and, where it helps, an icon. Its label never wraps. With `href` it is a link
// with a full touch area (the sync chip).
import type { ComponentChildren } from 'preact';
import { classNames } from '../classNames.ts';
import { Icon } from '../icons/Icon.tsx';
import type { IconName } from '../icons/paths.ts';
import styles from './Chip.module.css';

export type Tone = 'neutral' | 'forest' | 'amber' | 'brick' | 'sky';

export type ChipProps = {
  readonly children: ComponentChildren;
  readonly tone?: Tone | undefined;
  readonly icon?: IconName | undefined;
  readonly href?: string | undefined;
  /** For rows of a table. */
  readonly small?: boolean | undefined;
};

export const Chip = ({ children, tone = 'neutral', icon, href, small = false }: ChipProps) => {
  const look = classNames(
    styles['chip'],
    styles[tone],
    small && styles['small'],
    href !== undefined && styles['link'],
  );
  const content = (
    <>
      {icon !== undefined && <Icon name={icon} size={18} />}
      <span class={styles['label']}>{children}</span>
    </>
  );
  return href === undefined ? (
    <span class={look}>{content}</span>
  ) : (
    <a class={look} href={href}>
      {content}
    </a>
  );
};
