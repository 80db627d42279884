// New versions of the app: noticed in the background, switched on only when the person agrees, never under unsaved work.
// The worker that waits keeps its files apart until then, so an open tab never misses a part of its own version.

import { createStore, type StoreApi } from 'zustand/vanilla';
import type { Workbox } from 'workbox-window';

type UpdateState =
  | { readonly kind: 'none' }
  /** A new version is here and waits. */
  | { readonly kind: 'ready' }
  /** It is asked for, but something on the screen is not saved yet. */
  | { readonly kind: 'heldBack' }
  | { readonly kind: 'switching' }
  /** Another tab has switched: this one still runs the old version and is to be opened anew. */
  | { readonly kind: 'outdated' };

export type UpdateCheck = 'newVersion' | 'upToDate' | 'unreachable';

export interface Updates {
  readonly state: StoreApi<UpdateState>;
  /** Switches to the version that waits and opens the app anew. Does nothing but say so while something is unsaved. */
  readonly apply: () => Promise<void>;
  readonly check: () => Promise<UpdateCheck>;
  /** Another tab runs a newer version, which this one cannot work beside. */
  readonly markOutdated: () => void;
  /** Registers the worker; once, after the first drawing. */
  readonly start: () => Promise<void>;
}

export interface UpdateOptions {
  /** Whether nothing would be lost by opening the app anew. */
  readonly isSafe: () => Promise<boolean>;
  readonly reload: () => void;
  readonly reportFailure: (failure: unknown) => void;
}

const WORKER = '/serviceWorker.js';
/** While the app stays open: once in this time, and whenever it comes back to the front. */
const CHECK_EVERY_MS = 60 * 60_000;
/** A page that was opened this long ago has been worked with: it is not opened anew by itself any more. */
const COLD_START_MS = 4_000;

export function createUpdates(options: UpdateOptions): Updates {
  const state = createStore<UpdateState>(() => ({ kind: 'none' }));
  let workbox: Workbox | undefined;
  let registration: ServiceWorkerRegistration | undefined;

  const apply = async (): Promise<void> => {
    const isOutdated = state.getState().kind === 'outdated';
    if (!(await options.isSafe())) {
      if (!isOutdated) state.setState({ kind: 'heldBack' }, true);
      return;
    }
    if (isOutdated || workbox === undefined) {
      options.reload();
      return;
    }
    state.setState({ kind: 'switching' }, true);
    workbox.messageSkipWaiting();
  };

  const onWaiting = async (wasWaitingBefore: boolean): Promise<void> => {
    state.setState({ kind: 'ready' }, true);
    // Left waiting by the last visit, and nothing is begun yet: this is the moment at which nobody is disturbed.
    if (wasWaitingBefore && performance.now() < COLD_START_MS && (await isOnlyTab())) await apply();
  };

  return {
    state,
    apply,
    markOutdated: () => state.setState({ kind: 'outdated' }, true),
    check: async () => {
      if (registration === undefined) return 'unreachable';
      try {
        await registration.update();
      } catch {
        return 'unreachable';
      }
      const isNew = registration.installing !== null || registration.waiting !== null;
      return isNew ? 'newVersion' : 'upToDate';
    },
    start: async () => {
      if (!('serviceWorker' in navigator)) return;
      const { Workbox: WorkboxWindow } = await import('workbox-window');
      workbox = new WorkboxWindow(WORKER);
      workbox.addEventListener('waiting', (event) => {
        onWaiting(event.wasWaitingBeforeRegister === true).catch(options.reportFailure);
      });
      workbox.addEventListener('controlling', (event) => {
        // The very first worker takes the page over too: that is no update.
        if (event.isUpdate !== true) return;
        if (state.getState().kind === 'switching') options.reload();
        else state.setState({ kind: 'outdated' }, true);
      });
      registration = await workbox.register();
      const look = (): void => {
        // Without internet there is nothing to find; the next look will.
        if (document.visibilityState === 'visible') void registration?.update().catch(() => undefined);
      };
      document.addEventListener('visibilitychange', look);
      setInterval(look, CHECK_EVERY_MS);
    },
  };
}

const TAB_LOCK = 'wspolnie-tab';

/** Holds a lock for as long as this tab lives, so that the others can be counted. */
export function markTab(): void {
  if (!('locks' in navigator)) return;
  // It ends with the tab.
  void navigator.locks.request(TAB_LOCK, { mode: 'shared' }, () => new Promise<never>(() => undefined));
}

async function isOnlyTab(): Promise<boolean> {
  if (!('locks' in navigator)) return false;
  const { held } = await navigator.locks.query();
  return (held ?? []).filter((lock) => lock.name === TAB_LOCK).length === 1;
}
