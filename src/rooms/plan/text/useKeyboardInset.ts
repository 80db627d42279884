// How much of the page's lower edge the on-screen keyboard covers. Where the browser makes the page smaller instead it is nothing.

import type { RefObject } from 'preact';
import { useEffect } from 'preact/hooks';

/** Keeps `--keyboard` of the element at the covered height. */
export function useKeyboardInset(element: RefObject<HTMLElement | null>): void {
  useEffect(() => {
    const viewport = window.visualViewport;
    // Not every engine has one, whatever the types say.
    if (!viewport) return undefined;
    const follow = (): void => {
      // A pinched page is moved about in the viewport too; that is no keyboard.
      const isPinched = viewport.scale > 1.05;
      const covered = isPinched ? 0 : window.innerHeight - viewport.height - viewport.offsetTop;
      element.current?.style.setProperty('--keyboard', `${Math.max(0, Math.round(covered))}px`);
    };
    const stop = new AbortController();
    viewport.addEventListener('resize', follow, { signal: stop.signal });
    viewport.addEventListener('scroll', follow, { signal: stop.signal });
    follow();
    return () => stop.abort();
  }, [element]);
}
