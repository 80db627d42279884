// Where the points of an indicator's small chart stand: time from left to right, values from below, with the baseline and the
// target in sight. Drawing is left to the component.

import type { MeasuredPoint } from '../../../domain/plan/goal.ts';
import { daysBetween } from '../../../domain/time.ts';

export const CHART = { width: 320, height: 96, edge: 8 } as const;

export interface ChartShape {
  readonly points: readonly { readonly x: number; readonly y: number }[];
  readonly baselineY: number | undefined;
  readonly targetY: number | undefined;
}

export function chartShape(
  points: readonly MeasuredPoint[],
  baseline: number | undefined,
  target: number | undefined,
): ChartShape {
  const { width, height, edge } = CHART;
  const marks = [baseline, target].filter((mark) => mark !== undefined);
  const values = [...points.map(({ value }) => value), ...marks];
  const [low, high] = [Math.min(...values), Math.max(...values)];
  const [first, last] = [points[0]?.on, points.at(-1)?.on];
  const days = first === undefined || last === undefined ? 0 : daysBetween(first, last);
  // All the same: in the middle, since there is no way up or down.
  const yOf = (value: number): number =>
    high === low ? height / 2 : edge + ((high - value) / (high - low)) * (height - 2 * edge);
  const xOf = (point: MeasuredPoint): number =>
    first === undefined || days === 0
      ? width / 2
      : edge + (daysBetween(first, point.on) / days) * (width - 2 * edge);
  return {
    points: points.map((point) => ({ x: xOf(point), y: yOf(point.value) })),
    baselineY: baseline === undefined ? undefined : yOf(baseline),
    targetY: target === undefined ? undefined : yOf(target),
  };
}
