// The list at work: searching, marking, signing, adding people, typing in from paper, closing. On a closed list the same, to
// read, or with every change marked as a correction.

import { useEffect, useMemo, useRef, useState } from 'preact/hooks';
import { type ListFilter, countRows, visibleRows } from '../../../domain/attendanceView.ts';
import type { PersonId } from '../../../domain/ids.ts';
import { findUnlisted, knownPeople } from '../../../domain/knownPeople.ts';
import { hrefOf } from '../../../domain/places.ts';
import { Button } from '../../../ui/actions/Button.tsx';
import { EmptyState } from '../../../ui/feedback/EmptyState.tsx';
import { t } from '../../../ui/i18n/attendanceTexts.ts';
import { lazily, useLazy } from '../../../ui/lazily.ts';
import type { ListTarget } from '../changes/listWrites.ts';
import { isProtected } from '../changes/rowChange.ts';
import { AttendanceList, type WorkActions } from './AttendanceList.tsx';
import { ListToolbar } from './ListToolbar.tsx';
import { PaperMode } from './PaperMode.tsx';
import { Suggestions } from './Suggestions.tsx';
import type { Open } from './WorkDialogs.tsx';
import styles from './WorkingList.module.css';
import { type MarkMode, useListActions } from './useListActions.ts';
import type { List } from './useList.ts';
import type { MarksControl } from './useMarks.ts';
import { useFocusBack } from './useFocusBack.ts';
import { useSlashKey } from './useSlashKey.ts';

export interface WorkingListProps {
  readonly target: ListTarget;
  readonly list: List;
  readonly marks: MarksControl;
  /** Who works here, as far as it is known. */
  readonly by: string;
  readonly isReadOnly?: boolean;
}

const lazyDialogs = lazily(() => import('./WorkDialogs.tsx'));
const NOTHING: Open = { kind: 'nothing' };
const MOST_SUGGESTED = 4;
/** With so few hits, the person who was meant is probably none of them. */
const FEW_HITS = 3;

export function WorkingList({ target, list, marks, by, isReadOnly = false }: WorkingListProps) {
  const { facts, meeting, organisationName } = list;
  const { rows } = marks;
  const words = t().attendance;
  const [query, setQuery] = useState('');
  const [filter, setFilter] = useState<ListFilter>('all');
  const [staying, setStaying] = useState<ReadonlySet<PersonId>>(new Set());
  const [mode, setMode] = useState<MarkMode>({ kind: 'operator' });
  const [open, setOpen] = useState<Open>(NOTHING);
  const [fresh, setFresh] = useState<{ readonly id: PersonId; readonly isFollowed: boolean } | undefined>();
  const search = useRef<HTMLInputElement>(null);
  const frame = useRef<HTMLDivElement>(null);
  const actions = useListActions(target, mode, marks);
  useSlashKey(search);

  const dialogs = useLazy(lazyDialogs, open.kind !== 'nothing', target.device.reportFailure);
  useFocusBack(frame, open.kind === 'signing' ? open.id : undefined);
  const rowOf = (id: PersonId) => rows.find((row) => row.id === id);
  const stay = (id: PersonId) => setStaying((before) => (before.has(id) ? before : new Set(before).add(id)));

  const handlers = useRef<WorkActions>(undefined);
  handlers.current = {
    toggle: (row) => {
      stay(row.id);
      if (isProtected(row)) setOpen({ kind: 'person', id: row.id });
      else actions.toggle(row);
    },
    sign: (row) => {
      stay(row.id);
      setOpen({ kind: 'signing', id: row.id });
    },
    more: (row) => setOpen({ kind: 'person', id: row.id }),
  };
  const [rowActions] = useState<WorkActions>(() => ({
    toggle: (row) => handlers.current?.toggle(row),
    sign: (row) => handlers.current?.sign(row),
    more: (row) => handlers.current?.more(row),
  }));

  const isSearching = query.trim() !== '';
  const isAsking = isSearching || open.kind === 'adding';
  const { persons, representations } = facts;
  const people = useMemo(
    () => (isAsking ? knownPeople({ persons, representations }, organisationName) : []),
    [isAsking, persons, representations, organisationName],
  );
  const visible = useMemo(() => visibleRows(rows, filter, query, staying), [rows, filter, query, staying]);
  const unlisted = isSearching
    ? findUnlisted(people, new Set(rows.map((row) => row.id)), query, MOST_SUGGESTED)
    : [];

  // A highlight is for a moment; the next person added gets one of their own.
  useEffect(() => {
    if (fresh === undefined) return undefined;
    const timer = setTimeout(() => setFresh(undefined), 2_500);
    return () => clearTimeout(timer);
  }, [fresh]);

  const addKnown = (id: PersonId) => {
    const person = rowOf(id) ?? people.find((each) => each.id === id);
    if (person === undefined) return;
    stay(id);
    setFresh({ id, isFollowed: false });
    actions.addKnown(person);
    setQuery('');
    search.current?.focus();
  };

  /** Enter in the search: from paper it marks the first hit, otherwise it goes to the first hit's button. */
  const submit = () => {
    const [first] = visible;
    const hit = first?.id ?? unlisted[0]?.id;
    if (!isSearching) return;
    if (mode.kind === 'paper' && hit !== undefined) {
      addKnown(hit);
      return;
    }
    if (first !== undefined) frame.current?.querySelector<HTMLElement>('[data-person] button')?.focus();
    else if (!isReadOnly) setOpen({ kind: 'adding', typed: query });
  };

  const isPaper = mode.kind === 'paper';
  return (
    <div class={styles['working']} ref={frame}>
      <ListToolbar
        query={query}
        onQuery={setQuery}
        onSubmit={submit}
        searchRef={search}
        filter={filter}
        onFilter={(next) => {
          setFilter(next);
          setStaying(new Set());
        }}
        counts={countRows(rows)}
        isReadOnly={isReadOnly}
        isPaper={isPaper}
        onPaper={(next) => {
          setMode(next ? { kind: 'paper', isSigned: true } : { kind: 'operator' });
          search.current?.focus();
        }}
        onAdd={() => setOpen({ kind: 'adding', typed: query })}
        selfSigningHref={
          meeting.state === 'open' ? hrefOf({ kind: 'selfSigning', meetingId: meeting.id }) : undefined
        }
        printHref={hrefOf({ kind: 'printList', meetingId: meeting.id })}
        importHref={hrefOf({ kind: 'importList', meetingId: meeting.id })}
        onClose={meeting.state === 'open' ? () => setOpen({ kind: 'closing' }) : undefined}
      />
      {isPaper && !isReadOnly && (
        <PaperMode
          isSigned={mode.isSigned}
          onSigned={(isSigned) => setMode({ kind: 'paper', isSigned })}
          onEnd={() => setMode({ kind: 'operator' })}
        />
      )}
      {visible.length > 0 && (
        <AttendanceList
          rows={visible}
          total={rows.length}
          actions={rowActions}
          isEditable={!isReadOnly}
          freshId={fresh?.id}
          isFollowing={fresh?.isFollowed ?? false}
        />
      )}
      {rows.length === 0 && !isSearching && (
        <EmptyState
          icon="people"
          title={words.empty}
          action={
            !isReadOnly && (
              <Button icon="upload" href={hrefOf({ kind: 'importList', meetingId: meeting.id })}>
                {words.bringIn}
              </Button>
            )
          }
        >
          {words.emptyText}
        </EmptyState>
      )}
      {rows.length > 0 && visible.length === 0 && (
        <p class={styles['none']} role="status">
          {isSearching ? words.noneFound(query.trim()) : words.noneInFilter}
        </p>
      )}
      {isSearching && !isReadOnly && (unlisted.length > 0 || visible.length < FEW_HITS) && (
        <Suggestions
          query={query}
          known={unlisted}
          onKnown={(person) => addKnown(person.id)}
          onNew={(typed) => setOpen({ kind: 'adding', typed })}
        />
      )}
      {dialogs && (
        <dialogs.WorkDialogs
          open={open}
          onOpen={setOpen}
          target={target}
          list={list}
          marks={marks}
          actions={actions}
          people={people}
          by={by}
          isReadOnly={isReadOnly}
          onTouched={stay}
          onKnown={addKnown}
          onAdded={(id) => {
            stay(id);
            setFresh({ id, isFollowed: mode.kind === 'operator' });
            setQuery('');
          }}
        />
      )}
    </div>
  );
}
