// Where the script of the background visit leaves what it does, and the worker finds it: two classic scripts share nothing
// but the global scope.

import type { SendResult } from '../sync/visit.ts';

export type BackgroundVisit = () => Promise<SendResult>;

const SLOT = '__wspolnieVisit';

export function provideVisit(visit: BackgroundVisit): void {
  Reflect.set(globalThis, SLOT, visit);
}

/** `undefined` until the script has run. */
export function providedVisit(): BackgroundVisit | undefined {
  const visit: unknown = Reflect.get(globalThis, SLOT);
  return isVisit(visit) ? visit : undefined;
}

function isVisit(value: unknown): value is BackgroundVisit {
  return typeof value === 'function';
}
