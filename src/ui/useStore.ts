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
 * show different states. A selector gives what is in the state: an object built anew would be drawn at every change.
 */
export const useStore = <S, T>(store: ReadableStore<S>, select: (state: S) => T): T => {
  const [, render] = useReducer((count: number) => count + 1, 0);
  const value = select(store.getState());
  const latest = useRef({ select, value });

  useLayoutEffect(() => {
    latest.current = { select, value };
  });

  useLayoutEffect(() => {
    const compare = () => {
      if (!Object.is(latest.current.value, latest.current.select(store.getState()))) render(undefined);
    };
    // The state may have moved between this component's render and its subscription.
    compare();
    return store.subscribe(compare);
  }, [store]);

  return value;
};
