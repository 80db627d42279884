// A table of records that becomes a list of cards where it is too narrow for columns. Rows off the screen are neither
// laid out nor painted, so 300 of them stay quick; that is why these are grids with table roles, not table elements
// (containment does not apply to table rows).
import type { ComponentChildren } from 'preact';
import { classNames } from '../classNames.ts';
import styles from './Table.module.css';

type TableColumn = {
  readonly label: string;
  /** A grid track such as `3.5rem` or `minmax(9rem, 2fr)`. */
  readonly width: string;
  /** The heading is spoken but not shown. */
  readonly labelHidden?: boolean | undefined;
};

export type TableProps = {
  readonly label: string;
  readonly columns: readonly TableColumn[];
  /** `TableRow`s. */
  readonly children: ComponentChildren;
};

export const Table = ({ label, columns, children }: TableProps) => (
  <div class={styles['frame']}>
    <div
      class={styles['table']}
      role="table"
      aria-label={label}
      style={{ '--columns': columns.map((column) => column.width).join(' ') }}
    >
      <div class={styles['head']} role="rowgroup">
        <div class={styles['headRow']} role="row">
          {columns.map((column) => (
            <div key={column.label} role="columnheader">
              <span class={column.labelHidden ? styles['hidden'] : undefined}>{column.label}</span>
            </div>
          ))}
        </div>
      </div>
      <div role="rowgroup">{children}</div>
    </div>
  </div>
);

export type TableRowProps = {
  /** One `TableCell` a column, in the columns' order. */
  readonly children: ComponentChildren;
  readonly id?: string | undefined;
  /** Draws the eye for a moment: just added or just changed. */
  readonly fresh?: boolean | undefined;
};

export const TableRow = ({ children, id, fresh = false }: TableRowProps) => (
  <div class={classNames(styles['row'], fresh && styles['fresh'])} role="row" id={id}>
    {children}
  </div>
);

export type TableCellProps = {
  readonly children?: ComponentChildren | undefined;
  /** Names the row: the person, the meeting. */
  readonly heading?: boolean | undefined;
  /**
   * Where it stands on a card: `title` first and bold, `line` below it in soft text, `corner` at the top right,
   * `action` at the bottom beside the other actions, `number` before the title, `none` left out.
   */
  readonly card?: 'title' | 'line' | 'corner' | 'action' | 'number' | 'none' | undefined;
  /** On a card: a word before the content, for values that do not speak for themselves. */
  readonly cardLabel?: string | undefined;
  readonly align?: 'start' | 'end' | 'centre' | undefined;
};

export const TableCell = ({
  children,
  heading = false,
  card = heading ? 'title' : 'line',
  cardLabel,
  align = 'start',
}: TableCellProps) => (
  <div class={classNames(styles['cell'], styles[card], styles[align])} role={heading ? 'rowheader' : 'cell'}>
    {cardLabel !== undefined && (
      <span class={styles['cardLabel']} aria-hidden="true">
        {cardLabel}{' '}
      </span>
    )}
    {children}
  </div>
);
