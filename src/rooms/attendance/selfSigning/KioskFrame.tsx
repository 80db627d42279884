// The frame of the tablet that is passed round: which meeting, the way out at the top, one thing in the middle. A new screen
// begins at its heading, or in the field that asks for it, for keyboard and reader users.

import type { ComponentChildren } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import styles from './KioskFrame.module.css';

export interface KioskFrameProps {
  /** "Spotkanie 2 · Świetlica wiejska" */
  readonly line: string;
  /** The way out. */
  readonly exit?: ComponentChildren;
  readonly title?: string;
  readonly subtitle?: string;
  /** In the middle of the screen, for screens with one button. */
  readonly isCentred?: boolean;
  readonly children: ComponentChildren;
}

export function KioskFrame({ line, exit, title, subtitle, isCentred = false, children }: KioskFrameProps) {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    document.title = line;
  }, [line]);
  useEffect(() => {
    if (document.querySelector('dialog[open]') !== null) return;
    // Browsers heed `autofocus` once a page: from the second field on it is up to us.
    const field = document.querySelector<HTMLElement>('main [autofocus]');
    (field ?? heading.current)?.focus();
  }, [title]);
  return (
    <div class={styles['frame']}>
      <header class={styles['header']}>
        <strong class={styles['line']}>{line}</strong>
        {exit}
      </header>
      <main class={isCentred ? styles['centred'] : styles['main']}>
        {title !== undefined && (
          <h1 ref={heading} tabIndex={-1}>
            {title}
          </h1>
        )}
        {subtitle !== undefined && subtitle !== '' && <p class={styles['subtitle']}>{subtitle}</p>}
        {children}
      </main>
    </div>
  );
}
