import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import { Coverage } from '../../../sync-server/content/coverage.ts';
import type { ClockRange } from '../../../sync-server/content/updateContent.ts';

const range = fc.record({
  client: fc.integer({ min: 0, max: 2 }),
  clock: fc.integer({ min: 0, max: 30 }),
  length: fc.integer({ min: 1, max: 6 }),
});

function clocksOf(ranges: readonly ClockRange[]): Set<string> {
  return new Set(
    ranges.flatMap(({ client, clock, length }) =>
      Array.from({ length }, (_, offset) => `${client}:${clock + offset}`),
    ),
  );
}

describe('coverage', () => {
  it('[G5] contains exactly the clocks that were added, in whatever order and overlap', () => {
    fc.assert(
      fc.property(fc.array(range, { maxLength: 40 }), range, (added, asked) => {
        const coverage = new Coverage();
        for (const one of added) coverage.add({ inserted: [one], deleted: [] });
        const known = clocksOf(added);
        const expected = clocksOf([asked]).isSubsetOf(known);
        expect(coverage.contains({ inserted: [asked], deleted: [] })).toBe(expected);
        const meets = clocksOf([asked]).intersection(known).size > 0;
        expect(coverage.overlaps({ inserted: [asked], deleted: [] })).toBe(meets);
        const deletions = new Coverage();
        for (const one of added) deletions.add({ inserted: [], deleted: [one] });
        expect(deletions.overlaps({ inserted: [], deleted: [asked] })).toBe(meets);
        const lacking = clocksOf([asked]).difference(known);
        expect(clocksOf(deletions.lackingDeletions(asked))).toEqual(lacking);
        for (const [client, end] of Y.decodeStateVector(coverage.stateVector())) {
          expect(clocksOf([{ client, clock: 0, length: end }]).isSubsetOf(known)).toBe(true);
        }
      }),
      { numRuns: 2_000 },
    );
  });

  it('keeps neighbours as one range, so that typing for a year stays small', () => {
    const coverage = new Coverage();
    for (let clock = 0; clock < 1_000; clock += 1) {
      coverage.add({ inserted: [{ client: 7, clock, length: 1 }], deleted: [] });
    }
    expect(coverage.size).toBe(1);
  });

  it('tells insertions from deletions', () => {
    const coverage = new Coverage();
    const one = { client: 7, clock: 0, length: 3 };
    coverage.add({ inserted: [one], deleted: [] });
    expect(coverage.contains({ inserted: [one], deleted: [] })).toBe(true);
    expect(coverage.contains({ inserted: [], deleted: [one] })).toBe(false);
  });
});
