// A drawn signature on paper: cut to its ink and brought into its box with proportions kept, as one vector path. Who draws
// the path, and in what colour, is left to the sheet and the PDF.

import { type Stroke } from '../domain/signature.ts';
import { inkBounds, signaturePath } from '../domain/signaturePath.ts';

export interface PlacedSignature {
  /** SVG path data in units of the signature box. */
  readonly path: string;
  /** Millimetres for one unit. */
  readonly scale: number;
  /** Where the unit system begins within the area, in millimetres. */
  readonly x: number;
  readonly y: number;
  /** Of the pen, in units. */
  readonly strokeWidth: number;
}

/** Of the line on paper, in millimetres: a ball pen's. */
const PEN = 0.42;
/** A small scribble stays small: at this scale the whole box of 3,000 units is 75 mm wide. */
const LARGEST_SCALE = 0.025;

/** Places the ink in the middle of an area in millimetres; `undefined` when there is none. */
export function placeSignature(
  strokes: readonly Stroke[],
  area: { readonly width: number; readonly height: number },
): PlacedSignature | undefined {
  const ink = inkBounds(strokes);
  if (ink === undefined) return undefined;
  const room = { width: area.width - 2 * PEN, height: area.height - 2 * PEN };
  // A line of no width or height does not limit the scale.
  const scale = Math.min(
    LARGEST_SCALE,
    room.width / Math.max(ink.width, 1),
    room.height / Math.max(ink.height, 1),
  );
  return {
    path: signaturePath(strokes),
    scale,
    x: area.width / 2 - (ink.x + ink.width / 2) * scale,
    y: area.height / 2 - (ink.y + ink.height / 2) * scale,
    strokeWidth: PEN / scale,
  };
}
