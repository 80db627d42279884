// Whether this browser offers to install the app, and taking the offer up. Showing the hint is the shell's.

import { createStore, type StoreApi } from 'zustand/vanilla';

type InstallState =
  | { readonly kind: 'none' }
  /** The browser installs by itself when asked. */
  | { readonly kind: 'offered' }
  /** iPhone and iPad: only the person can, by the share menu. */
  | { readonly kind: 'byHand' };

export interface InstallOffer {
  readonly state: StoreApi<InstallState>;
  /** Shows the browser's own question. Call it from a tap. */
  readonly accept: () => Promise<void>;
  /** "Nie teraz": not shown again on this device. */
  readonly decline: () => void;
}

/** What Chromium sends; it is in no standard yet. */
interface PromptEvent extends Event {
  readonly prompt: () => Promise<unknown>;
}

const DECLINED = 'wspolnie.installDeclined';

/** Must run before the browser's event, so early in the start. */
export function watchInstallOffer(window: Window): InstallOffer {
  const state = createStore<InstallState>(() => ({ kind: 'none' }));
  let kept: PromptEvent | undefined;

  window.addEventListener('beforeinstallprompt', (event) => {
    if (!isPrompt(event)) return;
    event.preventDefault();
    kept = event;
    if (!isDeclined(window)) state.setState({ kind: 'offered' }, true);
  });
  window.addEventListener('appinstalled', () => state.setState({ kind: 'none' }, true));
  if (isIosBrowser(window) && !isDeclined(window)) state.setState({ kind: 'byHand' }, true);

  return {
    state,
    accept: async () => {
      const prompt = kept;
      kept = undefined;
      state.setState({ kind: 'none' }, true);
      await prompt?.prompt();
    },
    decline: () => {
      state.setState({ kind: 'none' }, true);
      try {
        window.localStorage.setItem(DECLINED, '1');
      } catch {
        // A browser that keeps nothing asks again next time.
      }
    },
  };
}

function isPrompt(event: Event): event is PromptEvent {
  return 'prompt' in event && typeof event.prompt === 'function';
}

function isDeclined(window: Window): boolean {
  try {
    return window.localStorage.getItem(DECLINED) !== null;
  } catch {
    return false;
  }
}

function isIosBrowser(window: Window): boolean {
  const { navigator } = window;
  const isStandalone = 'standalone' in navigator && navigator.standalone === true;
  // An iPad calls itself a Mac; only it has fingers.
  const isIos =
    /iPhone|iPad|iPod/.test(navigator.userAgent) ||
    (navigator.userAgent.includes('Macintosh') && navigator.maxTouchPoints > 1);
  return isIos && !isStandalone;
}
