import { describe, expect, it } from 'vitest';
import fc from 'fast-check';
import { MAX_POINTS, type Stroke, checkStrokes } from '../../src/domain/signature.ts';
import { decodeStrokes, encodeStrokes } from '../../src/schema/strokes.ts';

const line = (from: number, to: number): Stroke => [
  { x: from, y: 0 },
  { x: to, y: 0 },
];

describe('a signature', () => {
  it('is refused when empty, when a slip of the finger, and when endless', () => {
    expect(checkStrokes([])).toEqual({ kind: 'refused', reason: 'empty' });
    expect(checkStrokes([[{ x: 5, y: 5 }]])).toEqual({ kind: 'refused', reason: 'tooShort' });
    expect(checkStrokes([line(0, 299)])).toEqual({ kind: 'refused', reason: 'tooShort' });
    expect(checkStrokes([line(0, 200), line(0, 200)])).toEqual({ kind: 'ok' });
    const endless = Array.from({ length: MAX_POINTS + 1 }, (_, x) => ({ x, y: 0 }));
    expect(checkStrokes([endless])).toEqual({ kind: 'refused', reason: 'tooLong' });
  });

  it('comes back from its bytes as it was drawn', () => {
    const coordinate = fc.integer({ min: -500, max: 4_000 });
    const strokes = fc.array(fc.array(fc.record({ x: coordinate, y: coordinate }), { maxLength: 40 }), {
      maxLength: 6,
    });
    fc.assert(
      fc.property(strokes, (drawn) => {
        expect(decodeStrokes(encodeStrokes(drawn))).toEqual(drawn);
      }),
    );
  });

  it('is nothing when its bytes are broken, whatever they are', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 60 }), (bytes) => {
        const strokes = decodeStrokes(bytes);
        if (strokes) expect(strokes.flat().every((point) => Number.isFinite(point.x + point.y))).toBe(true);
      }),
    );
    expect(decodeStrokes('text')).toBeUndefined();
    expect(decodeStrokes(new Uint8Array([255, 255, 255, 255, 15]))).toBeUndefined();
  });
});
