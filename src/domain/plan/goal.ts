// Goals with their indicators (section 6): where it stood, where it should come to, and what was measured on the way.

import type { GoalId, IndicatorId, MeasurementId } from '../ids.ts';
import type { IsoDate } from '../time.ts';
import type { PlanRow } from './row.ts';

export interface Goal extends PlanRow<GoalId> {
  readonly title: string;
  readonly text: string;
}

export interface Indicator extends PlanRow<IndicatorId> {
  readonly goalId: GoalId;
  readonly name: string;
  /** "osób miesięcznie"; may be empty. */
  readonly unit: string;
  readonly baseline: number | undefined;
  readonly target: number | undefined;
}

export interface Measurement extends PlanRow<MeasurementId> {
  readonly indicatorId: IndicatorId;
  readonly value: number | undefined;
  readonly on: IsoDate | undefined;
  readonly note: string;
}

/** One point of an indicator's history. */
export interface MeasuredPoint {
  readonly on: IsoDate;
  readonly value: number;
}

/** Earliest first; measurements without a number or a day are no points. Of one day the last in the list stands. */
export function historyOf(
  indicatorId: IndicatorId,
  measurements: readonly Measurement[],
): readonly MeasuredPoint[] {
  const points = new Map<IsoDate, number>();
  for (const measurement of measurements) {
    const { on, value, isHidden } = measurement;
    if (measurement.indicatorId !== indicatorId || isHidden) continue;
    if (on !== undefined && value !== undefined) points.set(on, value);
  }
  return [...points]
    .map(([on, value]) => ({ on, value }))
    .toSorted((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : 0));
}

/** What an indicator lacks before it can be followed. */
export type IndicatorGap = 'noName' | 'noBaseline' | 'noTarget';

export function indicatorGaps({ name, baseline, target }: Indicator): readonly IndicatorGap[] {
  return [
    ...(name.trim() === '' ? (['noName'] as const) : []),
    ...(baseline === undefined ? (['noBaseline'] as const) : []),
    ...(target === undefined ? (['noTarget'] as const) : []),
  ];
}

/** How an indicator does: `towards` is the way made from baseline to target, 0 to 1, whichever direction is the good one. */
export type IndicatorProgress =
  | { readonly kind: 'incomplete'; readonly gaps: readonly IndicatorGap[] }
  | { readonly kind: 'notMeasured' }
  | { readonly kind: 'measured'; readonly now: number; readonly towards: number };

export function indicatorProgress(
  indicator: Indicator,
  measurements: readonly Measurement[],
): IndicatorProgress {
  const { baseline, target } = indicator;
  if (baseline === undefined || target === undefined) {
    return { kind: 'incomplete', gaps: indicatorGaps(indicator) };
  }
  const last = historyOf(indicator.id, measurements).at(-1);
  if (last === undefined) return { kind: 'notMeasured' };
  const way = target - baseline;
  const made = way === 0 ? 1 : (last.value - baseline) / way;
  return { kind: 'measured', now: last.value, towards: Math.min(1, Math.max(0, made)) };
}
