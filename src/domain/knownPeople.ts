// People of a partnership who can be put on a list: found while a name is typed, before a new person is entered.
// On the tablet that is passed round far less is found (see findYourself): nobody is to leaf through the others.

import { type AttendanceFacts, rootPerson } from './attendance.ts';
import type { OrganisationId, PersonId } from './ids.ts';
import { sortByPolishName } from './text/comparePolish.ts';
import { foldedWords, foldPolish } from './text/foldPolish.ts';
import { personKey } from './text/personKey.ts';
import { searchMatches } from './text/searchMatches.ts';
import { splitName } from './text/splitName.ts';

export interface NamedPerson {
  readonly id: PersonId;
  readonly name: string;
  /** '' when none is known. */
  readonly organisation: string;
}

export interface KnownPerson extends NamedPerson {
  /** Name and organisation, folded. */
  readonly folded: string;
}

/** Everybody who is neither hidden nor merged into another, by surname. */
export function knownPeople(
  facts: Pick<AttendanceFacts, 'persons' | 'representations'>,
  organisationName: (id: OrganisationId) => string,
): readonly KnownPerson[] {
  const persons = new Map(facts.persons.map((person) => [person.id, person]));
  const organisations = new Map<PersonId, string>();
  for (const { personId, organisationId, to } of facts.representations) {
    const root = rootPerson(persons, personId);
    if (to !== undefined || (organisations.has(root) && personId !== root)) continue;
    organisations.set(root, organisationName(organisationId));
  }
  const people = facts.persons
    .filter((person) => !person.isHidden && rootPerson(persons, person.id) === person.id)
    .map(({ id, name }): KnownPerson => {
      const organisation = organisations.get(id) ?? '';
      return { id, name, organisation, folded: foldPolish(`${name} ${organisation}`) };
    });
  return sortByPolishName(people, (person) => person.name);
}

/** Those whom `query` finds among the people who are not on the list yet, at most `most`; none for an empty query. */
export function findUnlisted(
  people: readonly KnownPerson[],
  listed: ReadonlySet<PersonId>,
  query: string,
  most: number,
): readonly KnownPerson[] {
  if (query.trim() === '') return [];
  return people
    .filter((person) => !listed.has(person.id) && searchMatches(person.folded, query))
    .slice(0, most);
}

/** The person who is meant by this name and organisation, however they are written; `undefined` when it is a new one. */
export function findSamePerson(
  people: readonly KnownPerson[],
  name: string,
  organisation: string,
): KnownPerson | undefined {
  const key = personKey(name, organisation);
  return people.find((person) => personKey(person.name, person.organisation) === key);
}

const LEAST_LETTERS = 2;
const MOST_FOUND = 5;

/**
 * Whom somebody finds on the tablet that is passed round: nobody until two letters of a surname are typed, then at
 * most five. Every word typed must begin a word of the name, and one of them a part of the surname.
 */
export function findYourself(people: readonly NamedPerson[], query: string): readonly NamedPerson[] {
  const typed = foldedWords(query);
  const surnameStarts = typed.filter((word) => word.length >= LEAST_LETTERS);
  if (surnameStarts.length === 0) return [];
  return people
    .filter(({ name }) => {
      const surname = foldedWords(splitName(name).words.at(-1) ?? '');
      const isSurname = surnameStarts.some((start) => surname.some((part) => part.startsWith(start)));
      return isSurname && searchMatches(foldPolish(name), query);
    })
    .slice(0, MOST_FOUND);
}
