// What a list shows while it has nothing: what will be here, and the first step.
import type { ComponentChildren } from 'preact';
import { Icon } from '../icons/Icon.tsx';
import type { IconName } from '../icons/paths.ts';
import styles from './EmptyState.module.css';

export type EmptyStateProps = {
  readonly icon: IconName;
  readonly title: string;
  readonly children?: ComponentChildren | undefined;
  readonly action?: ComponentChildren | undefined;
};

export const EmptyState = ({ icon, title, children, action }: EmptyStateProps) => (
  <div class={styles['empty']}>
    <span class={styles['disc']}>
      <Icon name={icon} size={32} />
    </span>
    <h2>{title}</h2>
    {children !== undefined && <p class={styles['text']}>{children}</p>}
    {action !== undefined && <div class={styles['action']}>{action}</div>}
  </div>
);
