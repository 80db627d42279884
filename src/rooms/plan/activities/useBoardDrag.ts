// Cards that are dragged from one column to another, by mouse or by a long press; where a card was let go is told to the caller.

import { useEffect, useRef, useState } from 'preact/hooks';
import { ACTIVITY_STATES, type ActivityState } from '../../../domain/plan/activity.ts';
import { afterLongPress, followPointer } from '../../../ui/reorder/pointerWork.ts';

/** Where a card would stand: before another one of a column, or at its end. */
export interface BoardPlace {
  readonly state: ActivityState;
  readonly beforeId: string | undefined;
}

/** A mouse that moves less than this is a click, in px. */
const SLIP_PX = 6;

interface CardProps {
  readonly onPointerDown: (event: PointerEvent) => void;
  readonly onKeyDown: (event: KeyboardEvent) => void;
}

export interface BoardDrag {
  readonly draggedId: string | undefined;
  readonly over: BoardPlace | undefined;
  /** `onStep`: Alt and an arrow move the card a column back or on. */
  readonly cardProps: (id: string, onStep: (by: -1 | 1) => void) => CardProps;
}

export function useBoardDrag(isEnabled: boolean, onDrop: (id: string, place: BoardPlace) => void): BoardDrag {
  const [draggedId, setDraggedId] = useState<string | undefined>(undefined);
  const [over, setOver] = useState<BoardPlace | undefined>(undefined);
  const stop = useRef<() => void>(() => undefined);
  useEffect(() => () => stop.current(), []);
  // While a card is dragged by touch the page must not scroll under it. Has to listen before the finger comes down.
  const isHeld = useRef(false);
  isHeld.current = draggedId !== undefined;
  useEffect(() => {
    const hold = (event: TouchEvent): void => {
      if (isHeld.current) event.preventDefault();
    };
    addEventListener('touchmove', hold, { passive: false });
    return () => removeEventListener('touchmove', hold);
  }, []);

  const takeUp = (id: string, card: HTMLElement, start: PointerEvent): void => {
    setDraggedId(id);
    let place: BoardPlace | undefined;
    stop.current = followPointer<BoardPlace | undefined>(
      {
        move: (x, y) => {
          card.style.transform = `translate(${x - start.clientX}px, ${y - start.clientY}px)`;
          place = placeAt(x, y, id);
          setOver(place);
        },
        end: () => {
          card.style.transform = '';
          return place;
        },
      },
      (to) => {
        setDraggedId(undefined);
        setOver(undefined);
        swallowClick();
        if (to !== undefined) onDrop(id, to);
      },
    );
  };

  return {
    draggedId,
    over,
    cardProps: (id, onStep) => ({
      onPointerDown: (event) => {
        const card = event.currentTarget;
        if (!isEnabled || event.button !== 0 || !(card instanceof HTMLElement)) return;
        stop.current =
          event.pointerType === 'mouse'
            ? afterSlip(event, () => takeUp(id, card, event))
            : afterLongPress(event, () => takeUp(id, card, event));
      },
      onKeyDown: (event) => {
        if (!isEnabled || !event.altKey || (event.key !== 'ArrowLeft' && event.key !== 'ArrowRight')) return;
        event.preventDefault();
        onStep(event.key === 'ArrowLeft' ? -1 : 1);
      },
    }),
  };
}

/** The place under the pointer, the dragged card aside. */
function placeAt(x: number, y: number, draggedId: string): BoardPlace | undefined {
  const column = document
    .elementsFromPoint(x, y)
    .map((element) => element.closest<HTMLElement>('[data-column]'))
    .find((found) => found !== null);
  const state = ACTIVITY_STATES.find((each) => each === column?.dataset['column']);
  if (column === undefined || column === null || state === undefined) return undefined;
  const below = [...column.querySelectorAll<HTMLElement>('[data-card]')].find((card) => {
    const { top, height } = card.getBoundingClientRect();
    return card.dataset['card'] !== draggedId && y < top + height / 2;
  });
  return { state, beforeId: below?.dataset['card'] };
}

/** The press that ends a drag is no click on the card. */
function swallowClick(): void {
  const swallow = (event: Event): void => {
    event.preventDefault();
    event.stopPropagation();
  };
  addEventListener('click', swallow, { capture: true, once: true });
  setTimeout(() => removeEventListener('click', swallow, { capture: true }), 0);
}

function afterSlip(start: PointerEvent, run: () => void): () => void {
  const over = new AbortController();
  const options = { signal: over.signal };
  const giveUp = (): void => over.abort();
  addEventListener(
    'pointermove',
    (event) => {
      if (Math.hypot(event.clientX - start.clientX, event.clientY - start.clientY) < SLIP_PX) return;
      giveUp();
      run();
    },
    options,
  );
  addEventListener('pointerup', giveUp, options);
  addEventListener('pointercancel', giveUp, options);
  return giveUp;
}
