// Calls back once, at a moment, while the screen that asked for it is there.

import { useEffect, useRef } from 'preact/hooks';
import type { Instant } from '../../../domain/time.ts';

/** `at` in milliseconds since 1970; a moment that is over already calls back at once. */
export function useAlarm(at: number, now: () => Instant, ring: () => void): void {
  const latest = useRef(ring);
  latest.current = ring;
  useEffect(() => {
    const timer = setTimeout(() => latest.current(), Math.max(0, at - now()));
    return () => clearTimeout(timer);
  }, [at, now]);
}
