// Text in a cell of fixed height: whatever its length, the row keeps its height.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  CLAUSE_STEPS,
  FIELD_STEPS,
  fitText,
  NAME_STEPS,
  ORGANISATION_STEPS,
  PREPARER_STEPS,
  REASON_STEPS,
  STATE_STEPS,
} from '../../src/outputs/fitText.ts';
import { HEIGHT, LINE_HEIGHT, LIST_COLUMNS } from '../../src/outputs/sheetGeometry.ts';
import { LONG_ORGANISATION } from './listFixture.ts';

test.each([
  ['names', NAME_STEPS, HEIGHT.row],
  ['organisations', ORGANISATION_STEPS, HEIGHT.row],
  ['reasons', REASON_STEPS, HEIGHT.row],
  ['header fields', FIELD_STEPS, HEIGHT.field],
  ['the state', STATE_STEPS, HEIGHT.state],
  ['the clause', CLAUSE_STEPS, HEIGHT.clause],
  ['the preparer', PREPARER_STEPS, HEIGHT.foot],
])('every size of %s stays within its height', (_what, steps, height) => {
  for (const { size, lines } of steps) expect(size * lines * LINE_HEIGHT).toBeLessThanOrEqual(height);
});

describe('an organisation', () => {
  const fit = (text: string) => fitText(text, LIST_COLUMNS[2] - 2.4, ORGANISATION_STEPS);

  test('of everyday length is printed at full size', () => {
    expect(fit('Ochotnicza Straż Pożarna w Starym Polu')).toMatchObject({ size: 3.4 });
  });

  test('of 200 characters is printed whole on at most three lines', () => {
    expect(LONG_ORGANISATION.length).toBeGreaterThanOrEqual(195);
    const { wrapped, lines } = fit(LONG_ORGANISATION.slice(0, 200));
    expect(lines).toBe(3);
    expect(wrapped.join(' ')).toBe(LONG_ORGANISATION.slice(0, 200).trim());
  });

  test('that is longer than any cell ends with an ellipsis', () => {
    const { wrapped } = fit('Źdźbło '.repeat(100).trim());
    expect(wrapped).toHaveLength(3);
    expect(wrapped.at(-1)).toMatch(/…$/);
  });
});

const SEED = 20_261_122;

test('no text takes more lines than its size allows, nor a line more than the width', () => {
  console.log(`seed ${SEED}`);
  const measure = (text: string): number => Array.from(text).length * 0.5;
  fc.assert(
    fc.property(
      fc.string({ maxLength: 400, unit: 'grapheme' }),
      fc.integer({ min: 10, max: 80 }),
      (text, width) => {
        const { size, lines, wrapped } = fitText(text, width, NAME_STEPS, measure);
        expect(wrapped.length).toBeLessThanOrEqual(lines);
        for (const line of wrapped) expect(measure(line) * size).toBeLessThanOrEqual(width + 1e-9);
      },
    ),
    { seed: SEED, numRuns: 300 },
  );
});
