// Commands that write people, contact data and representations in a `register` document.

import type * as Y from 'yjs';
import type { OrganisationId, PersonId, RepresentationId } from '../domain/ids.ts';
import type { Representation } from '../domain/organisation.ts';
import type { Instant, IsoDate } from '../domain/time.ts';
import { isErased, isErasedPerson } from './erasedPersons.ts';
import { markVersion } from './meta.ts';
import { recordMap, rootMap, write, writeFields } from './roots.ts';

/** Begins the register of a partnership. */
export function beginRegister(doc: Y.Doc): void {
  write(doc, () => markVersion(doc));
}

export interface NewPerson {
  readonly id: PersonId;
  readonly name: string;
  readonly createdAt: Instant;
  /** Empty text means unknown. */
  readonly phone: string;
  readonly email: string;
  /** For whom the person speaks, when known. */
  readonly representation:
    | {
        readonly id: RepresentationId;
        readonly organisationId: OrganisationId;
        readonly role: string;
        readonly from: IsoDate;
      }
    | undefined;
}

export function addPersons(doc: Y.Doc, persons: readonly NewPerson[]): void {
  write(doc, () => {
    for (const person of persons) {
      writeFields(recordMap(rootMap(doc, 'persons'), person.id), {
        name: person.name,
        createdAt: person.createdAt,
      });
      writeContact(doc, person.id, person);
      if (person.representation) {
        const { id, ...fields } = person.representation;
        writeFields(recordMap(rootMap(doc, 'representations'), id), { ...fields, personId: person.id });
      }
    }
  });
}

/** Corrects a name, hides a person, or folds a double into another person; who was erased stays as they are. */
export function editPerson(
  doc: Y.Doc,
  id: PersonId,
  fields: { readonly name?: string; readonly isHidden?: boolean; readonly mergedInto?: PersonId | undefined },
): void {
  write(doc, () => {
    const record = recordMap(rootMap(doc, 'persons'), id);
    if (!isErased(record)) writeFields(record, fields);
  });
}

export function editContact(
  doc: Y.Doc,
  id: PersonId,
  contact: { readonly phone?: string; readonly email?: string },
): void {
  write(doc, () => {
    if (!isErasedPerson(doc, id)) writeContact(doc, id, contact);
  });
}

/** Sets fields of a representation; a new one needs `personId` and `organisationId`. Ending one is setting `to`. */
export function recordRepresentation(
  doc: Y.Doc,
  id: RepresentationId,
  fields: Partial<Omit<Representation, 'id'>>,
): void {
  write(doc, () => {
    const record = recordMap(rootMap(doc, 'representations'), id);
    // A form may still be open on somebody who was erased meanwhile.
    const isAboutErased = isErasedPerson(doc, fields.personId ?? record.get('personId'));
    writeFields(record, isAboutErased && fields.role !== undefined ? { ...fields, role: '' } : fields);
  });
}

/** Contact fields lie flat under `<person>.<field>`: two devices that add them never overwrite each other's record. */
function writeContact(
  doc: Y.Doc,
  id: PersonId,
  contact: { readonly phone?: string; readonly email?: string },
): void {
  const contacts = rootMap(doc, 'contacts');
  for (const field of ['phone', 'email'] as const) {
    const [key, next] = [`${id}.${field}`, contact[field]];
    const current = contacts.get(key) ?? '';
    if (next !== undefined && next !== current) contacts.set(key, next);
  }
}
