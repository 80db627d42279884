// Everything that a printed attendance list says, read at one moment, so that names, marks and seals on paper belong
// together. Contact data are read only when they are to be printed.

import { type Observable, liveQuery } from 'dexie';
import type { AttendanceFacts } from '../domain/attendance.ts';
import type { MeetingId, PartnershipId } from '../domain/ids.ts';
import type { Meeting } from '../domain/meeting.ts';
import type { PartnerOrganisation } from '../domain/organisation.ts';
import type { Partnership } from '../domain/partnership.ts';
import type { ContactData } from '../domain/person.ts';
import type { ProgrammeRound } from '../domain/programme/round.ts';
import { THIRD_ROUND } from '../domain/programme/thirdRound.ts';
import type { Seal } from '../domain/seal.ts';
import type { DeviceDatabase } from './database.ts';
import { readSetting } from './settings.ts';

export interface PrintFacts {
  readonly round: ProgrammeRound;
  readonly partnership: Partnership;
  readonly meeting: Meeting;
  readonly attendance: AttendanceFacts;
  readonly organisations: readonly PartnerOrganisation[];
  readonly seals: readonly Seal[];
  /** Empty unless asked for. */
  readonly contacts: readonly ContactData[];
  /** Who uses this device; '' when not told. */
  readonly userName: string;
}

/** `undefined` when the meeting or the partnership is not on this device. */
export function watchPrintFacts(
  db: DeviceDatabase,
  ids: { readonly partnershipId: PartnershipId; readonly meetingId: MeetingId },
  withContacts: boolean,
): Observable<PrintFacts | undefined> {
  const { partnershipId, meetingId } = ids;
  return liveQuery(async () => {
    const [partnership, meeting, userName] = await Promise.all([
      db.partnerships.get(partnershipId),
      db.meetings.get(meetingId),
      readSetting(db, 'personName'),
    ]);
    if (partnership === undefined || meeting === undefined) return undefined;
    const [round, persons, representations, organisations, contacts] = await Promise.all([
      db.rounds.get(partnership.roundId),
      db.persons.where('partnershipId').equals(partnershipId).toArray(),
      db.representations.where('partnershipId').equals(partnershipId).toArray(),
      db.organisations.where('partnershipId').equals(partnershipId).toArray(),
      withContacts ? db.contacts.where('partnershipId').equals(partnershipId).toArray() : [],
    ]);
    const [invitations, entries, signatures, seals] = await Promise.all([
      db.invitations.where('meetingId').equals(meetingId).toArray(),
      db.attendance.where('meetingId').equals(meetingId).toArray(),
      db.signatures.where('meetingId').equals(meetingId).toArray(),
      db.seals.where('meetingId').equals(meetingId).toArray(),
    ]);
    return {
      round: round ?? THIRD_ROUND,
      partnership,
      meeting,
      attendance: {
        meetingId,
        day: meeting.date,
        persons,
        representations,
        invitations,
        entries,
        signatures,
      },
      organisations,
      seals,
      contacts,
      userName,
    };
  });
}
