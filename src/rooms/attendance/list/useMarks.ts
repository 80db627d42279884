// What was done on the list and is not read back yet: it shows at once, gets its tick when it is durable, and goes when the
// database shows the same. Each change can be undone from its toast.

import { useEffect, useMemo, useRef, useState } from 'preact/hooks';
import {
  type ListRow,
  type Mark,
  type Marks,
  pendingMarks,
  withMarks,
} from '../../../domain/attendanceView.ts';
import type { PersonId } from '../../../domain/ids.ts';
import type { Instant } from '../../../domain/time.ts';
import { StorageFailure } from '../../../storage/storageFailure.ts';
import { showToast } from '../../../ui/feedback/toasts.ts';
import { t } from '../../../ui/i18n/attendanceTexts.ts';
import { lazily } from '../../../ui/lazily.ts';
import type { ListTarget } from '../changes/listWrites.ts';
import { type RowChange, signatureAfter, undoOf } from '../changes/rowChange.ts';

/** A stored mark whose row reads otherwise was written over by another device: the row is right after this long. */
const LINGER_MS = 2_000;

export interface MarksControl {
  /** The rows with what is being stored laid over them. */
  readonly rows: readonly ListRow[];
  /** Shows and stores a change; `said` is told with the way to undo it. Resolves to whether it is durable. */
  readonly make: (change: RowChange, said: string | undefined, at?: Instant) => Promise<boolean>;
  /** Resolves when nothing is being stored any more, however that ended. */
  readonly settled: () => Promise<void>;
}

/** Ahead of the first tap, so that this does not wait for code: it is stored in the task that drew it. */
const lazyWrites = lazily(() => import('../changes/listWrites.ts'));

/** `phase` names what the list is now (open, closed, being corrected). */
export function useMarks(target: ListTarget, rows: readonly ListRow[], phase: string): MarksControl {
  const { device } = target;
  const [marks, setMarks] = useState<Marks>(new Map());
  const latest = useRef({ target, rows });
  const running = useRef(new Set<Promise<unknown>>());
  const hideLast = useRef<() => void>(() => undefined);
  const timers = useRef(new Set<ReturnType<typeof setTimeout>>());

  const shown = useMemo(() => withMarks(rows, marks), [rows, marks]);
  latest.current = { target, rows: shown };

  useEffect(() => {
    lazyWrites.load().catch(device.reportFailure);
    const own = timers.current;
    return () => own.forEach((timer) => clearTimeout(timer));
  }, [device]);

  // Undoing belongs to the list as it was: not to one that was closed meanwhile, nor to the tablet passed round.
  useEffect(() => () => hideLast.current(), [phase]);

  useEffect(() => setMarks((before) => pendingMarks(before, rows)), [rows]);

  const settle = (id: PersonId, mark: Mark, saved: 'device' | 'failed') => {
    setMarks((before) => {
      // A later change of the same person has a mark of its own.
      if (before.get(id) !== mark) return before;
      const next = new Map(before).set(id, { ...mark, saved });
      return next;
    });
    if (saved !== 'device') return;
    const timer = setTimeout(() => {
      timers.current.delete(timer);
      setMarks((before) => {
        if (before.get(id)?.at !== mark.at) return before;
        const next = new Map(before);
        next.delete(id);
        return next;
      });
    }, LINGER_MS);
    timers.current.add(timer);
  };

  const store = async (change: RowChange, at: Instant, mark: Mark, to: ListTarget): Promise<boolean> => {
    try {
      const { writeRowChange } = lazyWrites.here() ?? (await lazyWrites.load());
      await writeRowChange(to, change, at);
      settle(change.personId, mark, 'device');
      return true;
    } catch (failure) {
      settle(change.personId, mark, 'failed');
      hideLast.current();
      const isStorage = failure instanceof StorageFailure;
      if (!isStorage) device.reportFailure(failure);
      hideLast.current = showToast({
        tone: 'problem',
        text: isStorage ? t().problems.storage[failure.reason] : t().problems.unexpected,
      });
      return false;
    }
  };

  const make: MarksControl['make'] = (change, said, at = device.now()) => {
    const row = latest.current.rows.find((each) => each.id === change.personId);
    const mark: Mark = {
      presence: change.presence,
      origin: change.origin,
      at,
      signature: signatureAfter(row, change),
      saved: 'saving',
    };
    const to = latest.current.target;
    setMarks((before) => new Map(before).set(change.personId, mark));
    hideLast.current();
    if (said !== undefined) {
      const undo = undoOf(row, change);
      hideLast.current = showToast({
        text: said,
        action: {
          label: t().common.undo,
          run: () => void make(undo, undefined),
        },
      });
    }
    const stored = store(change, at, mark, to);
    running.current.add(stored);
    return stored.finally(() => running.current.delete(stored));
  };

  return {
    rows: shown,
    make,
    settled: async () => {
      await Promise.allSettled(running.current);
    },
  };
}
