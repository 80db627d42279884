// Stores what is done on the list: changes of rows, opening, closing, sealing again. Loaded after the list is painted, since
// it brings Yjs along. Everything here resolves when durable on this device and throws StorageFailure otherwise.

import type { AttendanceEntry } from '../../../domain/attendance.ts';
import type { MeetingId, OrganisationId, PartnershipId, SealId } from '../../../domain/ids.ts';
import type { Seal } from '../../../domain/seal.ts';
import { guessOrganisationType } from '../../../domain/text/guessOrganisationType.ts';
import type { Instant } from '../../../domain/time.ts';
import {
  recordAttendance,
  recordSignature,
  restoreSignature,
  voidSignature,
} from '../../../documents/attendanceCommands.ts';
import { listedDoubles, standingSignatures } from '../../../documents/foldedPersons.ts';
import { closeMeeting, openMeeting } from '../../../documents/meetingCommands.ts';
import { addOrganisations } from '../../../documents/partnershipCommands.ts';
import { type NewPerson, addPersons } from '../../../documents/registerCommands.ts';
import { type ListHead, sealAttendance } from '../../../documents/sealing.ts';
import { documentName } from '../../../schema/documentName.ts';
import type { Device } from '../../../storage/device.ts';
import { dropDraft } from '../../../storage/drafts.ts';
import type { DocumentChange } from '../../../storage/ledger.ts';
import type { Newcomer, RowChange } from './rowChange.ts';

/** A change of a closed list says why it is made, and seals the list anew. */
export interface Correction {
  readonly reason: string;
  readonly by: string;
  readonly head: ListHead;
}

export interface ListTarget {
  readonly device: Device;
  readonly partnershipId: PartnershipId;
  readonly meetingId: MeetingId;
  readonly correction: Correction | undefined;
}

/** Stores one change of one row; `at` is the instant that the row will show. */
export async function writeRowChange(target: ListTarget, change: RowChange, at: Instant): Promise<void> {
  const { device, partnershipId, meetingId, correction } = target;
  const { personId, presence, origin, signing, newcomer } = change;
  const entry: AttendanceEntry = {
    meetingId,
    personId,
    presence,
    origin,
    at,
    deviceId: device.id,
    correction: correction?.reason,
  };
  const added = newcomer && addNewcomer(target, change, newcomer, at);
  const register: DocumentChange = {
    name: documentName('register', partnershipId),
    run: (doc) => {
      if (added) addPersons(doc, [added.person]);
      switch (signing.kind) {
        case 'sign':
          recordSignature(doc, signing.signature, entry);
          break;
        case 'void':
          for (const id of standingSignatures(doc, meetingId, personId)) voidSignature(doc, id, at);
          recordAttendance(doc, entry);
          break;
        case 'restore':
          restoreSignature(doc, signing.signature.id);
          recordAttendance(doc, entry);
          break;
        case 'unchanged':
          recordAttendance(doc, entry);
          break;
      }
      // The strongest entry of merged doubles would show: theirs go the same way.
      if (presence !== 'present') {
        for (const double of listedDoubles(doc, meetingId, personId))
          recordAttendance(doc, { ...entry, personId: double });
      }
      if (correction) {
        const head = added ? withOrganisation(correction.head, added.organisation) : correction.head;
        sealAttendance(doc, head, newSeal(device, 'correction', correction.reason, correction.by, at));
      }
    },
  };
  await device.ledger.write(
    added?.partnership ? [added.partnership, register] : [register],
    signing.kind === 'sign' ? (db) => dropDraft(db, meetingId, personId) : undefined,
  );
}

export async function writeOpening(
  device: Device,
  partnershipId: PartnershipId,
  id: MeetingId,
): Promise<void> {
  const name = documentName('partnership', partnershipId);
  await device.ledger.write([{ name, run: (doc) => openMeeting(doc, id, device.now(), device.today()) }]);
}

/** Seals the list and marks the meeting closed, in one transaction. */
export async function writeClosing(
  device: Device,
  partnershipId: PartnershipId,
  head: ListHead,
  by: string,
): Promise<void> {
  const at = device.now();
  await device.ledger.write([
    {
      name: documentName('register', partnershipId),
      run: (doc) => sealAttendance(doc, head, newSeal(device, 'closing', '', by, at)),
    },
    {
      name: documentName('partnership', partnershipId),
      run: (doc) => closeMeeting(doc, head.meeting.id, at),
    },
  ]);
}

/** Seals a closed list as it is now, after something arrived from elsewhere. */
export async function writeSealingAgain(
  device: Device,
  partnershipId: PartnershipId,
  { head, reason, by }: Correction,
): Promise<void> {
  const seal = newSeal(device, 'correction', reason, by, device.now());
  await device.ledger.write([
    { name: documentName('register', partnershipId), run: (doc) => sealAttendance(doc, head, seal) },
  ]);
}

interface Added {
  readonly person: NewPerson;
  readonly organisation: { readonly id: OrganisationId; readonly name: string } | undefined;
  readonly partnership: DocumentChange | undefined;
}

function addNewcomer(target: ListTarget, change: RowChange, newcomer: Newcomer, at: Instant): Added {
  const { device, partnershipId } = target;
  const { organisation, name } = newcomer;
  const fresh =
    organisation.kind === 'new' ? { id: device.newId<OrganisationId>(), name: organisation.name } : undefined;
  const organisationId = organisation.kind === 'known' ? organisation.id : fresh?.id;
  const person: NewPerson = {
    id: change.personId,
    name,
    createdAt: at,
    phone: '',
    email: '',
    representation:
      organisationId === undefined
        ? undefined
        : { id: device.newId(), organisationId, role: '', from: device.today() },
  };
  const partnership: DocumentChange | undefined = fresh && {
    name: documentName('partnership', partnershipId),
    // Somebody came from there: not more is known of it yet.
    run: (doc) =>
      addOrganisations(doc, [{ ...fresh, type: guessOrganisationType(fresh.name), status: 'potential' }]),
  };
  return { person, organisation: fresh, partnership };
}

function withOrganisation(head: ListHead, added: Added['organisation']): ListHead {
  if (added === undefined) return head;
  return { ...head, organisationName: (id) => (id === added.id ? added.name : head.organisationName(id)) };
}

function newSeal(
  device: Device,
  kind: Seal['kind'],
  reason: string,
  by: string,
  at: Instant,
): Omit<Seal, 'meetingId' | 'fingerprint' | 'present' | 'signed'> {
  return { id: device.newId<SealId>(), kind, reason, at, by, deviceId: device.id };
}
