// Text for screen readers only.
import type { ComponentChildren } from 'preact';
import styles from './VisuallyHidden.module.css';

export const VisuallyHidden = ({ children }: { readonly children: ComponentChildren }) => (
  <span class={styles['hidden']}>{children}</span>
);
