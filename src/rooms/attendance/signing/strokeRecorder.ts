// Which touches draw, and what they draw: one finger at a time, a pen before any finger, so that the palm resting on the
// screen draws nothing. Coordinates come in units of the signature box.

import type { Stroke, StrokePoint } from '../../../domain/signature.ts';

export type PointerKind = 'pen' | 'touch' | 'mouse';

export interface StrokeRecorder {
  /** A pointer went down; whether it draws from now on. */
  readonly down: (id: number, kind: PointerKind, point: StrokePoint) => boolean;
  /** The drawing pointer moved; whether its stroke grew. */
  readonly move: (id: number, points: readonly StrokePoint[]) => boolean;
  /** The drawing pointer went up or was taken away by the system; its stroke, kept in both cases. */
  readonly up: (id: number) => Stroke | undefined;
  /** What is being drawn, empty when nothing is. */
  readonly current: () => Stroke;
}

/** Closer than this to the point before, in units of the box, a point adds nothing. */
const LEAST_STEP = 4;

export function createStrokeRecorder(): StrokeRecorder {
  let active: { readonly id: number; readonly kind: PointerKind } | undefined;
  let points: StrokePoint[] = [];
  let hasPen = false;

  return {
    down: (id, kind, point) => {
      if (kind === 'pen') hasPen = true;
      else if (kind === 'touch' && hasPen) return false;
      // A finger or palm that came before the pen: what it drew was not meant.
      const isReplaced = active?.kind === 'touch' && kind === 'pen';
      if (active !== undefined && !isReplaced) return false;
      active = { id, kind };
      points = [point];
      return true;
    },
    move: (id, more) => {
      if (active?.id !== id) return false;
      const before = points.length;
      for (const point of more) {
        const last = points.at(-1);
        if (last === undefined || Math.hypot(point.x - last.x, point.y - last.y) >= LEAST_STEP)
          points.push(point);
      }
      return points.length > before;
    },
    up: (id) => {
      if (active?.id !== id) return undefined;
      const stroke = points;
      active = undefined;
      points = [];
      return stroke;
    },
    current: () => points,
  };
}
