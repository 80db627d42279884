// Decoders of the records in a `register` document: people, contact data, attendance, signatures, seals.

import { type AttendanceEntry, type Invitation, ORIGINS, PRESENCES } from '../domain/attendance.ts';
import {
  type DeviceId,
  type MeetingId,
  type OrganisationId,
  type PersonId,
  type RepresentationId,
  type SealId,
  type SignatureId,
  decodeId,
} from '../domain/ids.ts';
import type { Representation } from '../domain/organisation.ts';
import type { ContactData, Person } from '../domain/person.ts';
import type { Seal } from '../domain/seal.ts';
import { CONFIRMATION_REASONS, ERASED, type Signature, type SignatureContent } from '../domain/signature.ts';
import { asInstant, decodeInstant, decodeIsoDate } from '../domain/time.ts';
import { type RawRecord, choiceField, flagField, numberField, textField } from './decode.ts';
import { decodeStrokes } from './strokes.ts';

/** The key of a record about one person at one meeting: two tablets that write it converge on one record. */
export function attendanceKey(meetingId: MeetingId, personId: PersonId): string {
  return `${meetingId}.${personId}`;
}

function splitAttendanceKey(key: string): { meetingId: MeetingId; personId: PersonId } | undefined {
  const [rawMeeting, rawPerson, rest] = key.split('.');
  const meetingId = decodeId<MeetingId>(rawMeeting);
  const personId = decodeId<PersonId>(rawPerson);
  return meetingId && personId && rest === undefined ? { meetingId, personId } : undefined;
}

export function decodePerson(id: string, raw: RawRecord): Person | undefined {
  const personId = decodeId<PersonId>(id);
  if (personId === undefined) return undefined;
  const erasedAt = decodeInstant(raw['erasedAt']);
  return {
    id: personId,
    name: textField(raw['name']),
    isHidden: flagField(raw['isHidden']) || erasedAt !== undefined,
    mergedInto: decodeId<PersonId>(raw['mergedInto']),
    createdAt: decodeInstant(raw['createdAt']) ?? asInstant(0),
    ...(erasedAt !== undefined && { erasedAt }),
  };
}

export function decodeContact(id: string, raw: RawRecord): ContactData | undefined {
  const personId = decodeId<PersonId>(id);
  if (personId === undefined) return undefined;
  return { personId, phone: textField(raw['phone']), email: textField(raw['email']) };
}

export function decodeRepresentation(id: string, raw: RawRecord): Representation | undefined {
  const representationId = decodeId<RepresentationId>(id);
  const personId = decodeId<PersonId>(raw['personId']);
  const organisationId = decodeId<OrganisationId>(raw['organisationId']);
  if (representationId === undefined || personId === undefined || organisationId === undefined)
    return undefined;
  return {
    id: representationId,
    personId,
    organisationId,
    role: textField(raw['role']),
    from: decodeIsoDate(raw['from']),
    to: decodeIsoDate(raw['to']),
  };
}

export function decodeInvitation(key: string, raw: RawRecord): Invitation | undefined {
  const ids = splitAttendanceKey(key);
  return ids && { ...ids, isInvited: flagField(raw['isInvited']) };
}

export function decodeAttendanceEntry(key: string, raw: RawRecord): AttendanceEntry | undefined {
  const ids = splitAttendanceKey(key);
  const deviceId = decodeId<DeviceId>(raw['deviceId']);
  const at = decodeInstant(raw['at']);
  if (ids === undefined || deviceId === undefined || at === undefined) return undefined;
  return {
    ...ids,
    presence: choiceField(raw['presence'], PRESENCES, 'unmarked'),
    origin: choiceField(raw['origin'], ORIGINS, 'operator'),
    at,
    deviceId,
    correction: typeof raw['correction'] === 'string' ? raw['correction'] : undefined,
  };
}

export function decodeSignature(id: string, raw: RawRecord): Signature | undefined {
  const signatureId = decodeId<SignatureId>(id);
  const meetingId = decodeId<MeetingId>(raw['meetingId']);
  const personId = decodeId<PersonId>(raw['personId']);
  const deviceId = decodeId<DeviceId>(raw['deviceId']);
  const at = decodeInstant(raw['at']);
  const content = decodeContent(raw);
  if (!signatureId || !meetingId || !personId || !deviceId || at === undefined || !content) return undefined;
  return {
    id: signatureId,
    meetingId,
    personId,
    content,
    at,
    deviceId,
    voidedAt: decodeInstant(raw['voidedAt']),
  };
}

function decodeContent(raw: RawRecord): SignatureContent | undefined {
  if (raw['kind'] === 'confirmed') {
    return {
      kind: 'confirmed',
      reason: choiceField(raw['reason'], [...CONFIRMATION_REASONS, ERASED], 'prefersNot'),
    };
  }
  const strokes = decodeStrokes(raw['strokes']);
  return strokes && { kind: 'drawn', strokes };
}

export function decodeSeal(id: string, raw: RawRecord): Seal | undefined {
  const sealId = decodeId<SealId>(id);
  const meetingId = decodeId<MeetingId>(raw['meetingId']);
  const deviceId = decodeId<DeviceId>(raw['deviceId']);
  const at = decodeInstant(raw['at']);
  const fingerprint = textField(raw['fingerprint']);
  if (!sealId || !meetingId || !deviceId || at === undefined || fingerprint === '') return undefined;
  return {
    id: sealId,
    meetingId,
    fingerprint,
    kind: raw['kind'] === 'correction' ? 'correction' : 'closing',
    reason: textField(raw['reason']),
    at,
    by: textField(raw['by']),
    deviceId,
    present: numberField(raw['present'], 0),
    signed: numberField(raw['signed'], 0),
  };
}
