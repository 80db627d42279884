// Rows with hairlines between them, for the inside of a card: something at the start, text, something at the end.
import type { ComponentChildren } from 'preact';
import { Icon } from '../icons/Icon.tsx';
import styles from './List.module.css';

export type ListProps = { readonly label?: string | undefined; readonly children: ComponentChildren };

export const List = ({ label, children }: ListProps) => (
  <ul class={styles['list']} aria-label={label} role="list">
    {children}
  </ul>
);

export type ListRowProps = {
  /** An avatar or an icon. */
  readonly start?: ComponentChildren | undefined;
  readonly title: ComponentChildren;
  readonly detail?: ComponentChildren | undefined;
  /** A chip, a tick, buttons. */
  readonly end?: ComponentChildren | undefined;
  /** The whole row leads there; then `end` must hold nothing that can be pressed. */
  readonly href?: string | undefined;
};

export const ListRow = ({ start, title, detail, end, href }: ListRowProps) => {
  const content = (
    <>
      {start !== undefined && <span class={styles['start']}>{start}</span>}
      <span class={styles['middle']}>
        <span class={styles['text']}>
          <span class={styles['title']}>{title}</span>
          {detail !== undefined && <span class={styles['detail']}>{detail}</span>}
        </span>
        {end !== undefined && <span class={styles['end']}>{end}</span>}
      </span>
      {href !== undefined && (
        <span class={styles['arrow']}>
          <Icon name="chevron" size={20} />
        </span>
      )}
    </>
  );
  return (
    <li class={styles['item']}>
      {href === undefined ? (
        <div class={styles['row']}>{content}</div>
      ) : (
        <a class={styles['row']} href={href}>
          {content}
        </a>
      )}
    </li>
  );
};
