// A long list grows as somebody comes near its end: a phone draws the first rows at once, whatever their number.

import type { RefObject } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';

/** Rows that are drawn at first, and that come with each step: two screens of a tablet. */
const STEP = 40;
/** The next ones are drawn this far before they are seen. */
const AHEAD = '800px';

export interface ShownRows<Row> {
  readonly rows: readonly Row[];
  readonly left: number;
  readonly showMore: () => void;
  /** At the end of the list. */
  readonly end: RefObject<HTMLDivElement | null>;
}

export function useShownRows<Row>(all: readonly Row[]): ShownRows<Row> {
  const [most, setMost] = useState(STEP);
  const end = useRef<HTMLDivElement>(null);
  const hasMore = all.length > most;
  useEffect(() => {
    const mark = end.current;
    if (mark === null || !hasMore) return undefined;
    const observer = new IntersectionObserver(
      (entries) => {
        if (entries.some(({ isIntersecting }) => isIntersecting)) setMost((now) => now + STEP);
      },
      { rootMargin: AHEAD },
    );
    observer.observe(mark);
    return () => observer.disconnect();
    // A mark that is still in sight after a step has to be seen anew.
  }, [hasMore, most]);
  return {
    rows: hasMore ? all.slice(0, most) : all,
    left: Math.max(0, all.length - most),
    showMore: () => setMost((now) => now + STEP),
    end,
  };
}
