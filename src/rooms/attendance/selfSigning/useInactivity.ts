// Notices that nobody has touched the screen or the keyboard for a while.

import { useEffect, useRef } from 'preact/hooks';

const SIGNS = ['pointerdown', 'pointermove', 'keydown', 'input'] as const;

/** Calls back once `after` milliseconds pass without a sign of life; `undefined` waits for nothing. */
export function useInactivity(after: number | undefined, onInactive: () => void): void {
  const latest = useRef(onInactive);
  latest.current = onInactive;
  useEffect(() => {
    if (after === undefined) return undefined;
    let timer = setTimeout(() => latest.current(), after);
    const restart = () => {
      clearTimeout(timer);
      timer = setTimeout(() => latest.current(), after);
    };
    for (const sign of SIGNS) document.addEventListener(sign, restart, { passive: true });
    return () => {
      clearTimeout(timer);
      for (const sign of SIGNS) document.removeEventListener(sign, restart);
    };
  }, [after]);
}
