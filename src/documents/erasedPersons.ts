// Which people of a `register` document were erased, and what of the records about them may stand in a document after that:
// that somebody was there, under an opaque id. Used alike for rebuilding a document and for what is carried over into it.

import * as Y from 'yjs';
import type { PersonId } from '../domain/ids.ts';
import { ERASED } from '../domain/signature.ts';
import { decodeInstant } from '../domain/time.ts';
import { decodeId } from '../domain/ids.ts';
import { type RecordMap, rootMap } from './roots.ts';

export interface ErasedPersons {
  readonly ids: ReadonlySet<string>;
  /** What they were called, as far as the document at hand still says it. */
  readonly names: ReadonlySet<string>;
}

/** Fields that stay of the records about an erased person; those of later versions go with the rest. */
const KEPT_OF_PERSON = new Set(['createdAt', 'mergedInto']);
const KEPT_OF_SIGNATURE = new Set(['meetingId', 'personId', 'deviceId', 'at', 'voidedAt', 'kind']);
const KEPT_OF_REPRESENTATION = new Set(['personId', 'organisationId', 'from', 'to']);

export function isErased(record: RecordMap): boolean {
  return decodeInstant(record.get('erasedAt')) !== undefined;
}

/** Whether a person of `register` was erased; nothing may be written about them then but that they were there. */
export function isErasedPerson(register: Y.Doc, id: unknown): boolean {
  const record = typeof id === 'string' ? rootMap(register, 'persons').get(id) : undefined;
  return record instanceof Y.Map && isErased(record);
}

/** Everybody who is marked as erased in `register`, with the names that `former` has for them. */
export function erasedIn(register: Y.Doc, former: Y.Doc): ErasedPersons {
  const ids = [...rootMap(register, 'persons')].flatMap(([key, record]) =>
    record instanceof Y.Map && isErased(record) ? (decodeId<PersonId>(key) ?? []) : [],
  );
  return erasing(ids, former);
}

export function erasing(ids: readonly PersonId[], former: Y.Doc): ErasedPersons {
  const persons = rootMap(former, 'persons');
  const names = ids.flatMap((id) => {
    const record = persons.get(id);
    const name: unknown = record instanceof Y.Map ? record.get('name') : undefined;
    return typeof name === 'string' && name !== '' ? [name] : [];
  });
  return { ids: new Set(ids), names: new Set(names) };
}

/** Whether a plain value that lies directly under a root's key is about an erased person: contact data under `<person>.<field>`. */
export function isErasedValue({ ids }: ErasedPersons, root: string, key: string): boolean {
  return root === 'contacts' && ids.has(key.split('.')[0] ?? '');
}

/**
 * What may stand of some fields of a record. `personId` is whom the record is about, `key` its own id; everything about
 * other people stays as it is.
 */
export function withoutErased(
  { ids, names }: ErasedPersons,
  root: string,
  key: string,
  personId: unknown,
  fields: ReadonlyMap<string, unknown>,
): ReadonlyMap<string, unknown> {
  const isAbout = typeof personId === 'string' && ids.has(personId);
  switch (root) {
    case 'persons':
      if (ids.has(key)) return only(fields, KEPT_OF_PERSON);
      // A double that was merged into somebody who is erased meanwhile stays somebody for themselves.
      return ids.has(String(fields.get('mergedInto'))) ? changed(fields, { mergedInto: null }) : fields;
    case 'representations':
      return isAbout ? changed(only(fields, KEPT_OF_REPRESENTATION), { role: '' }) : fields;
    case 'signatures': {
      if (!isAbout) return fields;
      const kept = only(fields, KEPT_OF_SIGNATURE);
      return kept.has('kind') ? changed(kept, { kind: 'confirmed', reason: ERASED }) : kept;
    }
    case 'seals':
      return names.has(String(fields.get('by'))) ? changed(fields, { by: '' }) : fields;
    default:
      return fields;
  }
}

function only(fields: ReadonlyMap<string, unknown>, kept: ReadonlySet<string>): ReadonlyMap<string, unknown> {
  return new Map([...fields].filter(([field]) => kept.has(field)));
}

function changed(
  fields: ReadonlyMap<string, unknown>,
  changes: Readonly<Record<string, unknown>>,
): ReadonlyMap<string, unknown> {
  return new Map([...fields, ...Object.entries(changes)]);
}
