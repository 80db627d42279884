import { describe, expect, it } from 'vitest';
import {
  type AttendanceEntry,
  type AttendanceFacts,
  attendanceRows,
  countAttendance,
  rootPerson,
} from '../../src/domain/attendance.ts';
import { asId, type DeviceId, type MeetingId, type PersonId } from '../../src/domain/ids.ts';
import type { Person } from '../../src/domain/person.ts';
import type { Signature } from '../../src/domain/signature.ts';
import { asInstant } from '../../src/domain/time.ts';

const MEETING = asId<MeetingId>('m1');

function person(id: string, mergedInto?: string): Person {
  return {
    id: asId(id),
    name: id,
    isHidden: false,
    mergedInto: mergedInto === undefined ? undefined : asId<PersonId>(mergedInto),
    createdAt: asInstant(1),
  };
}

function entry(
  personId: string,
  presence: AttendanceEntry['presence'],
  at = 1,
  meetingId = MEETING,
): AttendanceEntry {
  const [id, deviceId] = [asId<PersonId>(personId), asId<DeviceId>('tablet')];
  return {
    meetingId,
    personId: id,
    presence,
    origin: 'operator',
    at: asInstant(at),
    deviceId,
    correction: undefined,
  };
}

function signature(id: string, personId: string, at: number, voidedAt?: number): Signature {
  return {
    id: asId(id),
    meetingId: MEETING,
    personId: asId(personId),
    content: { kind: 'confirmed', reason: 'prefersNot' },
    at: asInstant(at),
    deviceId: asId('tablet'),
    voidedAt: voidedAt === undefined ? undefined : asInstant(voidedAt),
  };
}

function facts(some: Partial<AttendanceFacts>): AttendanceFacts {
  return {
    meetingId: MEETING,
    day: undefined,
    persons: [],
    representations: [],
    invitations: [],
    entries: [],
    signatures: [],
    ...some,
  };
}

function invited(...ids: string[]): AttendanceFacts['invitations'] {
  return ids.map((id) => ({ meetingId: MEETING, personId: asId<PersonId>(id), isInvited: true }));
}

describe('the rows of an attendance list', () => {
  it('are the invited and those who came; somebody who came uninvited is a walk-in', () => {
    const rows = attendanceRows(
      facts({
        persons: [person('anna'), person('bogdan'), person('celina')],
        invitations: invited('anna'),
        entries: [entry('bogdan', 'present')],
      }),
    );
    expect(rows.map((row) => [row.person.id, row.presence, row.isWalkIn])).toEqual([
      ['anna', 'unmarked', false],
      ['bogdan', 'present', true],
    ]);
  });

  it('leave out a walk-in that was taken back, and people of other meetings', () => {
    const rows = attendanceRows(
      facts({
        persons: [person('anna'), person('bogdan')],
        entries: [entry('anna', 'unmarked'), entry('bogdan', 'present', 1, asId<MeetingId>('m2'))],
      }),
    );
    expect(rows).toEqual([]);
  });

  it('a valid signature means present, whatever the mark says; a voided one proves nothing', () => {
    const rows = attendanceRows(
      facts({
        persons: [person('anna'), person('bogdan')],
        invitations: invited('anna', 'bogdan'),
        entries: [entry('anna', 'absent')],
        signatures: [signature('s1', 'anna', 5), signature('s2', 'bogdan', 5, 6)],
      }),
    );
    expect(rows.map((row) => [row.presence, row.signature?.id])).toEqual([
      ['present', 's1'],
      ['unmarked', undefined],
    ]);
  });

  it('of two signatures taken at two doors the later stands', () => {
    const given = [signature('s1', 'anna', 5), signature('s2', 'anna', 9)];
    for (const signatures of [given, given.toReversed()]) {
      const rows = attendanceRows(facts({ persons: [person('anna')], signatures }));
      expect(rows.map((row) => row.signature?.id)).toEqual(['s2']);
    }
  });

  it('a merged double folds into one row, and presence wins over excuse and absence', () => {
    const entries = [entry('anna', 'excused', 9), entry('ania', 'present', 1)];
    for (const given of [entries, entries.toReversed()]) {
      const rows = attendanceRows(
        facts({
          persons: [person('anna'), person('ania', 'anna')],
          invitations: invited('anna', 'ania'),
          entries: given,
        }),
      );
      expect(rows.map((row) => [row.person.id, row.presence])).toEqual([['anna', 'present']]);
    }
  });

  it('two tablets that merged the same two people the other way round agree on one of them', () => {
    const persons = new Map([person('anna', 'ania'), person('ania', 'anna')].map((each) => [each.id, each]));
    expect(rootPerson(persons, asId('anna'))).toBe('ania');
    expect(rootPerson(persons, asId('ania'))).toBe('ania');
  });

  it('add up to counts', () => {
    const counts = countAttendance(
      attendanceRows(
        facts({
          persons: [person('anna'), person('bogdan'), person('celina'), person('daniel')],
          invitations: invited('anna', 'bogdan', 'celina'),
          entries: [entry('anna', 'present'), entry('bogdan', 'excused'), entry('daniel', 'present')],
          signatures: [signature('s1', 'anna', 5)],
        }),
      ),
    );
    expect(counts).toMatchObject({ listed: 4, present: 2, excused: 1, absent: 0, signed: 1, walkIns: 1 });
  });
});
