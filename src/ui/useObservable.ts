// Hook for anything with `subscribe`: a live query, for instance. What is observed is the caller's.

import { useEffect, useRef, useState } from 'preact/hooks';

export interface Observable<Value> {
  readonly subscribe: (observer: {
    readonly next: (value: Value) => void;
    readonly error: (cause: unknown) => void;
  }) => { readonly unsubscribe: () => void };
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
  useEffect(() => {
    if (!isFirst.current) setObserved(LOADING);
    isFirst.current = false;
    const subscription = make().subscribe({
      next: (value) => setObserved({ kind: 'ready', value }),
      error: (cause) => setObserved({ kind: 'failed', cause }),
    });
    return () => subscription.unsubscribe();
  }, inputs);
  return observed;
}
