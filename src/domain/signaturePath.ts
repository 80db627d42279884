// The drawing of a signature: strokes as an SVG path, where their ink lies, and how they are brought into the box.
// Used by the screen and by the printed list alike; line width and colour are theirs.

import { SIGNATURE_BOX, type Stroke, type StrokePoint } from './signature.ts';

/**
 * One `d` for all strokes, smooth: quadratic curves through the midpoints, whole and half units of the signature box.
 * A stroke of one point is a line of no length, which round caps draw as a dot.
 */
export function signaturePath(strokes: readonly Stroke[]): string {
  return strokes.map(strokePath).join('');
}

function strokePath(stroke: Stroke): string {
  const first = stroke[0];
  const last = stroke.at(-1);
  if (first === undefined || last === undefined) return '';
  let path = `M${spell(first)}`;
  for (let index = 1; index < stroke.length - 1; index += 1) {
    const [point, next] = [stroke[index], stroke[index + 1]];
    if (point && next) path += `Q${spell(point)} ${spell(middle(point, next))}`;
  }
  return `${path}L${spell(last)}`;
}

function middle(a: StrokePoint, b: StrokePoint): StrokePoint {
  return { x: (a.x + b.x) / 2, y: (a.y + b.y) / 2 };
}

function spell({ x, y }: StrokePoint): string {
  return `${Math.round(x * 2) / 2} ${Math.round(y * 2) / 2}`;
}

export interface InkBounds {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** The smallest box around the points; `undefined` when there are none. */
export function inkBounds(strokes: readonly Stroke[]): InkBounds | undefined {
  let [left, top, right, bottom] = [Infinity, Infinity, -Infinity, -Infinity];
  for (const stroke of strokes) {
    for (const { x, y } of stroke) {
      left = Math.min(left, x);
      top = Math.min(top, y);
      right = Math.max(right, x);
      bottom = Math.max(bottom, y);
    }
  }
  return left === Infinity ? undefined : { x: left, y: top, width: right - left, height: bottom - top };
}

/**
 * The strokes inside the signature box, whole units: as they are where they fit, otherwise moved and, if too large,
 * made smaller with their proportions kept. A pad may be higher than the box, so that a tall screen is used whole.
 */
export function fitToBox(strokes: readonly Stroke[]): readonly Stroke[] {
  const ink = inkBounds(strokes);
  if (ink === undefined) return strokes;
  const { width, height } = SIGNATURE_BOX;
  const scale = Math.min(1, width / ink.width, height / ink.height);
  const moveX = moveInto(ink.x * scale, ink.width * scale, width);
  const moveY = moveInto(ink.y * scale, ink.height * scale, height);
  return strokes.map((stroke) =>
    stroke.map(({ x, y }) => ({ x: Math.round(x * scale + moveX), y: Math.round(y * scale + moveY) })),
  );
}

/** How far a span that begins at `start` must move to lie within 0 and `limit`. */
function moveInto(start: number, length: number, limit: number): number {
  if (start < 0) return -start;
  return start + length > limit ? limit - start - length : 0;
}
