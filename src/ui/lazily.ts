// Code that a screen needs only after it stands: fetched once, at once at hand from then on. Whole screens are the app's.

import { useEffect, useState } from 'preact/hooks';

export interface Lazy<Part> {
  /** What was fetched; `undefined` until then. */
  readonly here: () => Part | undefined;
  /** A fetch that failed is tried anew with the next call. */
  readonly load: () => Promise<Part>;
}

export function lazily<Part>(fetchPart: () => Promise<Part>): Lazy<Part> {
  let here: Part | undefined;
  return {
    here: () => here,
    load: async () => {
      here ??= await fetchPart();
      return here;
    },
  };
}

/** The part once it is there. It is fetched when the screen is drawn, and again when it is asked for and did not come. */
export function useLazy<Part>(
  lazy: Lazy<Part>,
  isAskedFor: boolean,
  reportFailure: (failure: unknown) => void,
): Part | undefined {
  const [, setHere] = useState(lazy.here() !== undefined);
  useEffect(() => {
    lazy.load().then(() => setHere(true), reportFailure);
  }, [lazy, isAskedFor, reportFailure]);
  return lazy.here();
}
