// Short messages that come and go: what was done, with the way to undo it. Toaster.tsx shows them.
import { createStore } from 'zustand/vanilla';

export type Toast = {
  readonly text: string;
  readonly action?: { readonly label: string; readonly run: () => void } | undefined;
  readonly tone?: 'plain' | 'problem' | undefined;
};

export type ShownToast = Toast & { readonly id: number };

export const toasts = createStore<{ readonly shown: readonly ShownToast[] }>(() => ({ shown: [] }));

let last = 0;

// More than three would cover the work.
const MOST = 3;

/** Shows it; returns the way to take it back before its time is over. */
export const showToast = (toast: Toast): (() => void) => {
  last += 1;
  const id = last;
  toasts.setState(({ shown }) => ({ shown: [...shown, { ...toast, id }].slice(-MOST) }));
  return () => hideToast(id);
};

export const hideToast = (id: number): void => {
  toasts.setState(({ shown }) => ({ shown: shown.filter((toast) => toast.id !== id) }));
};
