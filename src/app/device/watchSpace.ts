// Whether this device is nearly full: looked at now and then, so that the person is warned before anything fails.

import { createStore, type StoreApi } from 'zustand/vanilla';
import { readSpace } from '../../storage/persistence.ts';

export interface SpaceWatch {
  readonly isNearlyFull: StoreApi<boolean>;
  /** Returns how to stop. */
  readonly start: (reportFailure: (failure: unknown) => void) => () => void;
}

/** A meeting's signatures are a few hundred kilobytes: space does not vanish faster than this. */
const LOOK_EVERY_MS = 5 * 60_000;

export function watchSpace(): SpaceWatch {
  const isNearlyFull = createStore<boolean>(() => false);
  const look = async (): Promise<void> => {
    isNearlyFull.setState((await readSpace())?.isNearlyFull ?? false, true);
  };
  return {
    isNearlyFull,
    start: (reportFailure) => {
      look().catch(reportFailure);
      const timer = setInterval(() => void look().catch(reportFailure), LOOK_EVERY_MS);
      return () => clearInterval(timer);
    },
  };
}
