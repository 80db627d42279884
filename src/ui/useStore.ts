// Reads a zustand vanilla store from Preact: the component renders again when what it selected has changed.
// It leaves zustand's React entry (9 KB) out. Writing is done on the store itself.
import { useLayoutEffect, useReducer, useRef } from 'preact/hooks';

/** What is needed of a zustand vanilla store. */
export type ReadableStore<S> = {
  readonly getState: () => S;
  readonly subscribe: (listener: (state: S) => void) => () => void;
};

/**
 * The selected part of the store's state. The value is read at every render, so two components of one render never
 * show different states. With `isEqual` (such as `shallowEqual`) a selector may build a new object each time.
 */
export const useStore = <S, T>(
  store: ReadableStore<S>,
  select: (state: S) => T,
  isEqual: (a: T, b: T) => boolean = Object.is,
): T => {
  const [, render] = useReducer((count: number) => count + 1, 0);
  const shown = useRef<{ value: T } | undefined>(undefined);
  const latest = useRef({ select, isEqual });

  const fresh = select(store.getState());
  const value =
    shown.current !== undefined && isEqual(shown.current.value, fresh) ? shown.current.value : fresh;

  useLayoutEffect(() => {
    shown.current = { value };
    latest.current = { select, isEqual };
  });

  useLayoutEffect(() => {
    const compare = () => {
      const next = latest.current.select(store.getState());
      if (shown.current === undefined || !latest.current.isEqual(shown.current.value, next))
        render(undefined);
    };
    // The state may have moved between this component's render and its subscription.
    compare();
    return store.subscribe(compare);
  }, [store]);

  return value;
};

/** Equal when both have the same own keys with identical values (one level deep); arrays and plain objects. */
export const shallowEqual = <T>(a: T, b: T): boolean => {
  if (Object.is(a, b)) return true;
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return false;
  const left = Object.entries(a);
  const right = new Map(Object.entries(b));
  return (
    left.length === right.size &&
    left.every(([key, value]) => right.has(key) && Object.is(right.get(key), value))
  );
};
