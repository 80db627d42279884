// What an invitation list would add and change, compared with what is there: nobody is entered twice.
// Only a plan: the preview shows it, and a named command writes what the person accepted.

import { type InvitationRow, isBlocking, type RowProblem } from './invitationList.ts';
import type { OrganisationType } from './organisationType.ts';
import { foldPolish } from './text/foldPolish.ts';
import { guessOrganisationType } from './text/guessOrganisationType.ts';
import { organisationKey } from './text/organisationKey.ts';
import { nameKey, personKey } from './text/personKey.ts';

/** `role`, `phone` and `email`: '' is known to be empty, absent is not told, so no change of it is proposed. */
export interface KnownPerson<P extends string, O extends string> {
  readonly id: P;
  readonly name: string;
  readonly organisationId?: O;
  readonly role?: string;
  readonly phone?: string;
  readonly email?: string;
}

interface KnownOrganisation<O extends string> {
  readonly id: O;
  readonly name: string;
}

export interface Known<P extends string, O extends string> {
  readonly persons: readonly KnownPerson<P, O>[];
  readonly organisations: readonly KnownOrganisation<O>[];
}

/** A value the list has and the device has not, or has otherwise. An empty value of the list changes nothing. */
export interface PersonChange {
  readonly field: 'organisation' | 'role' | 'phone' | 'email';
  readonly from: string;
  readonly to: string;
}

type PersonStep<P extends string> =
  | { readonly kind: 'new' }
  /** `nameOnly`: the same name, but one side names no organisation; worth a look in the preview. */
  | {
      readonly kind: 'known';
      readonly id: P;
      readonly match: 'same' | 'nameOnly';
      readonly changes: readonly PersonChange[];
    }
  | { readonly kind: 'duplicateInFile'; readonly ofLine: number }
  | { readonly kind: 'unusable'; readonly problems: readonly RowProblem[] };

type OrganisationStep<O extends string> =
  | { readonly kind: 'none' }
  | { readonly kind: 'known'; readonly id: O }
  /** Rows with the same `shareKey` mean one new organisation. */
  | {
      readonly kind: 'new';
      readonly name: string;
      readonly type: OrganisationType;
      readonly shareKey: string;
    };

export interface ImportStep<P extends string = string, O extends string = string> {
  readonly row: InvitationRow;
  readonly person: PersonStep<P>;
  readonly organisation: OrganisationStep<O>;
}

interface KnownEntry<P extends string, O extends string> {
  readonly person: KnownPerson<P, O>;
  /** Follows the plan: once a row gave a person without organisation one, the next row meets a person who has it. */
  organisation: string;
}

/**
 * One step a row, in the order of the rows. Carrying the plan out and planning the same rows again gives no 'new', with
 * all changes applied or with none. Same person: same `personKey`. Failing that, a row without organisation means a
 * known person of that name, and a row with one means a known person of that name who has none.
 */
export function planImport<P extends string, O extends string>(
  rows: readonly InvitationRow[],
  known: Known<P, O>,
): readonly ImportStep<P, O>[] {
  const organisations = indexOrganisations(known.organisations);
  const people = indexPeople(known);
  const lineOfKey = new Map<string, number>();
  const newOrganisations = new Map<string, OrganisationStep<O>>();

  function organisationStep(name: string): OrganisationStep<O> {
    const shareKey = organisationKey(name);
    if (shareKey === '') return { kind: 'none' };
    const id = organisations.get(shareKey);
    if (id !== undefined) return { kind: 'known', id };
    const step = newOrganisations.get(shareKey) ?? {
      kind: 'new',
      name,
      type: guessOrganisationType(name),
      shareKey,
    };
    newOrganisations.set(shareKey, step);
    return step;
  }

  function personStep(row: InvitationRow): PersonStep<P> {
    const key = personKey(row.name, row.organisation);
    const ofLine = lineOfKey.get(key);
    if (ofLine !== undefined) return { kind: 'duplicateInFile', ofLine };
    lineOfKey.set(key, row.line);
    const found = findPerson(people.get(nameKey(row.name)) ?? [], row);
    if (found === undefined) return { kind: 'new' };
    const changes = findChanges(found.entry, row);
    if (row.organisation !== '') found.entry.organisation = row.organisation;
    return { kind: 'known', id: found.entry.person.id, match: found.match, changes };
  }

  return rows.map((row) => {
    const blocking = row.problems.filter(isBlocking);
    if (blocking.length > 0) {
      return { row, person: { kind: 'unusable', problems: blocking }, organisation: { kind: 'none' } };
    }
    return { row, person: personStep(row), organisation: organisationStep(row.organisation) };
  });
}

function indexOrganisations<O extends string>(
  known: readonly KnownOrganisation<O>[],
): ReadonlyMap<string, O> {
  const index = new Map<string, O>();
  for (const { id, name } of known) {
    const key = organisationKey(name);
    if (!index.has(key)) index.set(key, id);
  }
  return index;
}

function indexPeople<P extends string, O extends string>(
  known: Known<P, O>,
): ReadonlyMap<string, readonly KnownEntry<P, O>[]> {
  const nameOf = new Map(known.organisations.map(({ id, name }) => [id, name]));
  const index = new Map<string, KnownEntry<P, O>[]>();
  for (const person of known.persons) {
    const organisation = person.organisationId === undefined ? '' : (nameOf.get(person.organisationId) ?? '');
    const key = nameKey(person.name);
    const entries = index.get(key) ?? [];
    entries.push({ person, organisation });
    index.set(key, entries);
  }
  return index;
}

function findPerson<P extends string, O extends string>(
  namesakes: readonly KnownEntry<P, O>[],
  row: InvitationRow,
): { entry: KnownEntry<P, O>; match: 'same' | 'nameOnly' } | undefined {
  const wanted = organisationKey(row.organisation);
  const same = namesakes.find((entry) => organisationKey(entry.organisation) === wanted);
  if (same !== undefined) return { entry: same, match: 'same' };
  const alike = wanted === '' ? namesakes[0] : namesakes.find((entry) => entry.organisation === '');
  return alike === undefined ? undefined : { entry: alike, match: 'nameOnly' };
}

function findChanges<P extends string, O extends string>(
  { person, organisation }: KnownEntry<P, O>,
  row: InvitationRow,
): readonly PersonChange[] {
  const candidates: readonly (PersonChange | undefined)[] = [
    change('organisation', organisation, row.organisation, organisationKey),
    change('role', person.role, row.role, foldPolish),
    change('phone', person.phone, row.phone, phoneKey),
    change('email', person.email, row.email, (email) => email.toLowerCase()),
  ];
  return candidates.filter((candidate) => candidate !== undefined);
}

function change(
  field: PersonChange['field'],
  from: string | undefined,
  to: string,
  keyOf: (value: string) => string,
): PersonChange | undefined {
  if (from === undefined || to === '' || keyOf(from) === keyOf(to)) return undefined;
  return { field, from, to };
}

/** Digits alone, without Poland's prefix: "+48 603 404 505" is "603404505". */
function phoneKey(phone: string): string {
  return phone.replace(/\D/g, '').replace(/^(?:00)?48(?=\d{9}$)/, '');
}
