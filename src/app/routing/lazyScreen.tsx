// A screen whose code comes when it is first opened: a quiet skeleton meanwhile, and a plain explanation when the code
// does not come (no internet at the very first visit, or the server has a newer version).

import type { ComponentType } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { ScreenMissing } from './ScreenMissing.tsx';
import { ScreenSkeleton } from './ScreenSkeleton.tsx';

type Fetched<Props> =
  | { readonly kind: 'waiting' }
  | { readonly kind: 'here'; readonly Screen: ComponentType<Props> }
  | { readonly kind: 'missing' };

export interface LazyScreen<Props> {
  readonly Screen: ComponentType<Props>;
  /** Fetches the code ahead of time; a failure shows when the screen is opened. */
  readonly preload: () => Promise<void>;
}

export interface LazyScreenOptions {
  /** Gets the reason when the code does not come. */
  readonly report: (failure: unknown) => void;
  /** Opens the app anew, in the version that the server has now. */
  readonly reopen: () => void;
}

export function lazyScreen<Props extends object>(
  load: () => Promise<ComponentType<Props>>,
  { report, reopen }: LazyScreenOptions,
): LazyScreen<Props> {
  let here: ComponentType<Props> | undefined;

  const fetchIt = async (): Promise<Fetched<Props>> => {
    try {
      here = await load();
      return { kind: 'here', Screen: here };
    } catch (cause) {
      report(cause);
      return { kind: 'missing' };
    }
  };

  const Screen = (props: Props) => {
    const [fetched, setFetched] = useState<Fetched<Props>>(() =>
      here === undefined ? { kind: 'waiting' } : { kind: 'here', Screen: here },
    );
    useEffect(() => {
      if (fetched.kind !== 'waiting') return undefined;
      let isGone = false;
      fetchIt().then((next) => {
        if (!isGone) setFetched(next);
      }, report);
      return () => {
        isGone = true;
      };
    }, [fetched.kind]);
    switch (fetched.kind) {
      case 'waiting':
        return <ScreenSkeleton />;
      case 'missing':
        return <ScreenMissing onReopen={reopen} onRetry={() => setFetched({ kind: 'waiting' })} />;
      case 'here':
        return <fetched.Screen {...props} />;
    }
  };

  return {
    Screen,
    preload: async () => {
      try {
        here ??= await load();
      } catch {
        // Nobody waits for it yet: opening the screen tries again and tells.
      }
    },
  };
}
