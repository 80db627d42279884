import { describe, expect, test } from 'vitest';
import { timelineShape } from '../../../../src/rooms/plan/activities/timelineShape.ts';
import { activity, day } from '../../../domain/plan/planRows.ts';

const today = day('2026-11-23');

describe('the timeline', () => {
  test('has a bar for each activity with a date, the earliest first, and the others beside it', () => {
    const shape = timelineShape(
      [
        activity('b', { from: day('2026-12-01'), due: day('2026-12-31') }),
        activity('c'),
        activity('a', { due: day('2026-11-10') }),
      ],
      today,
    );
    expect(shape.bars.map((bar) => bar.activity.id)).toEqual(['a', 'b']);
    expect(shape.undated.map(({ id }) => id)).toEqual(['c']);
    expect(shape.months.map(({ month }) => month)).toEqual([10, 11]);
    expect(shape.todayX).toBeGreaterThan(0);
    for (const { x, width } of shape.bars) expect(x + width).toBeLessThanOrEqual(shape.width);
    expect(shape.bars[0]?.y).toBeLessThan(shape.bars[1]?.y ?? 0);
  });

  test('keeps a width that can be drawn and months that can be read, also when a date is a hundred years off', () => {
    const shape = timelineShape([activity('a', { from: day('2026-11-01'), due: day('2126-11-01') })], today);
    expect(shape.width).toBeLessThanOrEqual(3_600);
    const [first, second] = shape.months;
    expect((second?.x ?? 0) - (first?.x ?? 0)).toBeGreaterThan(40);
  });

  test('has no today where today is outside, and nothing to draw without dates', () => {
    expect(timelineShape([activity('a', { due: day('2020-01-01') })], today).todayX).toBeUndefined();
    expect(timelineShape([activity('a')], today)).toMatchObject({ bars: [], months: [], height: 0 });
  });
});
