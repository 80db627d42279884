// Commands that write invitations, attendance, signatures and seals in a `register` document.

import type * as Y from 'yjs';
import type { AttendanceEntry } from '../domain/attendance.ts';
import type { MeetingId, PersonId, SignatureId } from '../domain/ids.ts';
import type { Seal } from '../domain/seal.ts';
import { ERASED, type Signature, type SignatureContent } from '../domain/signature.ts';
import type { Instant } from '../domain/time.ts';
import { attendanceKey } from '../schema/registerRecords.ts';
import { encodeStrokes } from '../schema/strokes.ts';
import { isErasedPerson } from './erasedPersons.ts';
import { type FieldValue, readRecord, recordMap, rootMap, write, writeFields, writeValue } from './roots.ts';

/** Of somebody for whom the pad was still open when they were erased: only that they were there is written. */
const NO_DRAWING: SignatureContent = { kind: 'confirmed', reason: ERASED };

/** Invites people to a meeting, or takes invitations back. */
export function invite(
  doc: Y.Doc,
  meetingId: MeetingId,
  personIds: readonly PersonId[],
  isInvited = true,
): void {
  write(doc, () => {
    const invitations = rootMap(doc, 'invitations');
    for (const personId of personIds) {
      const key = attendanceKey(meetingId, personId);
      const current = readRecord(invitations, key)?.['isInvited'] === true;
      if (current !== isInvited) writeValue(invitations, key, { isInvited });
    }
  });
}

/** Records one person's presence; the whole entry is the last writer's. */
export function recordAttendance(doc: Y.Doc, entry: AttendanceEntry): void {
  write(doc, () => writeEntry(doc, entry));
}

/** A signature and the presence that it proves, as one change. Signing twice with the same id changes nothing. */
export function recordSignature(doc: Y.Doc, signature: Signature, entry: AttendanceEntry): void {
  write(doc, () => {
    const signatures = rootMap(doc, 'signatures');
    if (!signatures.has(signature.id)) {
      const { content: given, id, ...fields } = signature;
      const content = isErasedPerson(doc, signature.personId) ? NO_DRAWING : given;
      const drawn: Readonly<Record<string, FieldValue>> =
        content.kind === 'drawn'
          ? { kind: content.kind, strokes: encodeStrokes(content.strokes) }
          : { kind: content.kind, reason: content.reason };
      writeFields(recordMap(signatures, id), { ...fields, ...drawn });
    }
    writeEntry(doc, entry);
  });
}

/** Takes a signature back; the presence stays as it is. */
export function voidSignature(doc: Y.Doc, id: SignatureId, at: Instant): void {
  write(doc, () => writeFields(recordMap(rootMap(doc, 'signatures'), id), { voidedAt: at }));
}

/** Undoes taking back: the signature stands again as it was drawn. */
export function restoreSignature(doc: Y.Doc, id: SignatureId): void {
  write(doc, () => writeFields(recordMap(rootMap(doc, 'signatures'), id), { voidedAt: undefined }));
}

/** Seals a list as it stands: at closing, and again after each correction. A seal never changes. */
export function sealList(doc: Y.Doc, seal: Seal): void {
  const { id, ...fields } = seal;
  write(doc, () => writeValue(rootMap(doc, 'seals'), id, fields));
}

function writeEntry(doc: Y.Doc, entry: AttendanceEntry): void {
  const { meetingId, personId, ...fields } = entry;
  writeValue(rootMap(doc, 'attendance'), attendanceKey(meetingId, personId), fields);
}
