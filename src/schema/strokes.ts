// Strokes as bytes: count, then for each stroke its point count and points as differences (lib0 signed varints).
// A signature of 150 points takes about 300 bytes.

import * as decoding from 'lib0/decoding';
import * as encoding from 'lib0/encoding';
import { MAX_POINTS, type Stroke } from '../domain/signature.ts';

/** Coordinates are rounded to whole units of the signature box. */
export function encodeStrokes(strokes: readonly Stroke[]): Uint8Array {
  return encoding.encode((encoder) => {
    encoding.writeVarUint(encoder, strokes.length);
    for (const stroke of strokes) {
      encoding.writeVarUint(encoder, stroke.length);
      let [x, y] = [0, 0];
      for (const point of stroke) {
        const [nextX, nextY] = [Math.round(point.x), Math.round(point.y)];
        encoding.writeVarInt(encoder, nextX - x);
        encoding.writeVarInt(encoder, nextY - y);
        [x, y] = [nextX, nextY];
      }
    }
  });
}

/** The strokes, or `undefined` for bytes that are none. */
export function decodeStrokes(raw: unknown): readonly Stroke[] | undefined {
  if (!(raw instanceof Uint8Array)) return undefined;
  try {
    const decoder = decoding.createDecoder(raw);
    const strokes: Stroke[] = [];
    let points = 0;
    const count = decoding.readVarUint(decoder);
    for (let stroke = 0; stroke < count; stroke += 1) {
      const length = decoding.readVarUint(decoder);
      points += length;
      if (points > MAX_POINTS) return undefined;
      strokes.push(readStroke(decoder, length));
    }
    return decoding.hasContent(decoder) ? undefined : strokes;
  } catch {
    return undefined;
  }
}

function readStroke(decoder: decoding.Decoder, length: number): Stroke {
  let [x, y] = [0, 0];
  return Array.from({ length }, () => {
    x += decoding.readVarInt(decoder);
    y += decoding.readVarInt(decoder);
    return { x, y };
  });
}
