// Rows with a text of several writers, in an order that people choose: written in place, moved, taken away, offered back.

import type { ComponentChildren } from 'preact';
import { useRef, useState } from 'preact/hooks';
import { compareOrder } from '../../../domain/order.ts';
import type { TextRoot } from '../../../domain/plan/planRow.ts';
import { Menu, type MenuItem } from '../../../ui/actions/Menu.tsx';
import { classNames } from '../../../ui/classNames.ts';
import { Tick } from '../../../ui/display/Tick.tsx';
import { t } from '../../../ui/i18n/planTexts.ts';
import { Icon } from '../../../ui/icons/Icon.tsx';
import { useReorder } from '../../../ui/reorder/useReorder.ts';
import type { PlanWork } from '../planWork.ts';
import { OfferedBack } from './OfferedBack.tsx';
import { RowText } from './RowText.tsx';
import { hideRow, moveRow } from './rowActions.ts';
import { shortName } from './rowWords.ts';
import type { TextRow } from './textRow.ts';
import styles from './Rows.module.css';

export interface RowListProps<Row extends TextRow> {
  readonly work: PlanWork;
  readonly root: TextRoot;
  readonly label: string;
  /** All rows of the list, hidden ones too, in any order. */
  readonly rows: readonly Row[];
  /** Another order than the rows' own; rows stay where it puts them. */
  readonly sorted?: ((rows: readonly Row[]) => readonly Row[]) | undefined;
  /** What a row is called, where that is not its text. */
  readonly nameOf?: ((row: Row) => string) | undefined;
  /** Beside what is pressed: a kind, an owner. */
  readonly above?: ((row: Row) => ComponentChildren) | undefined;
  /** Above the text: a name. */
  readonly heading?: ((row: Row) => ComponentChildren) | undefined;
  readonly below?: ((row: Row) => ComponentChildren) | undefined;
  readonly items?: ((row: Row) => readonly MenuItem[]) | undefined;
  readonly textLabel: string;
  readonly emptyText?: string | undefined;
}

export function RowList<Row extends TextRow>(props: RowListProps<Row>) {
  const { work, root, label, rows, sorted, nameOf = ({ text }) => text } = props;
  const [editedId, setEditedId] = useState<string | undefined>(undefined);
  const [moved, setMoved] = useState('');
  const own = rows.filter(({ isHidden }) => !isHidden).toSorted(compareOrder);
  const listed = sorted?.(own) ?? own;
  const isOrderable = work.readOnly === undefined && sorted === undefined && own.length > 1;
  const list = useRef<HTMLUListElement>(null);
  const reorder = useReorder({
    list,
    ids: listed.map(({ id }) => id),
    isEnabled: isOrderable,
    onMove: (id, place) => {
      setMoved(t().plan.movedTo(place + 1, listed.length));
      return moveRow(work, root, listed, id, place);
    },
    reportFailure: work.device.reportFailure,
  });
  const byId = new Map(listed.map((row) => [row.id, row]));
  const shown = reorder.ids.flatMap((id) => byId.get(id) ?? []);

  return (
    <div class={styles['frame']}>
      <ul
        class={classNames(styles['list'], reorder.draggedId !== undefined && styles['sorting'])}
        aria-label={label}
        ref={list}
        role="list"
      >
        {shown.map((row, at) => (
          <li
            key={row.id}
            {...reorder.rowProps(row.id)}
            class={classNames(
              styles['row'],
              !isOrderable && props.above === undefined && styles['compact'],
              reorder.draggedId === row.id && styles['dragged'],
            )}
          >
            {isOrderable && (
              <button
                type="button"
                class={styles['handle']}
                aria-label={t().plan.moveRow(shortName(nameOf(row)))}
                title={t().plan.moveHint}
                onPointerDown={(event) => reorder.onHandleDown(row.id, event)}
              >
                <Icon name="menu" size={20} />
              </button>
            )}
            {props.above && <div class={styles['above']}>{props.above(row)}</div>}
            <div class={styles['body']}>
              {props.heading?.(row)}
              <RowText
                work={work}
                root={root}
                id={row.id}
                text={row.text}
                label={props.textLabel}
                empty={props.emptyText}
                isSent={row.unsent === 0}
                isEdited={editedId === row.id}
                onEdit={() => setEditedId(row.id)}
                onDone={() => setEditedId((current) => (current === row.id ? undefined : current))}
              />
            </div>
            {editedId !== row.id && (
              <div class={styles['end']}>
                <Tick
                  state={reorder.storingId === row.id ? 'saving' : row.unsent === 0 ? 'server' : 'device'}
                />
                {work.readOnly === undefined && (
                  <RowMenu
                    {...props}
                    row={row}
                    at={at}
                    reorder={reorder}
                    isOrderable={isOrderable}
                    name={nameOf(row)}
                  />
                )}
              </div>
            )}
            {props.below && <div class={styles['below']}>{props.below(row)}</div>}
          </li>
        ))}
      </ul>
      <p class={styles['hidden']} role="status">
        {moved}
      </p>
      <OfferedBack work={work} root={root} rows={rows} nameOf={nameOf} />
    </div>
  );
}

interface RowMenuProps<Row extends TextRow> extends RowListProps<Row> {
  readonly row: Row;
  readonly name: string;
  readonly at: number;
  readonly isOrderable: boolean;
  readonly reorder: ReturnType<typeof useReorder>;
}

function RowMenu<Row extends TextRow>(props: RowMenuProps<Row>) {
  const { work, root, row, name, at, isOrderable, reorder } = props;
  const { moveUp, moveDown, remove } = t().common;
  const moves: readonly MenuItem[] = isOrderable
    ? [
        { label: moveUp, icon: 'up', onSelect: () => reorder.move(row.id, -1), disabled: at === 0 },
        {
          label: moveDown,
          icon: 'down',
          onSelect: () => reorder.move(row.id, 1),
          disabled: at === reorder.ids.length - 1,
        },
      ]
    : [];
  return (
    <Menu
      label={t().plan.moreAbout(shortName(name))}
      items={[
        ...(props.items?.(row) ?? []),
        ...moves,
        { label: remove, icon: 'trash', onSelect: () => hideRow(work, root, row.id, name) },
      ]}
    />
  );
}
