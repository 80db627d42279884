// The rows of the list: a table on a tablet, two-line cards on a phone. Arrows move between the rows' presence buttons, the
// Tab key goes through the buttons of the current row and on.

import { useEffect, useMemo, useRef, useState } from 'preact/hooks';
import type { ListRow } from '../../../domain/attendanceView.ts';
import type { PersonId } from '../../../domain/ids.ts';
import { t } from '../../../ui/i18n/attendanceTexts.ts';
import { currentLanguage } from '../../../ui/i18n/language.ts';
import styles from './AttendanceList.module.css';
import { AttendanceRow, type RowActions } from './AttendanceRow.tsx';
import { useGrowing } from './useGrowing.ts';

/** What the buttons of a row do; moving between rows is the list's own. */
export type WorkActions = Pick<RowActions, 'toggle' | 'sign' | 'more'>;

export interface AttendanceListProps {
  readonly rows: readonly ListRow[];
  /** People on the whole list, whatever is filtered. */
  readonly total: number;
  /** The same functions for the whole life of the list. */
  readonly actions: WorkActions;
  readonly isEditable: boolean;
  /** Just marked or added: drawn to the eye for a moment. */
  readonly freshId: PersonId | undefined;
  /** Whether the fresh row is brought into sight; not while somebody goes on typing in the search. */
  readonly isFollowing: boolean;
}

export function AttendanceList({
  rows,
  total,
  actions,
  isEditable,
  freshId,
  isFollowing,
}: AttendanceListProps) {
  const words = t().attendance;
  const body = useRef<HTMLDivElement>(null);
  const [wanted, setWanted] = useState<PersonId | undefined>(undefined);
  const drawn = useGrowing(rows.length);
  const current = rows.some((row) => row.id === wanted) ? wanted : rows[0]?.id;

  useEffect(() => {
    if (freshId === undefined || !isFollowing) return;
    findRow(body.current, freshId)?.scrollIntoView({ block: 'nearest' });
  }, [freshId, isFollowing, rows]);

  const onKey = useRef<RowActions['key']>(undefined);
  onKey.current = (event, row) => {
    const next = rows[stepOf(event.key, rows.indexOf(row), drawn - 1)];
    if (next === undefined) return;
    event.preventDefault();
    findRow(body.current, next.id)?.querySelector<HTMLElement>('button')?.focus();
  };
  const [rowActions] = useState<RowActions>(() => ({
    ...actions,
    focus: (row) => setWanted(row.id),
    key: (event, row) => onKey.current?.(event, row),
  }));

  const language = currentLanguage();
  // The same elements while nothing of this changed: a dialog above the list costs the list nothing.
  const drawnRows = useMemo(
    () =>
      rows
        .slice(0, drawn)
        .map((row) => (
          <AttendanceRow
            key={row.id}
            row={row}
            actions={rowActions}
            isEditable={isEditable}
            isCurrent={row.id === current}
            isFresh={row.id === freshId}
            language={language}
          />
        )),
    [rows, drawn, rowActions, isEditable, current, freshId, language],
  );

  return (
    <div class={styles['frame']}>
      <div class={styles['table']} role="table" aria-label={words.title} aria-rowcount={total + 1}>
        <div class={styles['head']} role="rowgroup">
          <div class={styles['headRow']} role="row" aria-rowindex={1}>
            <div role="columnheader">{words.ordinal}</div>
            <div role="columnheader">{words.person}</div>
            <div role="columnheader">{words.organisation}</div>
            <div role="columnheader">{words.presence}</div>
            <div role="columnheader">{words.signature}</div>
            <div role="columnheader">
              <span class={styles['hidden']}>{t().common.more}</span>
            </div>
            <div role="columnheader">
              <span class={styles['hidden']}>{words.whereStored}</span>
            </div>
          </div>
        </div>
        <div ref={body} role="rowgroup">
          {drawnRows}
        </div>
        {drawn < rows.length && (
          <div class={styles['coming']} style={{ '--rows': rows.length - drawn }} aria-hidden="true" />
        )}
      </div>
    </div>
  );
}

function findRow(body: HTMLElement | null, id: PersonId): HTMLElement | null {
  return body?.querySelector<HTMLElement>(`[data-person="${id}"]`) ?? null;
}

/** The index that a key leads to; -1 for keys that lead nowhere. */
function stepOf(key: string, index: number, last: number): number {
  switch (key) {
    case 'ArrowDown':
      return Math.min(index + 1, last);
    case 'ArrowUp':
      return Math.max(index - 1, 0);
    case 'Home':
      return 0;
    case 'End':
      return last;
    default:
      return -1;
  }
}
