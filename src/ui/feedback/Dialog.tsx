// A window above the screen, on phones a sheet from below: a native modal dialog. Esc and the cross call `onClose`;
// the focus goes in when it opens and back when it closes. Its content exists only while it is open.
import type { ComponentChildren } from 'preact';
import { useId, useLayoutEffect, useRef } from 'preact/hooks';
import { IconButton } from '../actions/IconButton.tsx';
import { classNames } from '../classNames.ts';
import { t } from '../i18n/firstTexts.ts';
import styles from './Dialog.module.css';

export type DialogProps = {
  readonly open: boolean;
  readonly title: string;
  /** Esc, the cross; the caller then sets `open` to false. */
  readonly onClose: () => void;
  /** Buttons at the end, the primary one first. */
  readonly actions?: ComponentChildren | undefined;
  readonly width?: 'normal' | 'wide' | undefined;
  readonly children?: ComponentChildren | undefined;
};

const OpenDialog = ({ title, onClose, actions, width = 'normal', children }: DialogProps) => {
  const id = useId();
  const dialog = useRef<HTMLDialogElement>(null);
  const leaving = useRef(false);

  useLayoutEffect(() => {
    const element = dialog.current;
    if (element === null) return undefined;
    element.showModal();
    const wanted =
      element.querySelector<HTMLElement>('[autofocus]') ?? element.querySelector<HTMLElement>('h2');
    wanted?.focus();
    // Closing before it leaves the page is what gives the focus back to where it was.
    return () => {
      leaving.current = true;
      element.close();
    };
  }, []);

  return (
    <dialog
      ref={dialog}
      class={classNames(styles['dialog'], styles[width])}
      aria-labelledby={id}
      onCancel={(event) => {
        // A file chooser inside that is cancelled sends this event too.
        if (event.target !== event.currentTarget) return;
        event.preventDefault();
        onClose();
      }}
      onKeyDown={(event) => {
        if (event.key !== 'Escape' || event.defaultPrevented) return;
        // A menu that is open inside closes first.
        if (event.currentTarget.querySelector(':popover-open') !== null) return;
        event.preventDefault();
        onClose();
      }}
      onClose={() => {
        // A browser may close it whatever `cancel` said (a second back gesture); the caller must know.
        if (!leaving.current) onClose();
      }}
    >
      <div class={styles['frame']}>
        <header class={styles['head']}>
          <h2 id={id} tabIndex={-1}>
            {title}
          </h2>
          <IconButton icon="close" label={t().common.close} onClick={onClose} />
        </header>
        <div class={styles['content']}>{children}</div>
        {actions !== undefined && <footer class={styles['actions']}>{actions}</footer>}
      </div>
    </dialog>
  );
};

export const Dialog = (props: DialogProps) => (props.open ? <OpenDialog {...props} /> : null);
