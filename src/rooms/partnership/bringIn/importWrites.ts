// What a planned import writes: new organisations and people, values that were missing, whom to invite. Two documents, one
// transaction; the plan itself is the domain's.

import { invite } from '../../../documents/attendanceCommands.ts';
import {
  type NewOrganisation,
  addOrganisations,
  editOrganisation,
} from '../../../documents/partnershipCommands.ts';
import {
  type NewPerson,
  addPersons,
  editContact,
  editPerson,
  recordRepresentation,
} from '../../../documents/registerCommands.ts';
import type {
  MeetingId,
  OrganisationId,
  PartnershipId,
  PersonId,
  RepresentationId,
} from '../../../domain/ids.ts';
import type { Representation } from '../../../domain/organisation.ts';
import type { ImportStep, PersonChange } from '../../../domain/planImport.ts';
import type { Instant, IsoDate } from '../../../domain/time.ts';
import { documentName } from '../../../schema/documentName.ts';
import type { NewId } from '../../../storage/database.ts';
import type { DocumentChange } from '../../../storage/ledger.ts';
import type { PartnerFacts } from './knownPeople.ts';

export type PlannedStep = ImportStep<PersonId, OrganisationId>;

export interface ImportOptions {
  readonly newId: NewId;
  readonly now: Instant;
  readonly today: IsoDate;
  /** Also put values of the list in place of others that are known; otherwise only what is empty is filled in. */
  readonly replacesKnown: boolean;
  /** Whom the list invites is invited there; `undefined`: only entered. */
  readonly meetingId: MeetingId | undefined;
}

export interface ImportWrites {
  readonly organisations: readonly NewOrganisation[];
  readonly persons: readonly NewPerson[];
  readonly edits: readonly PersonEdit[];
  /** Hidden ones that the list brings back. */
  readonly shownAgain: {
    readonly persons: readonly PersonId[];
    readonly organisations: readonly OrganisationId[];
  };
  readonly invited: readonly PersonId[];
  readonly meetingId: MeetingId | undefined;
}

interface PersonEdit {
  readonly id: PersonId;
  readonly contact: { readonly phone?: string; readonly email?: string };
  readonly representation:
    | { readonly id: RepresentationId; readonly fields: Partial<Omit<Representation, 'id'>> }
    | undefined;
}

export function importWrites(
  steps: readonly PlannedStep[],
  facts: PartnerFacts,
  options: ImportOptions,
): ImportWrites {
  const { newId, now, today } = options;
  const organisations: NewOrganisation[] = [];
  const byShareKey = new Map<string, OrganisationId>();
  const persons: NewPerson[] = [];
  const edits: PersonEdit[] = [];
  const invited = new Set<PersonId>();
  const met = { persons: new Set<PersonId>(), organisations: new Set<OrganisationId>() };

  function organisationOf({ organisation }: PlannedStep): OrganisationId | undefined {
    switch (organisation.kind) {
      case 'none':
        return undefined;
      case 'known':
        met.organisations.add(organisation.id);
        return organisation.id;
      case 'new': {
        const { name, type, shareKey } = organisation;
        const id = byShareKey.get(shareKey) ?? newId<OrganisationId>();
        if (!byShareKey.has(shareKey)) organisations.push({ id, name, type, status: 'invited' });
        byShareKey.set(shareKey, id);
        return id;
      }
    }
  }

  for (const step of steps) {
    const { row, person } = step;
    if (person.kind === 'duplicateInFile' || person.kind === 'unusable') continue;
    const organisationId = organisationOf(step);
    if (person.kind === 'known') {
      met.persons.add(person.id);
      invited.add(person.id);
      const changes = person.changes.filter((change) => options.replacesKnown || change.from === '');
      if (changes.length > 0) edits.push(editOf(person.id, changes, organisationId));
      continue;
    }
    const id = newId<PersonId>();
    invited.add(id);
    const { name, phone, email, role } = row;
    const representation = organisationId && {
      id: newId<RepresentationId>(),
      organisationId,
      role,
      from: today,
    };
    persons.push({ id, name, createdAt: now, phone, email, representation });
  }

  function editOf(
    id: PersonId,
    changes: readonly PersonChange[],
    organisationId: OrganisationId | undefined,
  ): PersonEdit {
    const valueOf = (field: PersonChange['field']): string | undefined =>
      changes.find((change) => change.field === field)?.to;
    const [phone, email, role] = [valueOf('phone'), valueOf('email'), valueOf('role')];
    const current = facts.representations.find(
      (each) => each.personId === id && each.to === undefined && each.organisationId === organisationId,
    );
    const isNew = organisationId !== undefined && valueOf('organisation') !== undefined;
    const begun = isNew
      ? {
          id: newId<RepresentationId>(),
          fields: { personId: id, organisationId, role: role ?? '', from: today },
        }
      : undefined;
    return {
      id,
      contact: { ...(phone !== undefined && { phone }), ...(email !== undefined && { email }) },
      representation:
        begun ?? (current && role !== undefined ? { id: current.id, fields: { role } } : undefined),
    };
  }

  return {
    organisations,
    persons,
    edits,
    shownAgain: {
      persons: hiddenAmong(met.persons, facts.persons),
      organisations: hiddenAmong(met.organisations, facts.organisations),
    },
    invited: [...invited],
    meetingId: options.meetingId,
  };
}

function hiddenAmong<Id extends string>(
  met: ReadonlySet<Id>,
  records: readonly { readonly id: Id; readonly isHidden: boolean }[],
): readonly Id[] {
  return records.filter((record) => record.isHidden && met.has(record.id)).map((record) => record.id);
}

/** The changes of both documents, for one transaction. Made again with the same writes they change nothing. */
export function importChanges(writes: ImportWrites, partnershipId: PartnershipId): readonly DocumentChange[] {
  return [
    {
      name: documentName('partnership', partnershipId),
      run: (doc) => {
        addOrganisations(doc, writes.organisations);
        for (const id of writes.shownAgain.organisations) editOrganisation(doc, id, { isHidden: false });
      },
    },
    {
      name: documentName('register', partnershipId),
      run: (doc) => {
        addPersons(doc, writes.persons);
        for (const { id, contact, representation } of writes.edits) {
          editContact(doc, id, contact);
          if (representation) recordRepresentation(doc, representation.id, representation.fields);
        }
        for (const id of writes.shownAgain.persons) editPerson(doc, id, { isHidden: false });
        if (writes.meetingId) invite(doc, writes.meetingId, writes.invited);
      },
    },
  ];
}
