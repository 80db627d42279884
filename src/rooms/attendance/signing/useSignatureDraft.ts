// The strokes of one person's signature while it is being drawn: read back after a rotation, a reload or a killed tab, stored
// at the end of each stroke and meanwhile. What has become of a finished signature is the caller's.

import { useEffect, useMemo, useRef, useState } from 'preact/hooks';
import type { MeetingId, PersonId } from '../../../domain/ids.ts';
import type { Stroke } from '../../../domain/signature.ts';
import type { Device } from '../../../storage/device.ts';
import { dropDraft, keepDraft, readDraft } from '../../../storage/drafts.ts';
import { createDraftKeeper } from './draftKeeper.ts';

export interface SignatureDraft {
  /** False until an earlier draft has been looked for: nothing is drawn before. */
  readonly isReady: boolean;
  readonly strokes: readonly Stroke[];
  /** The device could not store the last stroke; it is still on the screen. */
  readonly isUnsafe: boolean;
  readonly add: (stroke: Stroke) => void;
  /** The stroke is still being drawn: stored too, at most every half a second. */
  readonly growing: (stroke: Stroke) => void;
  readonly clear: () => void;
  /** Takes the last stroke back, or the clearing. */
  readonly undo: (() => void) | undefined;
  /** Resolves when the strokes are stored, so that dropping them with the finished signature is the last word. */
  readonly settled: () => Promise<void>;
}

const GROWING_EVERY_MS = 500;

export function useSignatureDraft(device: Device, meetingId: MeetingId, personId: PersonId): SignatureDraft {
  const { db, now, reportFailure } = device;
  /** All states of the drawing, the present one last. */
  const [history, setHistory] = useState<readonly (readonly Stroke[])[] | undefined>(undefined);
  const [isUnsafe, setUnsafe] = useState(false);
  const keptAt = useRef(0);

  const keeper = useMemo(
    () =>
      createDraftKeeper(
        (strokes) =>
          strokes.length === 0
            ? dropDraft(db, meetingId, personId)
            : keepDraft(db, meetingId, personId, strokes),
        (failure) => setUnsafe(failure !== undefined),
      ),
    [db, meetingId, personId],
  );

  useEffect(() => {
    let isGone = false;
    setHistory(undefined);
    readDraft(db, meetingId, personId).then(
      (strokes) => {
        if (!isGone) setHistory([strokes]);
      },
      (failure: unknown) => {
        reportFailure(failure);
        if (!isGone) setHistory([[]]);
      },
    );
    return () => {
      isGone = true;
    };
  }, [db, meetingId, personId, reportFailure]);

  const strokes = history?.at(-1) ?? [];
  const change = (next: readonly (readonly Stroke[])[]) => {
    setHistory(next);
    keptAt.current = now();
    keeper.keep(next.at(-1) ?? []);
  };
  return {
    isReady: history !== undefined,
    strokes,
    isUnsafe,
    add: (stroke) => change([...(history ?? []), [...strokes, stroke]]),
    growing: (stroke) => {
      if (Math.abs(now() - keptAt.current) < GROWING_EVERY_MS) return;
      keptAt.current = now();
      keeper.keep([...strokes, [...stroke]]);
    },
    clear: () => change([...(history ?? []), []]),
    undo: undoOf(history, change),
    settled: keeper.settled,
  };
}

/** A drawing that was read back has no states before it: its strokes are taken back one by one. */
function undoOf(
  history: readonly (readonly Stroke[])[] | undefined,
  change: (next: readonly (readonly Stroke[])[]) => void,
): (() => void) | undefined {
  if (history === undefined) return undefined;
  if (history.length > 1) return () => change(history.slice(0, -1));
  const only = history[0] ?? [];
  return only.length > 0 ? () => change([only.slice(0, -1)]) : undefined;
}
