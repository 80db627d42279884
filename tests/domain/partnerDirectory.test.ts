import { describe, expect, it } from 'vitest';
import { type OrganisationId, type PersonId, type RepresentationId, asId } from '../../src/domain/ids.ts';
import type {
  OrganisationStatus,
  PartnerOrganisation,
  Representation,
} from '../../src/domain/organisation.ts';
import {
  filterDirectory,
  listPeople,
  partnerDirectory,
  probableDoubles,
} from '../../src/domain/partnerDirectory.ts';
import type { Person } from '../../src/domain/person.ts';
import { changeRepresentation } from '../../src/domain/representationChange.ts';
import { type IsoDate, asInstant, decodeIsoDate } from '../../src/domain/time.ts';

function day(text: string): IsoDate {
  const date = decodeIsoDate(text);
  if (date === undefined) throw new Error(text);
  return date;
}

function organisation(id: string, name: string, status: OrganisationStatus = 'joined'): PartnerOrganisation {
  return { id: asId<OrganisationId>(id), name, type: 'other', status, isHidden: false };
}

function person(id: string, name: string, createdAt = 0): Person {
  return {
    id: asId<PersonId>(id),
    name,
    isHidden: false,
    mergedInto: undefined,
    createdAt: asInstant(createdAt),
  };
}

function speaksFor(id: string, who: string, what: string, to?: string): Representation {
  return {
    id: asId<RepresentationId>(id),
    personId: asId<PersonId>(who),
    organisationId: asId<OrganisationId>(what),
    role: 'dyrektor',
    from: day('2024-01-01'),
    to: to === undefined ? undefined : day(to),
  };
}

const ORGANISATIONS = [
  organisation('osp', 'Ochotnicza Straż Pożarna'),
  organisation('gok', 'Gminny Ośrodek Kultury', 'invited'),
];
const NAME_OF = (id: OrganisationId): string => ORGANISATIONS.find((each) => each.id === id)?.name ?? '';

describe('the directory of partners', () => {
  it('puts people under the organisations they speak for now, in Polish order', () => {
    const persons = [person('b', 'Bogdan Żak'), person('l', 'Łukasz Lis'), person('n', 'Anna Nowak')];
    const representations = [
      speaksFor('1', 'b', 'osp'),
      speaksFor('2', 'l', 'osp'),
      speaksFor('3', 'n', 'osp', '2025-06-30'),
    ];
    const directory = partnerDirectory({ persons, representations, organisations: ORGANISATIONS });
    expect(directory.entries.map((entry) => entry.organisation.id)).toEqual(['gok', 'osp']);
    expect(directory.entries[1]?.people.map((each) => each.person.name)).toEqual([
      'Łukasz Lis',
      'Bogdan Żak',
    ]);
    expect(directory.unaffiliated.map((each) => each.person.name)).toEqual(['Anna Nowak']);
    expect(directory.unaffiliated[0]?.former).toHaveLength(1);
  });

  it('shows a merged double once, with the representations of both', () => {
    const double: Person = { ...person('d', 'A. Nowak'), mergedInto: asId<PersonId>('n') };
    const people = listPeople({
      persons: [person('n', 'Anna Nowak'), double],
      representations: [speaksFor('1', 'd', 'osp'), speaksFor('2', 'n', 'gok')],
    });
    expect(people).toHaveLength(1);
    expect(people[0]?.current.map((each) => each.organisationId)).toEqual(['gok', 'osp']);
  });

  it('keeps people whose organisation is hidden in sight', () => {
    const hidden = { ...organisation('osp', 'OSP'), isHidden: true };
    const directory = partnerDirectory({
      persons: [person('b', 'Bogdan Lis')],
      representations: [speaksFor('1', 'b', 'osp')],
      organisations: [hidden],
    });
    expect(directory.entries).toEqual([]);
    expect(directory.unaffiliated).toHaveLength(1);
  });

  it('is searched without diacritics, by the name of a person or of an organisation', () => {
    const directory = partnerDirectory({
      persons: [person('b', 'Bogdan Żak'), person('l', 'Łukasz Lis')],
      representations: [speaksFor('1', 'b', 'osp'), speaksFor('2', 'l', 'osp')],
      organisations: ORGANISATIONS,
    });
    const found = (query: string) => filterDirectory(directory, { query, status: 'all' });
    expect(found('zak').entries.map((entry) => entry.people.length)).toEqual([1]);
    expect(found('straz').entries.map((entry) => entry.people.length)).toEqual([2]);
    expect(found('kultury').entries.map((entry) => entry.organisation.id)).toEqual(['gok']);
    expect(found('nikt')).toEqual({ entries: [], unaffiliated: [] });
    expect(filterDirectory(directory, { query: '', status: 'invited' }).entries).toHaveLength(1);
  });
});

describe('probable doubles', () => {
  const namesakes = [person('1', 'Anna Nowak', 1), person('2', 'Nowak Anna', 2), person('3', 'Jan Lis', 3)];

  it('have the same name and the same organisation, or one of them none; the older record is kept', () => {
    const alike = listPeople({
      persons: namesakes,
      representations: [speaksFor('1', '1', 'osp'), speaksFor('2', '2', 'osp')],
    });
    expect(probableDoubles(alike, NAME_OF).map(({ kept, double }) => [kept.id, double.id])).toEqual([
      ['1', '2'],
    ]);
    const oneWithout = listPeople({ persons: namesakes, representations: [speaksFor('1', '2', 'osp')] });
    expect(probableDoubles(oneWithout, NAME_OF)).toHaveLength(1);
  });

  it('are not two people of one name in two organisations', () => {
    const two = listPeople({
      persons: namesakes,
      representations: [speaksFor('1', '1', 'osp'), speaksFor('2', '2', 'gok')],
    });
    expect(probableDoubles(two, NAME_OF)).toEqual([]);
  });
});

describe('a change of whom a person speaks for', () => {
  const today = day('2026-11-22');
  const current = speaksFor('r1', 'p1', 'osp');
  const gok = asId<OrganisationId>('gok');
  const osp = asId<OrganisationId>('osp');

  it('ends the old representation and begins the new one, so that the history stays', () => {
    expect(changeRepresentation(current, { organisationId: gok, role: 'instruktor' }, today)).toEqual([
      { kind: 'change', id: 'r1', fields: { to: today } },
      { kind: 'begin', organisationId: 'gok', role: 'instruktor', from: today },
    ]);
    expect(changeRepresentation(current, { organisationId: undefined, role: '' }, today)).toEqual([
      { kind: 'change', id: 'r1', fields: { to: today } },
    ]);
  });

  it('corrects in place what was entered the same day, and a mere function always', () => {
    expect(
      changeRepresentation({ ...current, from: today }, { organisationId: gok, role: '' }, today),
    ).toEqual([{ kind: 'change', id: 'r1', fields: { organisationId: 'gok', role: '' } }]);
    expect(changeRepresentation(current, { organisationId: osp, role: 'prezes' }, today)).toEqual([
      { kind: 'change', id: 'r1', fields: { role: 'prezes' } },
    ]);
  });

  it('writes nothing when nothing changed', () => {
    expect(changeRepresentation(current, { organisationId: osp, role: 'dyrektor' }, today)).toEqual([]);
    expect(changeRepresentation(undefined, { organisationId: undefined, role: '' }, today)).toEqual([]);
  });
});
