// Where toasts appear: above the bottom bar or at the top (keepClear.ts), spoken politely. A toast waits while it is pointed at or focused, and
// while the page is in the background. The app renders one Toaster.
import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks';
import { IconButton } from '../actions/IconButton.tsx';
import { classNames } from '../classNames.ts';
import { t } from '../i18n/firstTexts.ts';
import { Icon } from '../icons/Icon.tsx';
import { useStore } from '../useStore.ts';
import { keepClearOfPresses } from './keepClear.ts';
import { hideToast, toasts } from './toasts.ts';
import type { ShownToast } from './toasts.ts';
import styles from './Toaster.module.css';

// Long enough to read twice; with an action, long enough to decide (WCAG 2.2.1 is met by pausing).
const PLAIN_MS = 6_000;
const ACTION_MS = 12_000;

const Toast = ({ toast }: { readonly toast: ShownToast }) => {
  const [held, setHeld] = useState(false);
  const { id, text, action, tone } = toast;
  const time = action === undefined ? PLAIN_MS : ACTION_MS;

  useEffect(() => {
    if (held) return undefined;
    const timer = setInterval(() => {
      if (document.visibilityState === 'visible') hideToast(id);
    }, time);
    return () => clearInterval(timer);
  }, [held, id, time]);

  return (
    <div
      class={classNames(styles['toast'], tone === 'problem' && styles['problem'])}
      onPointerEnter={() => setHeld(true)}
      onPointerLeave={() => setHeld(false)}
      onFocusIn={() => setHeld(true)}
      onFocusOut={() => setHeld(false)}
    >
      {tone === 'problem' && <Icon name="exclamation" />}
      <span class={styles['text']}>{text}</span>
      {action !== undefined && (
        <button
          type="button"
          class={styles['action']}
          onClick={() => {
            hideToast(id);
            action.run();
          }}
        >
          {action.label}
        </button>
      )}
      <IconButton icon="close" label={t().common.close} onClick={() => hideToast(id)} />
    </div>
  );
};

export const Toaster = () => {
  const shown = useStore(toasts, (state) => state.shown);
  const region = useRef<HTMLDivElement>(null);
  const place = useRef<() => void>(() => undefined);
  useLayoutEffect(() => {
    if (region.current === null) return undefined;
    const placing = keepClearOfPresses(region.current);
    place.current = placing.place;
    return placing.dispose;
  }, []);
  const latest = shown.at(-1)?.id;
  // Before it is painted; with each new toast anew.
  useLayoutEffect(() => place.current(), [latest]);
  return (
    <div ref={region} class={styles['region']} role="status" aria-live="polite" aria-relevant="additions">
      {shown.map((toast) => (
        <Toast key={toast.id} toast={toast} />
      ))}
    </div>
  );
};
