// Keeps what went wrong since the app was opened, for the details that a person can copy. Telling them is left to the shell.

import { createStore, type StoreApi } from 'zustand/vanilla';
import { asInstant, type Instant } from '../../domain/time.ts';

export interface FailureEntry {
  readonly at: Instant;
  readonly failure: unknown;
}

export interface FailureLog {
  /** Latest last. */
  readonly entries: StoreApi<readonly FailureEntry[]>;
  /** For promises that nobody awaits, and for whatever reaches the window uncaught. */
  readonly report: (failure: unknown) => void;
}

/** Enough to see what led to what; more would only grow. */
const KEPT = 50;

export function createFailureLog(now: () => number): FailureLog {
  const entries = createStore<readonly FailureEntry[]>(() => []);
  return {
    entries,
    report: (failure) => {
      entries.setState((kept) => [...kept, { at: asInstant(now()), failure }].slice(-KEPT), true);
      console.error(failure);
    },
  };
}

/** Hands everything that reaches the window uncaught to the log. Returns how to stop. */
export function catchUncaught(target: Window, report: (failure: unknown) => void): () => void {
  const onError = (event: ErrorEvent): void => {
    // A browser's note that it will measure again in the next frame: nothing has failed.
    if (event.message.startsWith('ResizeObserver loop')) return;
    report(event.error ?? event.message);
  };
  const onRejection = (event: PromiseRejectionEvent): void => report(event.reason);
  target.addEventListener('error', onError);
  target.addEventListener('unhandledrejection', onRejection);
  return () => {
    target.removeEventListener('error', onError);
    target.removeEventListener('unhandledrejection', onRejection);
  };
}
