// Presence at a document as a screen holds it from its first moment: the code that sends comes later, and is then told what was
// set meanwhile.

import type { HeldPresence } from '../../rooms/plan/presence/usePresence.ts';
import type { AwarenessHandle } from '../../sync/awareness.ts';

/** No session: sessions are counted from 0. */
const NOBODY = -1;

export function latePresence(
  fetchHandle: () => Promise<AwarenessHandle>,
  reportFailure: (failure: unknown) => void,
): HeldPresence {
  const listeners = new Set<() => void>();
  let handle: AwarenessHandle | undefined;
  let state: Readonly<Record<string, unknown>> | null = null;
  let isReleased = false;

  fetchHandle().then((fetched) => {
    if (isReleased) {
      fetched.release();
      return;
    }
    handle = fetched;
    fetched.subscribe(() => {
      for (const listener of listeners) listener();
    });
    fetched.set(state);
    for (const listener of listeners) listener();
  }, reportFailure);

  return {
    get clientId() {
      return handle?.awareness.clientID ?? NOBODY;
    },
    states: () => handle?.states() ?? new Map(),
    set: (next) => {
      state = next;
      handle?.set(next);
    },
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    release: () => {
      isReleased = true;
      listeners.clear();
      handle?.release();
    },
  };
}
