import { describe, expect, it } from 'vitest';
import { type PersonId, asId } from '../../../src/domain/ids.ts';
import { whoSuggestions } from '../../../src/rooms/meetings/decisions/whoSuggestions.ts';
import {
  invitationChanges,
  invitationGroups,
  invitedIds,
} from '../../../src/rooms/meetings/one/invitedPeople.ts';
import type { Row } from '../../../src/storage/database.ts';
import type { AttendanceListRows } from '../../../src/storage/queries.ts';
import { documentName } from '../../../src/schema/documentName.ts';
import { asInstant } from '../../../src/domain/time.ts';
import { MEETING, PARTNERSHIP } from '../../storage/testLedger.ts';

const META = {
  doc: documentName('register', PARTNERSHIP),
  partnershipId: PARTNERSHIP,
  unsent: 1,
  stamp: [],
} as const;

function person(id: string, name: string, changed: Partial<Row<'persons'>> = {}): Row<'persons'> {
  const record = {
    id: asId<PersonId>(id),
    name,
    isHidden: false,
    mergedInto: undefined,
    createdAt: asInstant(1),
  };
  return { ...META, ...record, key: id, ...changed };
}

function organisation(id: string, name: string): Row<'organisations'> {
  return { ...META, key: id, id: asId(id), name, type: 'other', status: 'joined', isHidden: false };
}

function speaksFor(personId: string, organisationId: string): Row<'representations'> {
  const record = {
    id: asId<never>(`${personId}-${organisationId}`),
    role: '',
    from: undefined,
    to: undefined,
  };
  return {
    ...META,
    ...record,
    key: record.id,
    personId: asId(personId),
    organisationId: asId(organisationId),
  };
}

function invited(personId: string, isInvited = true): Row<'invitations'> {
  return { ...META, key: personId, meetingId: MEETING, personId: asId(personId), isInvited };
}

function list(rows: Partial<AttendanceListRows>): AttendanceListRows {
  return {
    meetingId: MEETING,
    day: undefined,
    persons: [],
    representations: [],
    organisations: [],
    invitations: [],
    entries: [],
    signatures: [],
    seals: [],
    ...rows,
  };
}

describe('who is invited', () => {
  it('leaves out invitations taken back and removed people, and counts a merged double as the one it is', () => {
    const rows = list({
      persons: [
        person('anna', 'Anna Nowak'),
        person('double', 'A. Nowak', { mergedInto: asId('anna') }),
        person('jan', 'Jan Lis'),
        person('gone', 'Ewa Maj', { isHidden: true }),
      ],
      invitations: [invited('double'), invited('jan', false), invited('gone')],
    });
    expect([...invitedIds(rows)]).toEqual(['anna']);
  });

  it('is chosen by organisation, each person once', () => {
    const rows = list({
      persons: [person('anna', 'Anna Nowak'), person('jan', 'Jan Lis')],
      organisations: [organisation('osp', 'OSP'), organisation('gok', 'GOK')],
      representations: [speaksFor('anna', 'osp'), speaksFor('anna', 'gok')],
    });
    const groups = invitationGroups(rows);
    expect(groups.map((group) => [group.organisation, group.people.length])).toEqual([
      ['GOK', 1],
      [undefined, 1],
    ]);
  });

  it('changes only where the choice differs from what stood', () => {
    const ids = (...names: readonly string[]) => new Set(names.map((name) => asId<PersonId>(name)));
    expect(invitationChanges(ids('a', 'b'), ids('b', 'c'))).toEqual({ invited: ['c'], takenBack: ['a'] });
  });
});

describe('who could do what was decided', () => {
  const named = (...names: readonly string[]) => names.map((name) => ({ name, isHidden: false }));

  it('is proposed by the beginning of a name, organisations first, without diacritics', () => {
    expect(whoSuggestions('zo', named('Żołnierze wyklęci', 'OSP'), named('Zofia Ćma'))).toEqual([
      'Żołnierze wyklęci',
      'Zofia Ćma',
    ]);
  });

  it('is not proposed when typed in full or removed, and each name once', () => {
    expect(whoSuggestions('OSP', named('OSP', 'OSP Zawada', 'OSP Zawada'), [])).toEqual(['OSP Zawada']);
    expect(whoSuggestions('', [{ name: 'OSP', isHidden: true }], [])).toEqual([]);
  });
});
