// A long list is on the screen with its first rows at once; the others are added a handful a frame, so that opening 300 people
// or clearing a search never holds up what is typed or tapped.

import { useEffect, useState } from 'preact/hooks';

/** More than a tablet shows at once. */
const FIRST = 16;
const STEP = 48;

/** How many of `count` rows to draw now; grows by itself. */
export function useGrowing(count: number): number {
  const [limit, setLimit] = useState(FIRST);

  useEffect(() => {
    if (count < limit) {
      if (limit > FIRST) setLimit(Math.max(count, FIRST));
      return undefined;
    }
    if (count === limit) return undefined;
    // A timer after the frame: what is drawn already is painted first.
    let timer: ReturnType<typeof setTimeout> | undefined;
    const frame = requestAnimationFrame(() => {
      timer = setTimeout(() => setLimit((drawn) => Math.min(drawn + STEP, count)));
    });
    return () => {
      cancelAnimationFrame(frame);
      clearTimeout(timer);
    };
  }, [count, limit]);

  return Math.min(count, limit);
}
