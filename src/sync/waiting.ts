// A wait that can be cut short: the pause between attempts ends when something suggests that the next one may succeed.

import type { Timers } from './timers.ts';

export interface Waiting {
  /** Resolves after so many milliseconds, or when woken; `Infinity` waits for a wake alone. */
  readonly wait: (milliseconds: number) => Promise<void>;
  /** Ends the wait; without one, the next is over at once, so that no wake is lost. */
  readonly wake: () => void;
}

export function createWaiting(timers: Timers): Waiting {
  let isWoken = false;
  let end: (() => void) | undefined;

  return {
    wait: (milliseconds) =>
      new Promise((resolve) => {
        if (isWoken) {
          isWoken = false;
          resolve();
          return;
        }
        let callOff: () => void = () => undefined;
        end = () => {
          end = undefined;
          callOff();
          resolve();
        };
        if (Number.isFinite(milliseconds)) callOff = timers.after(milliseconds, end);
      }),
    wake: () => {
      if (end === undefined) isWoken = true;
      else end();
    },
  };
}
