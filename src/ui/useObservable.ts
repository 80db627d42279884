// Hook for anything with `subscribe`: a live query, for instance. What is observed is the caller's.

import { useLayoutEffect, useRef, useState } from 'preact/hooks';

export interface Observable<Value> {
  readonly subscribe: (observer: {
    readonly next: (value: Value) => void;
    readonly error: (cause: unknown) => void;
  }) => Subscription;
}

interface Subscription {
  readonly unsubscribe: () => void;
}

export type Observed<Value> =
  | { readonly kind: 'loading' }
  | { readonly kind: 'ready'; readonly value: Value }
  | { readonly kind: 'failed'; readonly cause: unknown };

const LOADING = { kind: 'loading' } as const;

/**
 * The latest value of an observable, made anew when one of `inputs` changes. The last value stays while a new observable
 * of the same inputs is silent; with new inputs it is `loading` again. `initial` is a value already known at the start.
 */
export function useObservable<Value>(
  make: () => Observable<Value>,
  inputs: readonly unknown[],
  initial?: Value,
): Observed<Value> {
  const [observed, setObserved] = useState<Observed<Value>>(() =>
    initial === undefined ? LOADING : { kind: 'ready', value: initial },
  );
  const isFirst = useRef(true);
  // Asked before the screen is painted, so that reading and painting go side by side; but what is known can wait.
  useLayoutEffect(() => {
    if (!isFirst.current) setObserved(LOADING);
    const observe = () =>
      make().subscribe({
        next: (value) => setObserved({ kind: 'ready', value }),
        error: (cause) => setObserved({ kind: 'failed', cause }),
      });
    const stop = isFirst.current && initial !== undefined ? afterPaint(observe) : observe();
    isFirst.current = false;
    return () => stop.unsubscribe();
  }, inputs);
  return observed;
}

function afterPaint(observe: () => Subscription): Subscription {
  let subscription: Subscription | undefined;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const frame = requestAnimationFrame(() => {
    timer = setTimeout(() => (subscription = observe()));
  });
  return {
    unsubscribe: () => {
      cancelAnimationFrame(frame);
      clearTimeout(timer);
      subscription?.unsubscribe();
    },
  };
}
