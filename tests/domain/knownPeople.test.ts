import { describe, expect, it } from 'vitest';
import type { Representation } from '../../src/domain/organisation.ts';
import type { Person } from '../../src/domain/person.ts';
import { asId, type PersonId } from '../../src/domain/ids.ts';
import { findSamePerson, findUnlisted, findYourself, knownPeople } from '../../src/domain/knownPeople.ts';
import { asInstant, isoDateOf } from '../../src/domain/time.ts';

const person = (id: string, name: string, change: Partial<Person> = {}): Person => ({
  id: asId(id),
  name,
  isHidden: false,
  mergedInto: undefined,
  createdAt: asInstant(1),
  ...change,
});
const speaksFor = (
  id: string,
  organisation: string,
  change: Partial<Representation> = {},
): Representation => ({
  id: asId(`r-${id}-${organisation}`),
  personId: asId(id),
  organisationId: asId(organisation),
  role: '',
  from: undefined,
  to: undefined,
  ...change,
});

const people = knownPeople(
  {
    persons: [
      person('a', 'Anna Żółć-Kowalska'),
      person('b', 'Bogdan Kowal'),
      person('c', 'Kowalina Nowak'),
      person('d', 'Jan Hidden', { isHidden: true }),
      person('e', 'B. Kowal', { mergedInto: asId('b') }),
    ],
    representations: [
      speaksFor('e', 'osp'),
      speaksFor('c', 'gok', { to: isoDateOf(new Date(2025, 0, 1)) }),
      speaksFor('a', 'kgw'),
    ],
  },
  (id) => ({ osp: 'OSP', gok: 'GOK', kgw: 'KGW Polanki' })[String(id)] ?? '',
);

describe('people who are known already', () => {
  it('come with the organisation they speak for now, without hidden ones and merged doubles', () => {
    expect(people.map(({ id, organisation }) => [id, organisation])).toEqual([
      ['b', 'OSP'],
      ['c', ''],
      ['a', 'KGW Polanki'],
    ]);
  });

  it('are found by name and organisation while they are not on the list', () => {
    const listed = new Set([asId<PersonId>('b')]);
    expect(findUnlisted(people, listed, 'kow', 5).map((each) => each.id)).toEqual(['c', 'a']);
    expect(findUnlisted(people, listed, 'polanki', 5).map((each) => each.id)).toEqual(['a']);
    expect(findUnlisted(people, listed, ' ', 5)).toEqual([]);
    expect(findUnlisted(people, new Set(), 'k', 1)).toHaveLength(1);
  });

  it('are recognised however the name is written, but never across organisations', () => {
    expect(findSamePerson(people, 'zolc-kowalska anna', 'KGW POLANKI')?.id).toBe('a');
    expect(findSamePerson(people, 'Bogdan Kowal', 'KGW Polanki')).toBeUndefined();
  });
});

describe('finding oneself on the tablet that is passed round', () => {
  const names = (query: string) => findYourself(people, query).map((each) => each.name);

  it('shows nobody below two letters of a surname', () => {
    expect(['', ' ', 'k', 'k b', 'ż'].flatMap(names)).toEqual([]);
  });

  it('shows nobody for a given name, or for the name of an organisation', () => {
    expect(['anna', 'bogdan', 'kowalina', 'polanki', 'osp'].flatMap(names)).toEqual([]);
  });

  it('finds by any part of the surname, and narrows with the given name', () => {
    expect(names('ko')).toEqual(['Bogdan Kowal', 'Anna Żółć-Kowalska']);
    expect(names('zolc')).toEqual(['Anna Żółć-Kowalska']);
    expect(names('ko bog')).toEqual(['Bogdan Kowal']);
    expect(names('Anna Kowalska')).toEqual(['Anna Żółć-Kowalska']);
  });

  it('never shows more than five', () => {
    const many = knownPeople(
      {
        persons: Array.from({ length: 40 }, (_, n) => person(`n${n}`, `Ewa Nowak${n}`)),
        representations: [],
      },
      () => '',
    );
    expect(findYourself(many, 'nowak')).toHaveLength(5);
  });
});
