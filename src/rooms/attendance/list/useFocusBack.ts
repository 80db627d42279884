// After signing, the button that opened the dialog is gone: the signature stands in its place. The focus then goes to the
// person's presence button, so that somebody at the keyboard goes on from there.

import type { RefObject } from 'preact';
import { useEffect } from 'preact/hooks';
import type { PersonId } from '../../../domain/ids.ts';

/** `id` is whose dialog is open, `undefined` when none is. */
export function useFocusBack(frame: RefObject<HTMLElement | null>, id: PersonId | undefined): void {
  useEffect(() => {
    const list = frame.current;
    if (id === undefined) return undefined;
    return () => {
      // The dialog gives the focus back first, where it can.
      requestAnimationFrame(() => {
        if (document.activeElement !== document.body) return;
        list?.querySelector<HTMLElement>(`[data-person="${id}"] button`)?.focus();
      });
    };
  }, [frame, id]);
}
