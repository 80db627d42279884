// Activities one below another, in the order that people gave them or in another that the caller gives.

import { useRef, useState } from 'preact/hooks';
import type { MenuItem } from '../../../ui/actions/Menu.tsx';
import { Menu } from '../../../ui/actions/Menu.tsx';
import { classNames } from '../../../ui/classNames.ts';
import { Tick } from '../../../ui/display/Tick.tsx';
import { t } from '../../../ui/i18n/planTexts.ts';
import { Icon } from '../../../ui/icons/Icon.tsx';
import { useReorder } from '../../../ui/reorder/useReorder.ts';
import { VisuallyHidden } from '../../../ui/layout/VisuallyHidden.tsx';
import type { PlanWork } from '../planWork.ts';
import { moveRow } from '../rows/rowActions.ts';
import { shortName } from '../rows/rowWords.ts';
import { type ActivityEntry, type ActivityFacts, budgetByActivity, budgetOf } from './activityFacts.ts';
import { activityItems } from './activityItems.ts';
import { ActivityLine } from './ActivityLine.tsx';
import { DoneButton } from './DoneButton.tsx';
import { ShowMore } from './ShowMore.tsx';
import { useShownRows } from './useShownRows.ts';
import styles from './Activities.module.css';

export interface ActivityListProps {
  readonly work: PlanWork;
  readonly facts: ActivityFacts;
  readonly label: string;
  /** In the order in which they are shown. */
  readonly activities: readonly ActivityEntry[];
  /** Whether their order is the people's own. */
  readonly isOrderable: boolean;
  readonly onOpen: (id: ActivityEntry['id']) => void;
}

export function ActivityList({ work, facts, label, activities, isOrderable, onOpen }: ActivityListProps) {
  const list = useRef<HTMLUListElement>(null);
  const [moved, setMoved] = useState('');
  const { rows, left, showMore, end } = useShownRows(activities);
  const isEnabled = isOrderable && work.readOnly === undefined && activities.length > 1;
  const reorder = useReorder({
    list,
    ids: rows.map(({ id }) => id),
    isEnabled,
    onMove: (id, place) => {
      setMoved(t().plan.movedTo(place + 1, activities.length));
      return moveRow(work, 'activities', activities, id, place);
    },
    reportFailure: work.device.reportFailure,
  });
  const byId = new Map<string, ActivityEntry>(rows.map((row) => [row.id, row]));
  const budget = budgetByActivity(facts.budgetLines);
  const today = work.device.today();
  const moves = (id: string, at: number): readonly MenuItem[] => [
    {
      label: t().common.moveUp,
      icon: 'up',
      onSelect: () => reorder.move(id, -1),
      disabled: at === 0,
    },
    {
      label: t().common.moveDown,
      icon: 'down',
      onSelect: () => reorder.move(id, 1),
      disabled: at === reorder.ids.length - 1,
    },
  ];
  return (
    <>
      <ul
        class={classNames(styles['list'], reorder.draggedId !== undefined && styles['sorting'])}
        aria-label={label}
        ref={list}
        role="list"
      >
        {reorder.ids
          .flatMap((id) => byId.get(id) ?? [])
          .map((activity, at) => (
            <li
              key={activity.id}
              {...reorder.rowProps(activity.id)}
              class={classNames(
                'lazy-row',
                styles['row'],
                reorder.draggedId === activity.id && styles['dragged'],
              )}
            >
              {isEnabled && (
                <button
                  type="button"
                  class={styles['handle']}
                  aria-label={t().plan.moveRow(shortName(activity.title))}
                  title={t().plan.moveHint}
                  onPointerDown={(event) => reorder.onHandleDown(activity.id, event)}
                >
                  <Icon name="menu" size={20} />
                </button>
              )}
              <DoneButton work={work} activity={activity} />
              <ActivityLine
                activity={activity}
                organisations={facts.organisations}
                budget={budgetOf(activity, budget)}
                today={today}
                onOpen={() => onOpen(activity.id)}
              />
              <span class={styles['end']}>
                <Tick state={activity.unsent === 0 ? 'server' : 'device'} />
                {work.readOnly === undefined && (
                  <Menu
                    label={t().plan.moreAbout(shortName(activity.title))}
                    items={activityItems(
                      work,
                      activity,
                      () => onOpen(activity.id),
                      isEnabled ? moves(activity.id, at) : [],
                    )}
                  />
                )}
              </span>
            </li>
          ))}
      </ul>
      <ShowMore left={left} end={end} onMore={showMore} />
      <span role="status">
        <VisuallyHidden>{moved}</VisuallyHidden>
      </span>
    </>
  );
}
