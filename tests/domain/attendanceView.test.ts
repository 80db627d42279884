import { describe, expect, it } from 'vitest';
import type { AttendanceEntry, AttendanceFacts, Presence } from '../../src/domain/attendance.ts';
import {
  type ListRow,
  type Mark,
  countRows,
  listRows,
  pendingMarks,
  visibleRows,
  withMarks,
} from '../../src/domain/attendanceView.ts';
import { asId, type MeetingId, type OrganisationId, type PersonId } from '../../src/domain/ids.ts';
import type { Signature } from '../../src/domain/signature.ts';
import { asInstant } from '../../src/domain/time.ts';

const meetingId = asId<MeetingId>('m');
const NAMES = ['Łucja Żak', 'Anna Ćwik', 'Jan Czech', 'Ewa Zając', 'Adam Śliwa', 'Ola Sowa', 'ks. Jan Łoś'];
const organisationName = (id: OrganisationId) => (id === 'osp' ? 'OSP Żółwin' : '');
const idOf = (name: string) => asId<PersonId>(`p${NAMES.indexOf(name)}`);

const entry = (name: string, presence: Presence, at = 5): AttendanceEntry => ({
  meetingId,
  personId: idOf(name),
  presence,
  origin: 'operator',
  at: asInstant(at),
  deviceId: asId('d'),
  correction: undefined,
});

const signature = (name: string, id = 's1'): Signature => ({
  id: asId(id),
  meetingId,
  personId: idOf(name),
  content: { kind: 'confirmed', reason: 'cannotDraw' },
  at: asInstant(6),
  deviceId: asId('d'),
  voidedAt: undefined,
});

/** Facts as a query gives them: new objects each time. */
const facts = (
  entries: readonly AttendanceEntry[] = [],
  signatures: readonly Signature[] = [],
): AttendanceFacts =>
  structuredClone({
    meetingId,
    day: undefined,
    persons: NAMES.map((name) => ({
      id: idOf(name),
      name,
      isHidden: false,
      mergedInto: undefined,
      createdAt: asInstant(1),
    })),
    representations: [
      {
        id: asId('r'),
        personId: idOf('Ewa Zając'),
        organisationId: asId('osp'),
        role: '',
        from: undefined,
        to: undefined,
      },
    ],
    invitations: NAMES.map((name) => ({ meetingId, personId: idOf(name), isInvited: true })),
    entries,
    signatures,
  });

const rowsOf = (
  given: AttendanceFacts,
  previous: readonly ListRow[] = [],
  waiting: ReadonlySet<PersonId> = new Set(),
) => listRows({ facts: given, organisationName, waiting, previous });

const byName = (rows: readonly ListRow[], name: string): ListRow => {
  const row = rows.find((each) => each.name === name);
  if (row === undefined) throw new Error(`no row of ${name}`);
  return row;
};

describe('the rows of an attendance list', () => {
  it('stand by surname in the Polish alphabet, numbered, titles skipped', () => {
    const rows = rowsOf(facts());
    expect(rows.map((row) => row.name)).toEqual([
      'Jan Czech',
      'Anna Ćwik',
      'ks. Jan Łoś',
      'Ola Sowa',
      'Adam Śliwa',
      'Ewa Zając',
      'Łucja Żak',
    ]);
    expect(rows.map((row) => row.ordinal)).toEqual([1, 2, 3, 4, 5, 6, 7]);
  });

  it('are the same array while nothing changes, though everything was read anew', () => {
    const first = rowsOf(facts([entry('Ewa Zając', 'present')], [signature('Ewa Zając')]));
    expect(rowsOf(facts([entry('Ewa Zając', 'present')], [signature('Ewa Zając')]), first)).toBe(first);
  });

  it('keep their identity but for the one that changed', () => {
    const first = rowsOf(facts());
    const second = rowsOf(facts([entry('Ewa Zając', 'present')]), first);
    const changed = second.filter((row, index) => row !== first[index]);
    expect(changed.map((row) => row.name)).toEqual(['Ewa Zając']);
    expect(changed[0]?.presence).toBe('present');
  });

  it('change when the server has them, and those of a merged double with them', () => {
    const merged = (): AttendanceFacts => {
      const base = facts([entry('Ola Sowa', 'present')]);
      const persons = base.persons.map((person) =>
        person.name === 'Ola Sowa' ? { ...person, mergedInto: idOf('Ewa Zając') } : person,
      );
      return { ...base, persons };
    };
    const waiting = rowsOf(merged(), [], new Set([idOf('Ola Sowa')]));
    expect(byName(waiting, 'Ewa Zając')).toMatchObject({ presence: 'present', saved: 'device' });
    const sent = rowsOf(merged(), waiting);
    expect(byName(sent, 'Ewa Zając').saved).toBe('server');
    expect(byName(sent, 'Adam Śliwa')).toBe(byName(waiting, 'Adam Śliwa'));
  });

  it('are ordered anew when a name is corrected', () => {
    const first = rowsOf(facts());
    const corrected = facts();
    const persons = corrected.persons.map((person) =>
      person.name === 'Ewa Zając' ? { ...person, name: 'Ewa Adamska' } : person,
    );
    expect(rowsOf({ ...corrected, persons }, first)[0]).toMatchObject({ name: 'Ewa Adamska', ordinal: 1 });
  });
});

describe('marks that are being stored', () => {
  const mark: Mark = {
    presence: 'present',
    origin: 'operator',
    at: asInstant(9),
    signature: undefined,
    saved: 'saving',
  };

  it('show at once on their row and touch no other', () => {
    const rows = rowsOf(facts());
    const shown = withMarks(rows, new Map([[idOf('Ewa Zając'), mark]]));
    expect(byName(shown, 'Ewa Zając')).toMatchObject({ presence: 'present', saved: 'saving' });
    expect(shown.filter((row, index) => row !== rows[index])).toHaveLength(1);
    expect(countRows(shown)).toMatchObject({ listed: 7, present: 1, unmarked: 6, signed: 0, unsigned: 1 });
  });

  it('are needed until the row read back shows them', () => {
    const marks = new Map([[idOf('Ewa Zając'), mark]]);
    expect(pendingMarks(marks, rowsOf(facts()))).toBe(marks);
    expect(pendingMarks(marks, rowsOf(facts([entry('Ewa Zając', 'excused', 8)])))).toBe(marks);
    expect(pendingMarks(marks, rowsOf(facts([entry('Ewa Zając', 'present', 9)]))).size).toBe(0);
    const signed = new Map([[idOf('Ewa Zając'), { ...mark, signature: signature('Ewa Zając') }]]);
    expect(pendingMarks(signed, rowsOf(facts([entry('Ewa Zając', 'present', 9)]))).size).toBe(1);
  });

  it('of a walk-in taken back are not needed once the row is gone', () => {
    const nobody = asId<PersonId>('walk-in');
    expect(pendingMarks(new Map([[nobody, { ...mark, presence: 'unmarked' }]]), []).size).toBe(0);
  });
});

describe('finding rows', () => {
  const rows = rowsOf(
    facts([entry('Ewa Zając', 'present'), entry('Anna Ćwik', 'present')], [signature('Anna Ćwik')]),
  );
  const names = (found: readonly ListRow[]) => found.map((row) => row.name);
  const nobody: ReadonlySet<PersonId> = new Set();

  it('ignores diacritics and case, in names and organisations', () => {
    expect(names(visibleRows(rows, 'all', 'zajac', nobody))).toEqual(['Ewa Zając']);
    expect(names(visibleRows(rows, 'all', 'ZOLW', nobody))).toEqual(['Ewa Zając']);
    expect(names(visibleRows(rows, 'all', 'sl ad', nobody))).toEqual(['Adam Śliwa']);
  });

  it('looks through the whole list while something is typed, whatever the filter', () => {
    expect(names(visibleRows(rows, 'unmarked', 'zając', nobody))).toEqual(['Ewa Zając']);
  });

  it('filters those not marked, present and without a signature', () => {
    expect(visibleRows(rows, 'unmarked', '', nobody)).toHaveLength(5);
    expect(names(visibleRows(rows, 'present', ' ', nobody))).toEqual(['Anna Ćwik', 'Ewa Zając']);
    expect(names(visibleRows(rows, 'unsigned', '', nobody))).toEqual(['Ewa Zając']);
  });

  it('keeps in sight whoever was marked under the filter, so that no row slides under the finger', () => {
    const staying = new Set([idOf('Ewa Zając')]);
    expect(names(visibleRows(rows, 'unmarked', '', staying))).toContain('Ewa Zając');
  });
});
