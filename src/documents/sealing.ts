// Sealing an attendance list as it stands in its document: facts, fingerprint and seal are of one moment, so that no
// change can slip in between. What the fingerprint covers is domain/seal's.

import type * as Y from 'yjs';
import {
  type AttendanceFacts,
  type AttendanceRow,
  attendanceRows,
  countAttendance,
} from '../domain/attendance.ts';
import type { MeetingId, OrganisationId } from '../domain/ids.ts';
import type { Meeting } from '../domain/meeting.ts';
import type { IsoDate } from '../domain/time.ts';
import { type Fingerprint, type Seal, type SealState, sealedText, sealState } from '../domain/seal.ts';
import {
  decodeAttendanceEntry,
  decodeInvitation,
  decodePerson,
  decodeRepresentation,
  decodeSeal,
  decodeSignature,
} from '../schema/registerRecords.ts';
import type { RawRecord } from '../schema/decode.ts';
import { sealList } from './attendanceCommands.ts';
import { fingerprintOf } from './fingerprint.ts';
import { type RootName, readRecord, rootMap } from './roots.ts';

/** What the list's head says; it stands in the `partnership` document. */
export interface ListHead {
  readonly meeting: Meeting;
  /** '' for an organisation that is not known. */
  readonly organisationName: (id: OrganisationId) => string;
}

/** The facts of one meeting's list, read from a `register` document; the meeting itself stands in the other one. */
export function readAttendanceFacts(
  register: Y.Doc,
  meetingId: MeetingId,
  day: IsoDate | undefined,
): AttendanceFacts {
  const isOfMeeting = (record: { readonly meetingId: MeetingId }): boolean => record.meetingId === meetingId;
  return {
    meetingId,
    day,
    persons: readAll(register, 'persons', decodePerson),
    representations: readAll(register, 'representations', decodeRepresentation),
    invitations: readAll(register, 'invitations', decodeInvitation).filter(isOfMeeting),
    entries: readAll(register, 'attendance', decodeAttendanceEntry).filter(isOfMeeting),
    signatures: readAll(register, 'signatures', decodeSignature).filter(isOfMeeting),
  };
}

/** Seals the list with the content that the document has now. */
export function sealAttendance(
  register: Y.Doc,
  head: ListHead,
  seal: Omit<Seal, 'meetingId' | 'fingerprint' | 'present' | 'signed'>,
): void {
  const { rows, fingerprint } = readList(register, head);
  const { present, signed } = countAttendance(rows);
  sealList(register, { ...seal, meetingId: head.meeting.id, fingerprint, present, signed });
}

/** How the list stands to its seals as the document has both. */
export function readSealState(register: Y.Doc, head: ListHead): SealState {
  const seals = readAll(register, 'seals', decodeSeal).filter(
    ({ meetingId }) => meetingId === head.meeting.id,
  );
  return sealState(seals, readList(register, head).fingerprint);
}

function readList(
  register: Y.Doc,
  { meeting, organisationName }: ListHead,
): { readonly rows: readonly AttendanceRow[]; readonly fingerprint: Fingerprint } {
  const rows = attendanceRows(readAttendanceFacts(register, meeting.id, meeting.date));
  return { rows, fingerprint: fingerprintOf(sealedText(meeting, rows, organisationName)) };
}

/** In the order of the keys, as the query tables have them: which of two representations counts must not depend on the replica. */
function readAll<Found>(
  register: Y.Doc,
  root: RootName,
  decode: (key: string, raw: RawRecord) => Found | undefined,
): readonly Found[] {
  const map = rootMap(register, root);
  const found: Found[] = [];
  for (const key of [...map.keys()].sort()) {
    const raw = readRecord(map, key);
    const record = raw && decode(key, raw);
    if (record !== undefined) found.push(record);
  }
  return found;
}
