// Rows that people put into an order: by the handle, by a long press on a touch screen, with Alt and the arrows. A row that was
// moved stands at its new place at once, and goes back when that could not be stored.

import type { RefObject } from 'preact';
import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks';
import { startRowDrag } from './dragRow.ts';
import { afterLongPress, followPointer } from './pointerWork.ts';

/** This long after it was stored an order shows, in milliseconds. */
const PATIENCE_MS = 2_000;

export interface ReorderOptions {
  /** The rows' list. */
  readonly list: RefObject<HTMLElement | null>;
  /** The rows in the order that is stored. */
  readonly ids: readonly string[];
  readonly isEnabled: boolean;
  /** Rejects when it could not be stored. `to` is the place among all rows. */
  readonly onMove: (id: string, to: number) => Promise<void>;
  readonly reportFailure: (failure: unknown) => void;
}

interface RowProps {
  readonly 'data-row-id': string;
  readonly onPointerDown: (event: PointerEvent) => void;
  readonly onKeyDown: (event: KeyboardEvent) => void;
}

export interface Reorder {
  /** The rows in the order to show. */
  readonly ids: readonly string[];
  readonly draggedId: string | undefined;
  /** Stands at its new place already, and is not stored there yet. */
  readonly storingId: string | undefined;
  readonly rowProps: (id: string) => RowProps;
  /** For the handle: takes the row up at once. */
  readonly onHandleDown: (id: string, event: PointerEvent) => void;
  readonly move: (id: string, step: -1 | 1) => void;
}

export function useReorder({ list, ids, isEnabled, onMove, reportFailure }: ReorderOptions): Reorder {
  const [expected, setExpected] = useState<readonly string[] | undefined>(undefined);
  const [draggedId, setDraggedId] = useState<string | undefined>(undefined);
  const [storingId, setStoringId] = useState<string | undefined>(undefined);
  const focused = useRef<HTMLElement | undefined>(undefined);
  const stop = useRef<() => void>(() => undefined);
  const stored = ids.join(' ');
  const shown = expected !== undefined && sameRows(expected, ids) ? expected : ids;

  useEffect(() => setExpected(undefined), [stored]);
  useEffect(() => () => stop.current(), []);
  useEffect(() => {
    if (expected === undefined || storingId !== undefined) return undefined;
    const timer = setTimeout(() => setExpected(undefined), PATIENCE_MS);
    return () => clearTimeout(timer);
  }, [expected, storingId]);
  // A row that is put elsewhere in the page loses the focus.
  useLayoutEffect(() => {
    focused.current?.focus({ preventScroll: true });
    focused.current?.scrollIntoView({ block: 'nearest' });
    focused.current = undefined;
  });
  useHeldPage(list, draggedId !== undefined);

  function moveTo(id: string, to: number): void {
    const from = shown.indexOf(id);
    if (from === -1 || to === from || to < 0 || to >= shown.length) return;
    const rest = shown.filter((other) => other !== id);
    setExpected([...rest.slice(0, to), id, ...rest.slice(to)]);
    setStoringId(id);
    onMove(id, to)
      .catch((failure: unknown) => {
        setExpected(undefined);
        reportFailure(failure);
      })
      .finally(() => setStoringId((current) => (current === id ? undefined : current)));
  }

  function takeUp(id: string, clientY: number): void {
    const drag = list.current === null ? undefined : startRowDrag(list.current, id, clientY);
    if (drag === undefined) return;
    setDraggedId(id);
    stop.current = followPointer({ move: (_x, y) => drag.move(y), end: drag.end }, (to) => {
      setDraggedId(undefined);
      if (to !== undefined) moveTo(id, to);
    });
  }

  return {
    ids: shown,
    draggedId,
    storingId,
    move: (id, step) => {
      keepFocus();
      moveTo(id, shown.indexOf(id) + step);
    },
    onHandleDown: (id, event) => {
      if (!isEnabled || event.button !== 0) return;
      event.preventDefault();
      event.stopPropagation();
      takeUp(id, event.clientY);
    },
    rowProps: (id) => ({
      'data-row-id': id,
      onPointerDown: (event) => {
        if (!isEnabled || event.pointerType !== 'touch' || isTyping(event.target)) return;
        stop.current = afterLongPress(event, () => takeUp(id, event.clientY));
      },
      onKeyDown: (event) => {
        if (!isEnabled || !event.altKey || (event.key !== 'ArrowUp' && event.key !== 'ArrowDown')) return;
        event.preventDefault();
        keepFocus();
        moveTo(id, shown.indexOf(id) + (event.key === 'ArrowUp' ? -1 : 1));
      },
    }),
  };

  function keepFocus(): void {
    if (document.activeElement instanceof HTMLElement) focused.current = document.activeElement;
  }
}

function sameRows(one: readonly string[], other: readonly string[]): boolean {
  return one.length === other.length && one.every((id) => other.includes(id));
}

function isTyping(target: EventTarget | null): boolean {
  return target instanceof Element && target.closest('input, textarea, select') !== null;
}

/** While a row is dragged by touch the page must not scroll under it. Has to listen before the finger comes down. */
function useHeldPage(list: RefObject<HTMLElement | null>, isDragging: boolean): void {
  const isHeld = useRef(false);
  isHeld.current = isDragging;
  useEffect(() => {
    const element = list.current;
    if (element === null) return undefined;
    const hold = (event: TouchEvent): void => {
      if (isHeld.current) event.preventDefault();
    };
    element.addEventListener('touchmove', hold, { passive: false });
    return () => element.removeEventListener('touchmove', hold);
  }, [list]);
}
