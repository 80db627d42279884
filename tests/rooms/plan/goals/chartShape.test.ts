import { describe, expect, test } from 'vitest';
import { CHART, chartShape } from '../../../../src/rooms/plan/goals/chartShape.ts';
import { day } from '../../../domain/plan/planRows.ts';

describe('the small chart of an indicator', () => {
  test('spreads points over their time and keeps everything inside its frame', () => {
    const points = [
      { on: day('2026-01-01'), value: 0 },
      { on: day('2026-01-11'), value: 5 },
      { on: day('2026-01-21'), value: 30 },
    ];
    const shape = chartShape(points, 0, 25);
    expect(shape.points.map(({ x }) => x)).toEqual([CHART.edge, CHART.width / 2, CHART.width - CHART.edge]);
    expect(shape.points[2]?.y).toBe(CHART.edge);
    expect(shape.baselineY).toBe(CHART.height - CHART.edge);
    expect(shape.targetY).toBeGreaterThan(CHART.edge);
  });

  test('draws what is all the same as a line in the middle, and one day as one point', () => {
    const shape = chartShape([{ on: day('2026-01-01'), value: 7 }], 7, undefined);
    expect(shape).toEqual({
      points: [{ x: CHART.width / 2, y: CHART.height / 2 }],
      baselineY: CHART.height / 2,
      targetY: undefined,
    });
  });
});
