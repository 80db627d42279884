// Where the signature box lies on a pad of any size: centred, proportions kept, so that rotation moves what was drawn and
// never distorts it. The pad may be higher or wider than the box; drawing beside the box is fine (see fitToBox).

import { SIGNATURE_BOX, type Stroke, type StrokePoint } from '../../../domain/signature.ts';
import { inkBounds } from '../../../domain/signaturePath.ts';

export interface PadFrame {
  /** Pixels of the pad for one unit of the box. */
  readonly scale: number;
  /** The pad's top left corner in units of the box. */
  readonly x: number;
  readonly y: number;
  /** The pad's size in units of the box. */
  readonly width: number;
  readonly height: number;
}

/**
 * The frame of a pad of `width` times `height` pixels that shows the whole box and all ink drawn before, in whatever
 * position the screen was then. A pad without a size yet gets the box itself.
 */
export function padFrame(width: number, height: number, strokes: readonly Stroke[]): PadFrame {
  const ink = inkBounds(strokes);
  const left = Math.min(0, ink?.x ?? 0);
  const top = Math.min(0, ink?.y ?? 0);
  const right = Math.max(SIGNATURE_BOX.width, ink ? ink.x + ink.width : 0);
  const bottom = Math.max(SIGNATURE_BOX.height, ink ? ink.y + ink.height : 0);
  if (width <= 0 || height <= 0)
    return { scale: 1, x: left, y: top, width: right - left, height: bottom - top };
  const scale = Math.min(width / (right - left), height / (bottom - top));
  return {
    scale,
    x: (left + right) / 2 - width / scale / 2,
    y: (top + bottom) / 2 - height / scale / 2,
    width: width / scale,
    height: height / scale,
  };
}

/** A place on the pad, in pixels from its top left corner, as whole units of the box. */
export function toBox(frame: PadFrame, x: number, y: number): StrokePoint {
  return { x: Math.round(frame.x + x / frame.scale), y: Math.round(frame.y + y / frame.scale) };
}
