// What a pointer does to things that are dragged: taken up by a long press, moved along, let go or given up.

/** A press this long on a touch screen takes the row up, in milliseconds. */
const LONG_PRESS_MS = 350;
/** A finger that moves further before that is scrolling, in px. */
const SLIP_PX = 8;
/** Something that follows the pointer; `end` puts everything back and tells where it was let go. */
export interface PointerDrag<To> {
  readonly move: (clientX: number, clientY: number) => void;
  readonly end: () => To;
}

/** Moves what is dragged with the pointer until it is let go; `undefined` when the drag was given up. Returns how to give up. */
export function followPointer<To>(drag: PointerDrag<To>, onEnd: (to: To | undefined) => void): () => void {
  const over = new AbortController();
  const finish = (isKept: boolean): void => {
    if (over.signal.aborted) return;
    over.abort();
    const to = drag.end();
    onEnd(isKept ? to : undefined);
  };
  const options = { signal: over.signal };
  addEventListener('pointermove', (event) => drag.move(event.clientX, event.clientY), options);
  addEventListener('pointerup', () => finish(true), options);
  addEventListener('pointercancel', () => finish(false), options);
  addEventListener('keydown', (event) => event.key === 'Escape' && finish(false), options);
  // The press that ends a drag is no click on what lies under it.
  addEventListener('contextmenu', (event) => event.preventDefault(), options);
  return () => finish(false);
}

/** Runs once a finger has rested; one that moves before that is scrolling. Returns how to give up. */
export function afterLongPress(start: PointerEvent, run: () => void): () => void {
  const over = new AbortController();
  const options = { signal: over.signal };
  const giveUp = (): void => {
    clearTimeout(timer);
    over.abort();
  };
  const timer = setTimeout(() => {
    over.abort();
    run();
  }, LONG_PRESS_MS);
  addEventListener(
    'pointermove',
    (event) => {
      if (Math.hypot(event.clientX - start.clientX, event.clientY - start.clientY) > SLIP_PX) giveUp();
    },
    options,
  );
  addEventListener('pointerup', giveUp, options);
  addEventListener('pointercancel', giveUp, options);
  return giveUp;
}
