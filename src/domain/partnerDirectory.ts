// Organisations with the people who speak for them, as the partners' screen shows and searches them. Doubles that were
// merged stand under the person they were merged into.

import { rootPerson } from './attendance.ts';
import type { OrganisationId, PersonId } from './ids.ts';
import type { OrganisationStatus, PartnerOrganisation, Representation } from './organisation.ts';
import type { Person } from './person.ts';
import { sortByPolishName } from './text/comparePolish.ts';
import { foldPolish } from './text/foldPolish.ts';
import { organisationKey } from './text/organisationKey.ts';
import { nameKey } from './text/personKey.ts';
import { searchMatches } from './text/searchMatches.ts';

export interface DirectoryFacts<P extends Person, O extends PartnerOrganisation> {
  readonly persons: readonly P[];
  readonly representations: readonly Representation[];
  readonly organisations: readonly O[];
}

export interface DirectoryPerson<P extends Person> {
  readonly person: P;
  /** For whom the person speaks now; own representations before those of merged doubles. */
  readonly current: readonly Representation[];
  /** Ended ones, the latest first. */
  readonly former: readonly Representation[];
}

export interface DirectoryEntry<P extends Person, O extends PartnerOrganisation> {
  readonly organisation: O;
  readonly people: readonly DirectoryPerson<P>[];
}

export interface PartnerDirectory<P extends Person, O extends PartnerOrganisation> {
  readonly entries: readonly DirectoryEntry<P, O>[];
  /** People who speak for no organisation that is shown. */
  readonly unaffiliated: readonly DirectoryPerson<P>[];
}

/** Everybody who is not hidden or merged, with their representations, by surname. */
export function listPeople<P extends Person>(
  facts: Pick<DirectoryFacts<P, PartnerOrganisation>, 'persons' | 'representations'>,
): readonly DirectoryPerson<P>[] {
  const persons = new Map<PersonId, Person>(facts.persons.map((person) => [person.id, person]));
  const ofRoot = new Map<PersonId, Representation[]>();
  for (const representation of facts.representations) {
    const root = rootPerson(persons, representation.personId);
    ofRoot.set(root, [...(ofRoot.get(root) ?? []), representation]);
  }
  const shown = facts.persons.filter(
    (person) => !person.isHidden && rootPerson(persons, person.id) === person.id,
  );
  return sortByPolishName(shown, (person) => person.name).map((person) => {
    const all = (ofRoot.get(person.id) ?? []).toSorted((a, b) => compareRepresentations(a, b, person.id));
    const current = all.filter((each) => each.to === undefined);
    const former = all.filter((each) => each.to !== undefined);
    return { person, current, former: former.toSorted((a, b) => ((a.to ?? '') > (b.to ?? '') ? -1 : 1)) };
  });
}

function compareRepresentations(a: Representation, b: Representation, root: PersonId): number {
  if ((a.personId === root) !== (b.personId === root)) return a.personId === root ? -1 : 1;
  return a.id < b.id ? -1 : 1;
}

export function partnerDirectory<P extends Person, O extends PartnerOrganisation>(
  facts: DirectoryFacts<P, O>,
): PartnerDirectory<P, O> {
  const people = listPeople(facts);
  const shown = facts.organisations.filter((organisation) => !organisation.isHidden);
  const ofOrganisation = new Map<OrganisationId, DirectoryPerson<P>[]>(shown.map(({ id }) => [id, []]));
  const unaffiliated: DirectoryPerson<P>[] = [];
  for (const person of people) {
    const places = new Set(person.current.map((each) => each.organisationId));
    const lists = [...places].flatMap((id) => {
      const list = ofOrganisation.get(id);
      return list ? [list] : [];
    });
    for (const list of lists.length > 0 ? lists : [unaffiliated]) list.push(person);
  }
  const collator = new Intl.Collator('pl', { numeric: true });
  const sorted = shown.toSorted((a, b) => collator.compare(a.name, b.name) || (a.id < b.id ? -1 : 1));
  return {
    entries: sorted.map((organisation) => ({
      organisation,
      people: ofOrganisation.get(organisation.id) ?? [],
    })),
    unaffiliated,
  };
}

export interface DirectoryFilter {
  readonly query: string;
  readonly status: OrganisationStatus | 'all';
}

/** An organisation stays with all its people when its name matches, otherwise with those whose name or function does. */
export function filterDirectory<P extends Person, O extends PartnerOrganisation>(
  directory: PartnerDirectory<P, O>,
  { query, status }: DirectoryFilter,
): PartnerDirectory<P, O> {
  const isFound = (text: string): boolean => searchMatches(foldPolish(text), query);
  const entries = directory.entries
    .filter(({ organisation }) => status === 'all' || organisation.status === status)
    .flatMap((entry) => {
      if (isFound(entry.organisation.name)) return [entry];
      const people = entry.people.filter(({ person, current }) =>
        isFound([person.name, entry.organisation.name, ...current.map((each) => each.role)].join(' ')),
      );
      return people.length > 0 ? [{ ...entry, people }] : [];
    });
  const unaffiliated =
    status === 'all' ? directory.unaffiliated.filter(({ person }) => isFound(person.name)) : [];
  return { entries, unaffiliated };
}

/** Two records that are probably one person; `kept` is the older one. */
export interface ProbableDouble<P extends Person> {
  readonly kept: P;
  readonly double: P;
}

/**
 * Same name, and the same organisation or one of them none. The same name in two organisations may be two people,
 * and is not proposed.
 */
export function probableDoubles<P extends Person>(
  people: readonly DirectoryPerson<P>[],
  organisationName: (id: OrganisationId) => string,
): readonly ProbableDouble<P>[] {
  const byName = new Map<string, DirectoryPerson<P>[]>();
  for (const each of people) {
    const key = nameKey(each.person.name);
    byName.set(key, [...(byName.get(key) ?? []), each]);
  }
  const keysOf = (each: DirectoryPerson<P>): readonly string[] =>
    each.current.map(({ organisationId }) => organisationKey(organisationName(organisationId)));
  return [...byName.values()].flatMap((namesakes) => {
    const oldestFirst = namesakes.toSorted(
      (a, b) => a.person.createdAt - b.person.createdAt || (a.person.id < b.person.id ? -1 : 1),
    );
    return oldestFirst.flatMap((later, at) => {
      const keys = keysOf(later);
      const earlier = oldestFirst.slice(0, at).find((candidate) => {
        const others = keysOf(candidate);
        return keys.length === 0 || others.length === 0 || keys.some((key) => others.includes(key));
      });
      return earlier ? [{ kept: earlier.person, double: later.person }] : [];
    });
  });
}
