// Drawn signatures on paper: cut to their ink, never out of their box, never out of shape.
import { describe, expect, test } from 'vitest';
import { placeSignature } from '../../src/outputs/placeSignature.ts';
import { SIGNATURE_AREA } from '../../src/outputs/sheetGeometry.ts';

const corners = (left: number, top: number, right: number, bottom: number) => [
  [
    { x: left, y: top },
    { x: right, y: bottom },
  ],
];

describe('a signature', () => {
  test.each([
    ['wide', corners(0, 400, 3000, 600)],
    ['high', corners(1400, 0, 1600, 1000)],
    ['small in a corner', corners(2700, 900, 2900, 950)],
    ['a flat line', corners(0, 500, 3000, 500)],
    ['a dot', [[{ x: 10, y: 10 }]]],
  ])('that is %s lies in the middle of its box', (_what, strokes) => {
    const placed = placeSignature(strokes, SIGNATURE_AREA);
    if (placed === undefined) throw new Error('not placed');
    const points = strokes
      .flat()
      .map(({ x, y }) => [placed.x + x * placed.scale, placed.y + y * placed.scale]);
    for (const [x = -1, y = -1] of points) {
      expect(x).toBeGreaterThanOrEqual(0);
      expect(x).toBeLessThanOrEqual(SIGNATURE_AREA.width);
      expect(y).toBeGreaterThanOrEqual(0);
      expect(y).toBeLessThanOrEqual(SIGNATURE_AREA.height);
    }
    const middle = points.reduce((sum, [x = 0]) => sum + x, 0) / points.length;
    expect(middle).toBeCloseTo(SIGNATURE_AREA.width / 2, 6);
  });

  test('keeps the width of the pen, whatever its scale', () => {
    for (const strokes of [corners(0, 0, 3000, 1000), corners(0, 0, 200, 90)]) {
      const placed = placeSignature(strokes, SIGNATURE_AREA);
      expect((placed?.strokeWidth ?? 0) * (placed?.scale ?? 0)).toBeCloseTo(0.42, 6);
    }
  });

  test('that is small is not blown up', () => {
    expect(placeSignature(corners(0, 0, 100, 50), SIGNATURE_AREA)?.scale).toBe(0.025);
  });

  test('without ink is not placed', () => {
    expect(placeSignature([], SIGNATURE_AREA)).toBeUndefined();
  });
});
