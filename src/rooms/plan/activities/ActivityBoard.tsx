// Activities by state: a column each, on a phone one below another. Cards go from column to column by dragging, by Alt and the
// arrows, and by the menu.

import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import { editPlanRow } from '../../../documents/planCommands.ts';
import { ACTIVITY_STATES, type ActivityState, boardOf } from '../../../domain/plan/activity.ts';
import { orderBetween } from '../../../domain/order.ts';
import { Menu } from '../../../ui/actions/Menu.tsx';
import { classNames } from '../../../ui/classNames.ts';
import { Tick } from '../../../ui/display/Tick.tsx';
import { t } from '../../../ui/i18n/planTexts.ts';
import { VisuallyHidden } from '../../../ui/layout/VisuallyHidden.tsx';
import type { PlanWork } from '../planWork.ts';
import { shortName } from '../rows/rowWords.ts';
import {
  type ActivityEntry,
  type ActivityFacts,
  budgetByActivity,
  type BudgetByActivity,
  budgetOf,
} from './activityFacts.ts';
import { activityItems } from './activityItems.ts';
import { ActivityLine } from './ActivityLine.tsx';
import { ShowMore } from './ShowMore.tsx';
import { type BoardDrag, type BoardPlace, useBoardDrag } from './useBoardDrag.ts';
import { useShownRows } from './useShownRows.ts';
import styles from './Board.module.css';

export interface ActivityBoardProps {
  readonly work: PlanWork;
  readonly facts: ActivityFacts;
  /** In the order that people gave them. */
  readonly activities: readonly ActivityEntry[];
  readonly onOpen: (id: ActivityEntry['id']) => void;
}

export function ActivityBoard({ work, facts, activities, onOpen }: ActivityBoardProps) {
  const texts = t().planWork;
  const [moved, setMoved] = useState('');
  const focused = useRef<string | undefined>(undefined);
  const board = useRef<HTMLDivElement>(null);
  const columns = boardOf(activities);
  const byId = new Map<string, ActivityEntry>(activities.map((row) => [row.id, row]));
  // A card that was moved by the keyboard stands in another column: the focus follows it.
  useLayoutEffect(() => {
    const card = focused.current && board.current?.querySelector(`[data-card="${focused.current}"] button`);
    if (!(card instanceof HTMLElement) || card.closest('[data-column]') === null) return;
    card.focus();
    focused.current = undefined;
  }, [activities]);

  const write = (
    activity: ActivityEntry,
    fields: { readonly state: ActivityState; readonly order?: string },
  ): void => {
    setMoved(texts.movedToState(texts.states[fields.state]));
    work
      .write((doc, hand) => editPlanRow(doc, 'activities', activity.id, fields, hand))
      .catch(work.device.reportFailure);
  };
  const drop = (id: string, { state, beforeId }: BoardPlace): void => {
    const activity = byId.get(id);
    if (activity === undefined) return;
    write(activity, { state, order: orderAt(columns[state], id, beforeId, work.device.id) });
  };
  const drag = useBoardDrag(work.readOnly === undefined, drop);
  const step = (activity: ActivityEntry, by: -1 | 1): void => {
    const state = ACTIVITY_STATES[ACTIVITY_STATES.indexOf(activity.state) + by];
    if (state === undefined || work.readOnly !== undefined) return;
    focused.current = activity.id;
    // Its place among all stays.
    write(activity, { state });
  };

  return (
    <>
      <div
        class={classNames(styles['board'], drag.draggedId !== undefined && styles['dragging'])}
        ref={board}
      >
        {ACTIVITY_STATES.map((state) => (
          <Column
            key={state}
            work={work}
            facts={facts}
            budget={budgetByActivity(facts.budgetLines)}
            state={state}
            cards={columns[state].flatMap(({ id }) => byId.get(id) ?? [])}
            drag={drag}
            onOpen={onOpen}
            onStep={step}
          />
        ))}
      </div>
      <span role="status">
        <VisuallyHidden>{moved}</VisuallyHidden>
      </span>
    </>
  );
}

interface ColumnProps extends Omit<ActivityBoardProps, 'activities'> {
  readonly budget: BudgetByActivity;
  readonly state: ActivityState;
  readonly cards: readonly ActivityEntry[];
  readonly drag: BoardDrag;
  readonly onStep: (activity: ActivityEntry, by: -1 | 1) => void;
}

function Column({ work, facts, budget, state, cards, drag, onOpen, onStep }: ColumnProps) {
  const texts = t().planWork;
  const { rows, left, showMore, end } = useShownRows(cards);
  const isOver = drag.over?.state === state;
  const name = texts.columnCount(texts.states[state], cards.length);
  return (
    <section
      class={classNames(styles['column'], isOver && styles['over'])}
      data-column={state}
      aria-label={name}
    >
      <h3 class={styles['name']}>{name}</h3>
      {cards.length === 0 && <p class={styles['empty']}>{texts.emptyColumn}</p>}
      <ul class={styles['cards']} role="list">
        {rows.map((activity) => (
          <li
            key={activity.id}
            data-card={activity.id}
            class={classNames(
              styles['card'],
              drag.draggedId === activity.id && styles['dragged'],
              isOver && drag.over?.beforeId === activity.id && styles['before'],
            )}
            title={work.readOnly === undefined ? texts.boardHint : undefined}
            {...drag.cardProps(activity.id, (by) => onStep(activity, by))}
          >
            <ActivityLine
              activity={activity}
              organisations={facts.organisations}
              budget={budgetOf(activity, budget)}
              today={work.device.today()}
              onOpen={() => onOpen(activity.id)}
            />
            <span class={styles['end']}>
              <Tick state={activity.unsent === 0 ? 'server' : 'device'} />
              {work.readOnly === undefined && (
                <Menu
                  label={t().plan.moreAbout(shortName(activity.title))}
                  items={activityItems(work, activity, () => onOpen(activity.id), [])}
                />
              )}
            </span>
          </li>
        ))}
      </ul>
      <ShowMore left={left} end={end} onMore={showMore} />
    </section>
  );
}

/** The index before that card of the column, or after its last. */
function orderAt(
  column: readonly { readonly id: string; readonly order: string }[],
  id: string,
  beforeId: string | undefined,
  deviceId: string,
): string {
  const rest = column.filter((each) => each.id !== id);
  const at = rest.findIndex((each) => each.id === beforeId);
  const place = at === -1 ? rest.length : at;
  return orderBetween(rest[place - 1]?.order, rest[place]?.order, deviceId);
}
