// Cards side by side where there is room, below one another where there is not.
import type { ComponentChildren } from 'preact';
import styles from './Columns.module.css';

export type ColumnsProps = {
  /** `lead`: the first is wider than the others. */
  readonly weight?: 'even' | 'lead' | undefined;
  readonly children: ComponentChildren;
};

export const Columns = ({ weight = 'even', children }: ColumnsProps) => (
  <div class={styles['frame']}>
    <div class={weight === 'lead' ? styles['lead'] : styles['even']}>{children}</div>
  </div>
);

/** Several cards in one column. */
export const Column = ({ children }: { readonly children: ComponentChildren }) => (
  <div class={styles['column']}>{children}</div>
);
