// Everybody and every organisation on the device as the import compares a list with them. Hidden and merged records count
// too: bringing somebody in again must find them, not enter them twice. Who was erased cannot be found.

import { rootPerson } from '../../../domain/attendance.ts';
import type { OrganisationId, PersonId } from '../../../domain/ids.ts';
import type { PartnerOrganisation, Representation } from '../../../domain/organisation.ts';
import type { ContactData, Person } from '../../../domain/person.ts';
import type { Known, KnownPerson } from '../../../domain/planImport.ts';

export interface PartnerFacts {
  readonly persons: readonly Person[];
  readonly representations: readonly Representation[];
  readonly organisations: readonly PartnerOrganisation[];
  readonly contacts: readonly ContactData[];
}

export function knownPeople(facts: PartnerFacts): Known<PersonId, OrganisationId> {
  const persons = new Map(facts.persons.map((person) => [person.id, person]));
  const contacts = new Map(facts.contacts.map((contact) => [contact.personId, contact]));
  // Shown ones first: of two records that match, the list means the one that is in sight.
  const organisations = facts.organisations.toSorted((a, b) => Number(a.isHidden) - Number(b.isHidden));
  const shownFirst = facts.persons
    .filter((person) => person.erasedAt === undefined)
    .toSorted((a, b) => Number(a.isHidden) - Number(b.isHidden));
  const known = shownFirst.flatMap((person): readonly KnownPerson<PersonId, OrganisationId>[] => {
    const id = rootPerson(persons, person.id);
    const { phone = '', email = '' } = contacts.get(id) ?? {};
    const base = { id, name: person.name, phone, email };
    const current = facts.representations.filter(
      (each) => each.to === undefined && each.personId === person.id,
    );
    if (current.length === 0) return [{ ...base, role: '' }];
    return current.map(({ organisationId, role }) => ({ ...base, organisationId, role }));
  });
  return { persons: known, organisations };
}
