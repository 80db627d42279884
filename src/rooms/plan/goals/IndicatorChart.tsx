// An indicator's history as a small chart; the same is said in words.

import type { Indicator, MeasuredPoint } from '../../../domain/plan/goal.ts';
import { formatDate } from '../../../ui/i18n/format.ts';
import { t } from '../../../ui/i18n/planTexts.ts';
import { measuredText } from '../amountText.ts';
import { CHART, chartShape } from './chartShape.ts';
import styles from './Goals.module.css';

export interface IndicatorChartProps {
  readonly indicator: Indicator;
  /** Earliest first, at least two. */
  readonly points: readonly MeasuredPoint[];
}

export function IndicatorChart({ indicator, points }: IndicatorChartProps) {
  const texts = t().planWork;
  const { baseline, target, name } = indicator;
  const shape = chartShape(points, baseline, target);
  const spoken = points
    .map(({ on, value }) => texts.historyPoint(formatDate(on), measuredText(value)))
    .join('; ');
  const { width, height } = CHART;
  return (
    <svg
      class={styles['chart']}
      viewBox={`0 0 ${width} ${height}`}
      role="img"
      aria-label={texts.history(name, spoken)}
    >
      {shape.baselineY !== undefined && <Level y={shape.baselineY} look={styles['baseline']} />}
      {shape.targetY !== undefined && <Level y={shape.targetY} look={styles['target']} />}
      <polyline class={styles['line']} points={shape.points.map(({ x, y }) => `${x},${y}`).join(' ')} />
      {shape.points.map(({ x, y }, at) => (
        <circle key={points[at]?.on} class={styles['dot']} cx={x} cy={y} r={5} />
      ))}
    </svg>
  );
}

function Level({ y, look }: { readonly y: number; readonly look: string | undefined }) {
  return <line class={look} x1={0} x2={CHART.width} y1={y} y2={y} />;
}
