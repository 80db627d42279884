// The frame of one screen: title, what stands beside it, content. It names the browser tab and takes the focus to
// the title when the screen opens, so that keyboard and reader users start where the screen starts.
import type { ComponentChildren } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import { classNames } from '../classNames.ts';
import { Icon } from '../icons/Icon.tsx';
import styles from './Page.module.css';

export type PageProps = {
  readonly title: string;
  readonly subtitle?: ComponentChildren | undefined;
  /** Where the screen was reached from. */
  readonly back?: { readonly href: string; readonly label: string } | undefined;
  /** Buttons or chips beside the title. */
  readonly actions?: ComponentChildren | undefined;
  /** `text` keeps forms and reading at a comfortable line length; `full` is for tables. */
  readonly width?: 'text' | 'full' | undefined;
  readonly children: ComponentChildren;
};

const BRAND = 'Wspólnie';

export const Page = ({ title, subtitle, back, actions, width = 'full', children }: PageProps) => {
  const heading = useRef<HTMLHeadingElement>(null);
  const path = globalThis.location?.pathname;

  useEffect(() => {
    document.title = `${title} · ${BRAND}`;
  }, [title]);

  useEffect(() => {
    // An open dialog keeps the focus, and a field that asks for it goes before the title.
    if (document.querySelector('dialog[open]') !== null) return;
    const field = document.querySelector<HTMLElement>('main [autofocus]');
    (field ?? heading.current)?.focus({ preventScroll: true });
  }, [path]);

  return (
    <>
      {back !== undefined && (
        <div class={styles['backRow']}>
          <a class={styles['back']} href={back.href}>
            <Icon name="back" size={20} />
            <span class={styles['backLabel']}>{back.label}</span>
          </a>
        </div>
      )}
      <header class={classNames(styles['header'], back !== undefined && styles['below'])}>
        <div class={styles['titles']}>
          <h1 ref={heading} tabIndex={-1}>
            {title}
          </h1>
          {subtitle !== undefined && <p class={styles['subtitle']}>{subtitle}</p>}
        </div>
        {actions !== undefined && <div class={styles['actions']}>{actions}</div>}
      </header>
      <div class={width === 'text' ? styles['text'] : styles['full']}>{children}</div>
    </>
  );
};
