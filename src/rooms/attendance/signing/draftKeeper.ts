// Stores a drawing while it is made: one write at a time, always of the latest strokes. What is stored where is the caller's.

import type { Stroke } from '../../../domain/signature.ts';

export interface DraftKeeper {
  /** Stores these strokes as soon as the write before is through; those that came in between are skipped. */
  readonly keep: (strokes: readonly Stroke[]) => void;
  /** Resolves when nothing is being stored any more, however that ended. */
  readonly settled: () => Promise<void>;
}

/** `onResult` hears of each write: `undefined` when it is stored, the failure when it is not. */
export function createDraftKeeper(
  store: (strokes: readonly Stroke[]) => Promise<void>,
  onResult: (failure: unknown) => void,
): DraftKeeper {
  let waiting: readonly Stroke[] | undefined;
  let running: Promise<void> | undefined;

  const work = async (): Promise<void> => {
    while (waiting !== undefined) {
      const strokes = waiting;
      waiting = undefined;
      try {
        await store(strokes);
        onResult(undefined);
      } catch (failure) {
        onResult(failure);
      }
    }
    running = undefined;
  };

  return {
    keep: (strokes) => {
      waiting = strokes;
      running ??= work();
    },
    settled: async () => {
      await running;
    },
  };
}
