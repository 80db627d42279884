// A raised surface that holds one thing. With a title it is a named section, with `aside` beside the title.
import type { ComponentChildren } from 'preact';
import { useId } from 'preact/hooks';
import { classNames } from '../classNames.ts';
import styles from './Card.module.css';

export type CardProps = {
  readonly title?: ComponentChildren | undefined;
  /** Beside the title: a count, a chip, a small button. */
  readonly aside?: ComponentChildren | undefined;
  /** No inner space: for tables and lists that reach the edges. */
  readonly flush?: boolean | undefined;
  /** At the lower edge, below a line, however high the card beside it is. */
  readonly footer?: ComponentChildren | undefined;
  readonly tone?: 'plain' | 'sunken' | 'forest' | 'amber' | undefined;
  readonly children?: ComponentChildren | undefined;
};

export const Card = ({ title, aside, flush = false, footer, tone = 'plain', children }: CardProps) => {
  const id = useId();
  const look = classNames(styles['card'], flush && styles['flush'], tone !== 'plain' && styles[tone]);
  const end = footer !== undefined && <div class={styles['footer']}>{footer}</div>;
  if (title === undefined) {
    return (
      <div class={look}>
        {children}
        {end}
      </div>
    );
  }
  return (
    <section class={look} aria-labelledby={id}>
      <div class={styles['head']}>
        <h2 id={id}>{title}</h2>
        {aside !== undefined && <div class={styles['aside']}>{aside}</div>}
      </div>
      {children}
      {end}
    </section>
  );
};
