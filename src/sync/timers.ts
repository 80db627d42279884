// Waiting, as a port: the exchange is tested without waiting on real time.

export interface Timers {
  /** Calls `run` once after so many milliseconds; the returned function calls it off. */
  readonly after: (milliseconds: number, run: () => void) => () => void;
}

export const realTimers: Timers = {
  after: (milliseconds, run) => {
    const timer = setTimeout(run, milliseconds);
    return () => clearTimeout(timer);
  },
};

const FIRST_WAIT_MS = 1_000;
const LONGEST_WAIT_MS = 60_000;
/** Below this a retry is no wait but a storm. */
const SHORTEST_WAIT_MS = 200;

/**
 * Milliseconds to wait before attempt number `attempt` (from 0): full jitter under a bound that doubles from 1 s to 60 s,
 * so that a village of tablets does not come back in one instant. `random` is from [0, 1).
 */
export function backoff(attempt: number, random: number): number {
  const bound = Math.min(LONGEST_WAIT_MS, FIRST_WAIT_MS * 2 ** Math.min(attempt, 10));
  return Math.max(SHORTEST_WAIT_MS, Math.round(bound * random));
}
