import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { SIGNATURE_BOX, type Stroke, inkLength } from '../../src/domain/signature.ts';
import { fitToBox, inkBounds, signaturePath } from '../../src/domain/signaturePath.ts';

const point = fc.record({
  x: fc.integer({ min: -4_000, max: 7_000 }),
  y: fc.integer({ min: -9_000, max: 9_000 }),
});
const strokes = fc.array(fc.array(point, { minLength: 1, maxLength: 20 }), { minLength: 1, maxLength: 5 });

describe('the drawing of a signature', () => {
  it('goes through the first and the last point, curved in between', () => {
    const stroke: Stroke = [
      { x: 0, y: 0 },
      { x: 10, y: 20 },
      { x: 20, y: 0 },
      { x: 31, y: 1 },
    ];
    expect(signaturePath([stroke])).toBe('M0 0Q10 20 15 10Q20 0 25.5 0.5L31 1');
  });

  it('draws a dot for a tap, and nothing where there is nothing', () => {
    expect(signaturePath([[{ x: 5, y: 6 }]])).toBe('M5 6L5 6');
    expect(signaturePath([])).toBe('');
    expect(signaturePath([[]])).toBe('');
    expect(inkBounds([[]])).toBeUndefined();
  });

  it('begins anew with each stroke', () => {
    fc.assert(
      fc.property(strokes, (drawn) => {
        expect(signaturePath(drawn).match(/M/g)).toHaveLength(drawn.length);
        expect(signaturePath(drawn)).not.toMatch(/NaN|Infinity|undefined/);
      }),
    );
  });

  it('lies within the box afterwards, whatever was drawn beside it', () => {
    fc.assert(
      fc.property(strokes, (drawn) => {
        const ink = inkBounds(fitToBox(drawn));
        expect(ink).toBeDefined();
        if (ink === undefined) return;
        expect(ink.x).toBeGreaterThanOrEqual(0);
        expect(ink.y).toBeGreaterThanOrEqual(0);
        // Rounding to whole units may add half a unit at either end.
        expect(ink.x + ink.width).toBeLessThanOrEqual(SIGNATURE_BOX.width + 1);
        expect(ink.y + ink.height).toBeLessThanOrEqual(SIGNATURE_BOX.height + 1);
      }),
    );
  });

  it('is left as it is where it fits', () => {
    const drawn: readonly Stroke[] = [
      [
        { x: 0, y: 1_000 },
        { x: 3_000, y: 0 },
      ],
    ];
    expect(fitToBox(drawn)).toEqual(drawn);
  });

  it('keeps its proportions when it is made smaller', () => {
    const tall: readonly Stroke[] = [
      [
        { x: 100, y: -500 },
        { x: 700, y: 1_500 },
      ],
    ];
    const [from, to] = fitToBox(tall)[0] ?? [];
    expect(to && from && [to.x - from.x, to.y - from.y]).toEqual([300, 1_000]);
    expect(inkLength(fitToBox(tall))).toBeCloseTo(inkLength(tall) / 2, 0);
  });
});
