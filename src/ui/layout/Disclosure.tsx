// Something that most people need not read, one tap away (native details).
import type { ComponentChildren } from 'preact';
import { Icon } from '../icons/Icon.tsx';
import styles from './Disclosure.module.css';

export type DisclosureProps = {
  readonly summary: ComponentChildren;
  readonly children: ComponentChildren;
  /** Whether it starts open. */
  readonly open?: boolean | undefined;
};

export const Disclosure = ({ summary, children, open }: DisclosureProps) => (
  <details class={styles['details']} open={open}>
    <summary class={styles['summary']}>
      <span class={styles['arrow']}>
        <Icon name="chevron" size={20} />
      </span>
      {summary}
    </summary>
    <div class={styles['content']}>{children}</div>
  </details>
);
