// What the screen of an attendance list shows: rows in the order of the paper list, found and filtered, with the marks that
// are still being stored laid over them. A row in which nothing changed keeps its identity, so that it is not drawn again.

import {
  type AttendanceFacts,
  type Origin,
  type Presence,
  attendanceRows,
  rootPerson,
} from './attendance.ts';
import type { OrganisationId, PersonId } from './ids.ts';
import type { Signature } from './signature.ts';
import { sortByPolishName } from './text/comparePolish.ts';
import { foldPolish } from './text/foldPolish.ts';
import { searchMatches } from './text/searchMatches.ts';
import type { Instant } from './time.ts';

/** Where a row's last change is: being stored, on this device, on the server too, or not stored. */
type SavedState = 'saving' | 'device' | 'server' | 'failed';

export interface ListRow {
  readonly id: PersonId;
  /** Lp.: place in the whole list, from 1, whatever is filtered. */
  readonly ordinal: number;
  /** '' when it was erased. */
  readonly name: string;
  /** Name of the organisation; '' when none. */
  readonly organisation: string;
  readonly presence: Presence;
  readonly origin: Origin | undefined;
  readonly markedAt: Instant | undefined;
  /** Why it was corrected after closing; `undefined` when it was not. */
  readonly correction: string | undefined;
  readonly isWalkIn: boolean;
  readonly signature: Signature | undefined;
  readonly saved: SavedState;
}

export interface ListRowsInput {
  readonly facts: AttendanceFacts;
  readonly organisationName: (id: OrganisationId) => string;
  /** People of whom something waits to be sent; merged doubles included. */
  readonly waiting: ReadonlySet<PersonId>;
  /** The rows shown before, whose objects are kept where nothing changed. */
  readonly previous: readonly ListRow[];
}

/** The whole list by surname. Returns `previous` itself when no row of it changed. */
export function listRows({ facts, organisationName, waiting, previous }: ListRowsInput): readonly ListRow[] {
  const before = new Map(previous.map((row) => [row.id, row]));
  const persons = new Map(facts.persons.map((person) => [person.id, person]));
  const waitingRoots = new Set([...waiting].map((id) => rootPerson(persons, id)));
  const rows = attendanceRows(facts).map((row): ListRow => {
    const { name } = row.person;
    const organisation = row.organisationId === undefined ? '' : organisationName(row.organisationId);
    return {
      id: row.person.id,
      ordinal: 0,
      name,
      organisation,
      presence: row.presence,
      origin: row.entry?.origin,
      markedAt: row.entry?.at,
      correction: row.entry?.correction,
      isWalkIn: row.isWalkIn,
      signature: row.signature,
      saved: waitingRoots.has(row.person.id) ? 'device' : 'server',
    };
  });
  return keepRows(inOrder(rows, previous), previous, before);
}

/** Sorting 300 names takes as long as all the rest, so the order is taken over while the names are the same. */
function inOrder(rows: readonly ListRow[], previous: readonly ListRow[]): readonly ListRow[] {
  const byId = new Map(rows.map((row) => [row.id, row]));
  const kept = previous.flatMap((old) => {
    const row = byId.get(old.id);
    return row !== undefined && row.name === old.name ? [row] : [];
  });
  const isSameOrder = kept.length === rows.length && previous.length === rows.length;
  return isSameOrder ? kept : sortByPolishName(rows, (row) => row.name);
}

function keepRows(
  rows: readonly ListRow[],
  previous: readonly ListRow[],
  before: ReadonlyMap<PersonId, ListRow>,
): readonly ListRow[] {
  const next = rows.map((row, index) => {
    const numbered = { ...row, ordinal: index + 1 };
    const old = before.get(row.id);
    return old !== undefined && isSameRow(old, numbered) ? old : numbered;
  });
  const isSame = next.length === previous.length && next.every((row, index) => row === previous[index]);
  return isSame ? previous : next;
}

/** Signatures never change, so that the same id is the same drawing, whichever copy of it was read. */
function isSameRow(a: ListRow, b: ListRow): boolean {
  return (
    a.ordinal === b.ordinal &&
    a.name === b.name &&
    a.organisation === b.organisation &&
    a.presence === b.presence &&
    a.origin === b.origin &&
    a.markedAt === b.markedAt &&
    a.correction === b.correction &&
    a.isWalkIn === b.isWalkIn &&
    a.signature?.id === b.signature?.id &&
    a.saved === b.saved
  );
}

/** A mark that was made on the screen and is not read back from the database yet. */
export interface Mark {
  readonly presence: Presence;
  readonly origin: Origin;
  readonly at: Instant;
  /** The signature that stands after it. */
  readonly signature: Signature | undefined;
  readonly saved: 'saving' | 'device' | 'failed';
}

export type Marks = ReadonlyMap<PersonId, Mark>;

/** The rows with the marks laid over them; every other row is the same object. */
export function withMarks(rows: readonly ListRow[], marks: Marks): readonly ListRow[] {
  if (marks.size === 0) return rows;
  return rows.map((row) => {
    const mark = marks.get(row.id);
    if (mark === undefined) return row;
    const { presence, origin, at, signature, saved } = mark;
    return { ...row, presence, origin, markedAt: at, signature, saved };
  });
}

/** The marks that the rows do not show yet. */
export function pendingMarks(marks: Marks, rows: readonly ListRow[]): Marks {
  const byId = new Map(rows.map((row) => [row.id, row]));
  const pending = [...marks].filter(([id, mark]) => {
    const row = byId.get(id);
    if (row === undefined) return mark.presence !== 'unmarked';
    const isShown = row.markedAt === mark.at && row.presence === mark.presence;
    return !isShown || row.signature?.id !== mark.signature?.id;
  });
  return pending.length === marks.size ? marks : new Map(pending);
}

const foldedRows = new WeakMap<ListRow, string>();

/**
 * Whether what is searched for is in the row's name or organisation; folded at the first search, not at opening. Nobody
 * finds a person whose data were erased.
 */
export function isFound(row: ListRow, query: string): boolean {
  if (row.name === '') return false;
  const folded = foldedRows.get(row) ?? foldPolish(`${row.name} ${row.organisation}`);
  foldedRows.set(row, folded);
  return searchMatches(folded, query);
}

export const LIST_FILTERS = ['all', 'unmarked', 'present', 'unsigned'] as const;
/** `unsigned`: present without a signature. */
export type ListFilter = (typeof LIST_FILTERS)[number];

function isInFilter(row: ListRow, filter: ListFilter): boolean {
  switch (filter) {
    case 'all':
      return true;
    case 'unmarked':
      return row.presence === 'unmarked';
    case 'present':
      return row.presence === 'present';
    case 'unsigned':
      return row.presence === 'present' && row.signature === undefined;
  }
}

/**
 * The rows to show. `staying` are people marked since the filter was chosen: they stay, so that the next row does not
 * slide under the finger. A search looks through the whole list, whatever the filter.
 */
export function visibleRows(
  rows: readonly ListRow[],
  filter: ListFilter,
  query: string,
  staying: ReadonlySet<PersonId>,
): readonly ListRow[] {
  if (query.trim() !== '') return rows.filter((row) => isFound(row, query));
  if (filter === 'all') return rows;
  return rows.filter((row) => staying.has(row.id) || isInFilter(row, filter));
}

export interface ListCounts {
  readonly listed: number;
  readonly unmarked: number;
  readonly present: number;
  readonly excused: number;
  readonly signed: number;
  readonly unsigned: number;
}

export function countRows(rows: readonly ListRow[]): ListCounts {
  const present = rows.filter((row) => row.presence === 'present');
  const signed = present.filter((row) => row.signature !== undefined).length;
  return {
    listed: rows.length,
    unmarked: rows.filter((row) => row.presence === 'unmarked').length,
    present: present.length,
    excused: rows.filter((row) => row.presence === 'excused').length,
    signed,
    unsigned: present.length - signed,
  };
}
