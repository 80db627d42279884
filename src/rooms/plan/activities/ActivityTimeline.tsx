// Activities in time: a bar each, months above, today as a line, what is late marked by a word. It can be printed.

import { isActivityOverdue } from '../../../domain/plan/activity.ts';
import type { IsoDate } from '../../../domain/time.ts';
import { Button } from '../../../ui/actions/Button.tsx';
import { classNames } from '../../../ui/classNames.ts';
import { formatDate } from '../../../ui/i18n/format.ts';
import { t } from '../../../ui/i18n/planTexts.ts';
import { shortName } from '../rows/rowWords.ts';
import type { ActivityEntry } from './activityFacts.ts';
import { TIMELINE, timelineShape } from './timelineShape.ts';
import styles from './Timeline.module.css';

/** A drawing wider than the screen is scrolled by the keyboard too. */
const REACHABLE = { tabIndex: 0 };

export interface ActivityTimelineProps {
  readonly activities: readonly ActivityEntry[];
  readonly today: IsoDate;
  readonly onOpen: (id: ActivityEntry['id']) => void;
}

export function ActivityTimeline({ activities, today, onOpen }: ActivityTimelineProps) {
  const texts = t().planWork;
  const shape = timelineShape(activities, today);
  const { width, height, bars, months, todayX, undated } = shape;
  return (
    <>
      {bars.length === 0 && <p class={styles['soft']}>{texts.noDates}</p>}
      {bars.length > 0 && (
        <>
          <div class={styles['scroll']} role="group" aria-label={texts.timelineLabel} {...REACHABLE}>
            <svg class={styles['drawing']} viewBox={`0 0 ${width} ${height}`} style={{ width: `${width}px` }}>
              <g aria-hidden="true">
                {months.map(({ year, month, x }, at) => (
                  <g key={`${year}-${month}`}>
                    <line class={styles['month']} x1={x} x2={x} y1={0} y2={height} />
                    <text class={styles['monthName']} x={x + 4} y={14}>
                      {texts.monthsShort[month]}
                    </text>
                    {(at === 0 || months[at - 1]?.year !== year) && (
                      <text class={styles['monthName']} x={x + 4} y={30}>
                        {year}
                      </text>
                    )}
                  </g>
                ))}
                {todayX !== undefined && (
                  <>
                    <line class={styles['today']} x1={todayX} x2={todayX} y1={18} y2={height} />
                    <text class={styles['todayName']} x={todayX + 4} y={30}>
                      {texts.timelineToday}
                    </text>
                  </>
                )}
              </g>
              <g role="list">
                {bars.map((bar) => (
                  <Bar key={bar.activity.id} bar={bar} today={today} />
                ))}
              </g>
            </svg>
          </div>
          <div class={styles['print']}>
            <Button icon="printer" onClick={() => print()}>
              {texts.printTimeline}
            </Button>
          </div>
        </>
      )}
      {undated.length > 0 && (
        <section class={styles['undated']}>
          <h3>{texts.undated}</h3>
          <ul role="list">
            {undated.map(({ id, title }) => (
              <li key={id}>
                <button type="button" class={styles['open']} onClick={() => onOpen(id)}>
                  {shortName(title)}
                </button>
              </li>
            ))}
          </ul>
        </section>
      )}
    </>
  );
}

interface BarProps {
  readonly bar: ReturnType<typeof timelineShape<ActivityEntry>>['bars'][number];
  readonly today: IsoDate;
}

function Bar({ bar, today }: BarProps) {
  const texts = t().planWork;
  const { activity, from, to, x, y, width, isNameAtEnd } = bar;
  const isOverdue = isActivityOverdue(activity, today);
  const name = shortName(activity.title);
  const late = isOverdue ? `, ${texts.overdueShort}` : '';
  const spoken = `${texts.timelineRow(name, formatDate(from), formatDate(to))}, ${texts.states[activity.state]}${late}`;
  return (
    <g role="listitem" aria-label={spoken}>
      <title>{spoken}</title>
      <text
        class={styles['name']}
        x={isNameAtEnd ? x + width : x}
        y={y + TIMELINE.barTop - 8}
        text-anchor={isNameAtEnd ? 'end' : 'start'}
      >
        {name}
        {isOverdue && <tspan class={styles['late']}>{` ⚠ ${texts.overdueShort}`}</tspan>}
      </text>
      <rect
        class={classNames(styles['bar'], styles[activity.state], isOverdue && styles['overdue'])}
        x={x}
        y={y + TIMELINE.barTop}
        width={width}
        height={TIMELINE.bar}
        rx={4}
      />
    </g>
  );
}
