// The field a signature is drawn in, with finger, pen or mouse. It reports strokes in units of the signature box; keeping
// them is the caller's. The line under the finger is drawn past Preact, so that it never lags behind.

import type { RefObject } from 'preact';
import { useEffect, useMemo, useRef, useState } from 'preact/hooks';
import type { Stroke } from '../../../domain/signature.ts';
import { signaturePath } from '../../../domain/signaturePath.ts';
import { classNames } from '../../../ui/classNames.ts';
import { padFrame, toBox } from './padFrame.ts';
import styles from './SignaturePad.module.css';
import { type PointerKind, createStrokeRecorder } from './strokeRecorder.ts';

export interface SignaturePadProps {
  readonly label: string;
  /** Id of the message below, when there is one. */
  readonly describedBy: string | undefined;
  readonly isWrong: boolean;
  readonly isDisabled: boolean;
  readonly strokes: readonly Stroke[];
  readonly onStroke: (stroke: Stroke) => void;
  readonly onGrowing: (stroke: Stroke) => void;
}

interface Size {
  readonly width: number;
  readonly height: number;
}

export function SignaturePad({
  label,
  describedBy,
  isWrong,
  isDisabled,
  strokes,
  onStroke,
  onGrowing,
}: SignaturePadProps) {
  const pad = useRef<SVGSVGElement>(null);
  const wet = useRef<SVGPathElement>(null);
  const [recorder] = useState(createStrokeRecorder);
  const [size, setSize] = useState<Size>({ width: 0, height: 0 });
  const latest = useRef(strokes);
  latest.current = strokes;
  // Found anew with the pad's size only: the ink must not move under the finger.
  const frame = useMemo(() => padFrame(size.width, size.height, latest.current), [size]);

  useEffect(() => {
    const element = pad.current;
    if (element === null) return undefined;
    const observer = new ResizeObserver(([entry]) => {
      if (entry === undefined) return;
      const { width, height } = entry.contentRect;
      setSize((before) => (before.width === width && before.height === height ? before : { width, height }));
    });
    observer.observe(element);
    return () => observer.disconnect();
  }, []);

  const place = (event: PointerEvent) => {
    const at = pad.current?.getBoundingClientRect();
    return toBox(frame, event.clientX - (at?.left ?? 0), event.clientY - (at?.top ?? 0));
  };
  const showWet = () => wet.current?.setAttribute('d', signaturePath([recorder.current()]));

  const onDown = (event: PointerEvent) => {
    if (isDisabled || (event.pointerType === 'mouse' && event.button !== 0)) return;
    event.preventDefault();
    if (!recorder.down(event.pointerId, kindOf(event), place(event))) return;
    pad.current?.setPointerCapture(event.pointerId);
    showWet();
  };
  const onMove = (event: PointerEvent) => {
    // Safari may give an empty list.
    const all = event.getCoalescedEvents?.() ?? [];
    if (!recorder.move(event.pointerId, (all.length > 0 ? all : [event]).map(place))) return;
    showWet();
    onGrowing(recorder.current());
  };
  const onUp = (event: PointerEvent) => {
    const stroke = recorder.up(event.pointerId);
    if (stroke === undefined) return;
    onStroke(stroke);
    showWet();
  };

  usePointers(pad, { onDown, onMove, onUp });

  return (
    <div class={classNames(styles['frame'], isWrong && styles['wrong'], isDisabled && styles['disabled'])}>
      <svg
        ref={pad}
        class={styles['pad']}
        viewBox={`${frame.x} ${frame.y} ${frame.width} ${frame.height}`}
        preserveAspectRatio="none"
        role="img"
        aria-label={label}
        aria-describedby={describedBy}
      >
        <path class={styles['ink']} d={signaturePath(strokes)} />
        <path ref={wet} class={styles['ink']} />
      </svg>
    </div>
  );
}

interface PointerHandlers {
  readonly onDown: (event: PointerEvent) => void;
  readonly onMove: (event: PointerEvent) => void;
  readonly onUp: (event: PointerEvent) => void;
}

/** Listens on the pad itself: what is drawn there is no control, those are the buttons below. */
function usePointers(pad: RefObject<SVGSVGElement | null>, handlers: PointerHandlers): void {
  const latest = useRef(handlers);
  latest.current = handlers;
  useEffect(() => {
    const element = pad.current;
    if (element === null) return undefined;
    const down = (event: PointerEvent) => latest.current.onDown(event);
    const move = (event: PointerEvent) => latest.current.onMove(event);
    const up = (event: PointerEvent) => latest.current.onUp(event);
    // A long press opens no menu over the signature.
    const stay = (event: Event) => event.preventDefault();
    element.addEventListener('pointerdown', down);
    element.addEventListener('pointermove', move);
    element.addEventListener('pointerup', up);
    element.addEventListener('pointercancel', up);
    element.addEventListener('contextmenu', stay);
    return () => {
      element.removeEventListener('pointerdown', down);
      element.removeEventListener('pointermove', move);
      element.removeEventListener('pointerup', up);
      element.removeEventListener('pointercancel', up);
      element.removeEventListener('contextmenu', stay);
    };
  }, [pad]);
}

function kindOf(event: PointerEvent): PointerKind {
  switch (event.pointerType) {
    case 'pen':
      return 'pen';
    case 'mouse':
      return 'mouse';
    default:
      return 'touch';
  }
}
