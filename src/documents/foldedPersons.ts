// Doubles that were merged: which records of a `register` document stand for one person, and what they hold. Read field by
// field, since a tap waits for it: whole records, with their drawings, are projection's and sealing's.

import * as Y from 'yjs';
import { rootPerson } from '../domain/attendance.ts';
import { type MeetingId, type PersonId, type SignatureId, decodeId } from '../domain/ids.ts';
import { decodeInstant } from '../domain/time.ts';
import { attendanceKey } from '../schema/registerRecords.ts';
import { type RootName, rootMap } from './roots.ts';

/** The doubles merged into a person, over any number of steps, that have an entry on the meeting's list. */
export function listedDoubles(register: Y.Doc, meetingId: MeetingId, id: PersonId): readonly PersonId[] {
  const entries = rootMap(register, 'attendance');
  return [...recordsOf(register, id)].filter(
    (each) => each !== id && entries.has(attendanceKey(meetingId, each)),
  );
}

/** All valid signatures of a person: who signed on two tablets, or twice, is unsigned only without any. */
export function standingSignatures(
  register: Y.Doc,
  meetingId: MeetingId,
  id: PersonId,
): readonly SignatureId[] {
  const records = recordsOf(register, id);
  return recordsIn(register, 'signatures').flatMap(([key, fields]) => {
    const signature = decodeId<SignatureId>(key);
    const signer = decodeId<PersonId>(fields.get('personId'));
    const isMeant = signer !== undefined && records.has(signer) && fields.get('meetingId') === meetingId;
    const isStanding = decodeInstant(fields.get('voidedAt')) === undefined;
    return signature !== undefined && isMeant && isStanding ? [signature] : [];
  });
}

/** The record of a person and those of all doubles merged into it. */
export function recordsOf(register: Y.Doc, id: PersonId): ReadonlySet<PersonId> {
  const persons = new Map<PersonId, { readonly mergedInto: PersonId | undefined }>();
  let hasMerged = false;
  for (const [key, fields] of recordsIn(register, 'persons')) {
    const person = decodeId<PersonId>(key);
    const mergedInto = decodeId<PersonId>(fields.get('mergedInto'));
    hasMerged ||= mergedInto !== undefined;
    if (person !== undefined) persons.set(person, { mergedInto });
  }
  if (!hasMerged) return new Set([id]);
  return new Set([id, ...[...persons.keys()].filter((each) => rootPerson(persons, each) === id)]);
}

function recordsIn(register: Y.Doc, root: RootName): readonly (readonly [string, Y.Map<unknown>])[] {
  return [...rootMap(register, root)].flatMap(([key, value]) =>
    value instanceof Y.Map ? [[key, value] as const] : [],
  );
}
