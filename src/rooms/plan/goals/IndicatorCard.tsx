// One indicator: from where to where, how it stands, its history, and a new measurement one tap away.

import { useState } from 'preact/hooks';
import {
  historyOf,
  type Indicator,
  indicatorProgress,
  type IndicatorProgress,
  type Measurement,
} from '../../../domain/plan/goal.ts';
import type { PlanEntry } from '../../../storage/planQueries.ts';
import { Button } from '../../../ui/actions/Button.tsx';
import { Menu } from '../../../ui/actions/Menu.tsx';
import { Meter } from '../../../ui/display/Meter.tsx';
import { Tick } from '../../../ui/display/Tick.tsx';
import { formatDate } from '../../../ui/i18n/format.ts';
import { t } from '../../../ui/i18n/planTexts.ts';
import { Disclosure } from '../../../ui/layout/Disclosure.tsx';
import { measuredText } from '../amountText.ts';
import type { PlanWork } from '../planWork.ts';
import { inTheirOrder } from '../rows/inTheirOrder.ts';
import { hideRow } from '../rows/rowActions.ts';
import { shortName } from '../rows/rowWords.ts';
import { IndicatorChart } from './IndicatorChart.tsx';
import { IndicatorRange } from './IndicatorRange.tsx';
import { MeasurementDialog } from './MeasurementDialog.tsx';
import styles from './Goals.module.css';

export interface IndicatorCardProps {
  readonly work: PlanWork;
  readonly indicator: PlanEntry<'indicators'>;
  /** Of all indicators. */
  readonly measurements: readonly PlanEntry<'measurements'>[];
  readonly onEdit: () => void;
}

type Open = { readonly kind: 'none' | 'new' } | { readonly kind: 'edit'; readonly id: Measurement['id'] };

export function IndicatorCard({ work, indicator, measurements, onEdit }: IndicatorCardProps) {
  const texts = t().planWork;
  const [open, setOpen] = useState<Open>({ kind: 'none' });
  const own = measurements.filter(({ indicatorId }) => indicatorId === indicator.id);
  const points = historyOf(indicator.id, own);
  const isSent = [indicator, ...own].every(({ unsent }) => unsent === 0);
  const isWritable = work.readOnly === undefined;
  return (
    <li class={styles['indicator']}>
      <div class={styles['indicatorHead']}>
        <strong class={styles['indicatorName']}>{shortName(indicator.name)}</strong>
        <IndicatorRange indicator={indicator} />
        <span class={styles['indicatorEnd']}>
          <Tick state={isSent ? 'server' : 'device'} />
          {isWritable && (
            <Menu
              label={t().plan.moreAbout(shortName(indicator.name))}
              items={[
                { label: texts.editIndicator, icon: 'pen', onSelect: onEdit },
                {
                  label: t().common.remove,
                  icon: 'trash',
                  onSelect: () => hideRow(work, 'indicators', indicator.id, indicator.name),
                },
              ]}
            />
          )}
        </span>
      </div>
      <Progress indicator={indicator} progress={indicatorProgress(indicator, own)} last={points.at(-1)} />
      {points.length > 1 && <IndicatorChart indicator={indicator} points={points} />}
      <div class={styles['indicatorActions']}>
        {isWritable && (
          <Button
            size="small"
            icon="plus"
            aria-label={texts.addMeasurementTo(shortName(indicator.name))}
            onClick={() => setOpen({ kind: 'new' })}
          >
            {texts.addMeasurement}
          </Button>
        )}
      </div>
      {own.some(({ isHidden }) => !isHidden) && (
        <Disclosure summary={`${texts.measurements}: ${inTheirOrder(own).length}`}>
          <MeasurementList
            work={work}
            indicator={indicator}
            measurements={own}
            onEdit={(id) => setOpen({ kind: 'edit', id })}
          />
        </Disclosure>
      )}
      {open.kind !== 'none' && (
        <MeasurementDialog
          work={work}
          indicator={indicator}
          measurements={own}
          edited={open.kind === 'edit' ? own.find(({ id }) => id === open.id) : undefined}
          onClose={() => setOpen({ kind: 'none' })}
        />
      )}
    </li>
  );
}

interface ProgressProps {
  readonly indicator: Indicator;
  readonly progress: IndicatorProgress;
  readonly last: { readonly value: number } | undefined;
}

/** An indicator of which a number is missing still tells what was measured. */
function Progress({ indicator, progress, last }: ProgressProps) {
  const texts = t().planWork;
  const valueText = (value: number): string => `${measuredText(value)} ${indicator.unit}`.trim();
  if (progress.kind === 'measured') {
    const percent = Math.round(progress.towards * 100);
    const text = `${texts.now(valueText(progress.now))}, ${texts.progress(percent)}`;
    return (
      <>
        <Meter
          label={shortName(indicator.name)}
          parts={[{ value: percent, label: text }]}
          max={100}
          text={text}
        />
        <span class={styles['soft']}>{text}</span>
      </>
    );
  }
  const gaps = progress.kind === 'incomplete' ? progress.gaps.map((gap) => texts.gaps[gap]) : [];
  const now = last === undefined ? texts.notMeasured : texts.now(valueText(last.value));
  return <span class={styles['soft']}>{[now, ...gaps].join(', ')}</span>;
}

interface MeasurementListProps {
  readonly work: PlanWork;
  readonly indicator: Indicator;
  readonly measurements: readonly PlanEntry<'measurements'>[];
  readonly onEdit: (id: Measurement['id']) => void;
}

function MeasurementList({ work, indicator, measurements, onEdit }: MeasurementListProps) {
  const texts = t().planWork;
  const sorted = inTheirOrder(measurements).toSorted((a, b) => (a.on ?? '').localeCompare(b.on ?? ''));
  return (
    <ul
      class={styles['measurements']}
      aria-label={texts.measurementsOf(shortName(indicator.name))}
      role="list"
    >
      {sorted.map((measurement) => {
        const { id, value, on, note, unsent } = measurement;
        const text = texts.measurementOn(
          value === undefined ? texts.unknown : `${measuredText(value)} ${indicator.unit}`.trim(),
          on === undefined ? texts.unknownSpoken : formatDate(on),
        );
        return (
          <li key={id} class={styles['measurement']}>
            <span class={styles['measurementText']}>
              {text}
              {note !== '' && <span class={styles['soft']}>{note}</span>}
            </span>
            <Tick state={unsent === 0 ? 'server' : 'device'} />
            {work.readOnly === undefined && (
              <Menu
                label={t().plan.moreAbout(text)}
                items={[
                  { label: t().common.edit, icon: 'pen', onSelect: () => onEdit(id) },
                  {
                    label: t().common.remove,
                    icon: 'trash',
                    onSelect: () => hideRow(work, 'measurements', id, text),
                  },
                ]}
              />
            )}
          </li>
        );
      })}
    </ul>
  );
}
