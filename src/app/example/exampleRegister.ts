// The people of the sample: who they speak for, who is invited, who was at the first meeting and how they signed.

import type { Doc } from 'yjs';
import { type AttendanceEntry, type Presence } from '../../domain/attendance.ts';
import { type DeviceId, type OrganisationId, type PersonId, asId } from '../../domain/ids.ts';
import type { Meeting } from '../../domain/meeting.ts';
import type { Representation } from '../../domain/organisation.ts';
import type { Person } from '../../domain/person.ts';
import type { Signature, SignatureContent } from '../../domain/signature.ts';
import { type Instant, asInstant } from '../../domain/time.ts';
import { invite, recordAttendance, recordSignature } from '../../documents/attendanceCommands.ts';
import { addPersons, beginRegister } from '../../documents/registerCommands.ts';
import { sealAttendance } from '../../documents/sealing.ts';
import {
  EXAMPLE_ORGANISATIONS,
  EXAMPLE_PARTNERSHIP,
  EXAMPLE_PERSONS,
  type ExamplePerson,
} from './exampleFacts.ts';
import { exampleSignature } from './exampleSignature.ts';

export interface ExampleRegister {
  readonly first: Meeting;
  readonly second: Meeting;
  readonly deviceId: DeviceId;
  readonly organisationId: (index: number) => OrganisationId;
}

export function fillRegister(doc: Doc, options: ExampleRegister): void {
  const { first, second } = options;
  const people = EXAMPLE_PERSONS.map((facts, index) => describe(facts, index, options));
  beginRegister(doc);
  addPersons(
    doc,
    people.map(
      ({ person, facts, representation: { personId: _personId, to: _to, from, ...representation } }) => ({
        id: person.id,
        name: person.name,
        createdAt: person.createdAt,
        phone: facts.phone,
        email: facts.email,
        representation: from === undefined ? undefined : { ...representation, from },
      }),
    ),
  );
  const invited = people.filter(({ facts }) => facts.first !== 'walkIn').map(({ person }) => person.id);
  invite(doc, first.id, invited);
  invite(
    doc,
    second.id,
    people.map(({ person }) => person.id),
  );
  for (const { entry, signature } of people) {
    if (signature === undefined) recordAttendance(doc, entry);
    else recordSignature(doc, signature, entry);
  }
  const names = new Map(
    EXAMPLE_ORGANISATIONS.map(({ name }, index) => [options.organisationId(index), name]),
  );
  sealAttendance(
    doc,
    { meeting: first, organisationName: (id) => names.get(id) ?? '' },
    {
      id: asId('example-seal-1'),
      kind: 'closing',
      reason: '',
      at: first.closedAt ?? asInstant(0),
      by: EXAMPLE_PARTNERSHIP.coordinatorName,
      deviceId: options.deviceId,
    },
  );
}

interface ExampleAttendance {
  readonly facts: ExamplePerson;
  readonly person: Person;
  readonly representation: Representation;
  readonly entry: AttendanceEntry;
  readonly signature: Signature | undefined;
}

/** One person came in every minute and a half. */
const ARRIVAL_MS = 90_000;

function describe(facts: ExamplePerson, index: number, options: ExampleRegister): ExampleAttendance {
  const { first, deviceId } = options;
  const personId: PersonId = asId(`example-person-${index + 1}`);
  const began = first.openedAt ?? asInstant(0);
  const at: Instant = asInstant(began + index * ARRIVAL_MS);
  const content = contentOf(facts, index);
  return {
    facts,
    person: { id: personId, name: facts.name, isHidden: false, mergedInto: undefined, createdAt: began },
    representation: {
      id: asId(`example-representation-${index + 1}`),
      personId,
      organisationId: options.organisationId(facts.organisation),
      role: facts.role,
      from: first.date,
      to: undefined,
    },
    entry: {
      meetingId: first.id,
      personId,
      presence: presenceOf(facts),
      origin: content?.kind === 'drawn' ? 'self' : 'operator',
      at,
      deviceId,
      correction: undefined,
    },
    signature:
      content === undefined
        ? undefined
        : {
            id: asId(`example-signature-${index + 1}`),
            meetingId: first.id,
            personId,
            content,
            at,
            deviceId,
            voidedAt: undefined,
          },
  };
}

function presenceOf(facts: ExamplePerson): Presence {
  switch (facts.first) {
    case 'signed':
    case 'confirmed':
    case 'walkIn':
      return 'present';
    case 'excused':
      return 'excused';
    case 'absent':
      return 'absent';
  }
}

function contentOf(facts: ExamplePerson, index: number): SignatureContent | undefined {
  switch (facts.first) {
    case 'signed':
    case 'walkIn':
      return { kind: 'drawn', strokes: exampleSignature(index + 1, facts.name.length) };
    case 'confirmed':
      return { kind: 'confirmed', reason: 'cannotDraw' };
    case 'excused':
    case 'absent':
      return undefined;
  }
}
