// Follows one piece of work that stores something: idle, under way, done, failed. What is stored, and what is told to the
// person when it fails, are the caller's.

import { useCallback, useRef, useState } from 'preact/hooks';

export type Saving =
  | { readonly kind: 'idle' }
  | { readonly kind: 'saving' }
  | { readonly kind: 'saved' }
  | { readonly kind: 'failed'; readonly cause: unknown };

export interface SavingControl {
  readonly state: Saving;
  /** Resolves to whether it succeeded; the cause of a failure stands in `state`. Never rejects. */
  readonly save: (work: () => Promise<void>) => Promise<boolean>;
}

export function useSaving(): SavingControl {
  const [state, setState] = useState<Saving>({ kind: 'idle' });
  const latest = useRef(0);
  const save = useCallback(async (work: () => Promise<void>): Promise<boolean> => {
    latest.current += 1;
    const turn = latest.current;
    // Of several at once the last one is what the screen speaks of.
    const show = (next: Saving): void => {
      if (latest.current === turn) setState(next);
    };
    show({ kind: 'saving' });
    try {
      await work();
      show({ kind: 'saved' });
      return true;
    } catch (cause) {
      show({ kind: 'failed', cause });
      return false;
    }
  }, []);
  return { state, save };
}
