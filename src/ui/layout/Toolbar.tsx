// A row of a search field, buttons and chips above a list; it wraps as whole controls.
import type { ComponentChildren } from 'preact';
import styles from './Toolbar.module.css';

export const Toolbar = ({ children }: { readonly children: ComponentChildren }) => (
  <div class={styles['toolbar']}>{children}</div>
);
