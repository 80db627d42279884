// Live queries over the query tables: each returns an observable that emits again when what it read changes, in any tab.

import { type Observable, liveQuery } from 'dexie';
import type { MeetingId, PartnershipId, RoundId } from '../domain/ids.ts';
import type { ProgrammeRound } from '../domain/programme/round.ts';
import { THIRD_ROUND } from '../domain/programme/thirdRound.ts';
import type { AttendanceFacts } from '../domain/attendance.ts';
import type { DeviceDatabase, Row } from './database.ts';

/** All partnerships on this device, newest first. */
export function watchPartnerships(db: DeviceDatabase): Observable<readonly Row<'partnerships'>[]> {
  return liveQuery(async () => {
    const rows = await db.partnerships.toArray();
    return rows.toSorted((a, b) => b.createdAt - a.createdAt);
  });
}

/** A round as its staff have published it, or as it ships with the product. */
export function watchRound(db: DeviceDatabase, id: RoundId): Observable<ProgrammeRound> {
  return liveQuery(async () => (await db.rounds.get(id)) ?? THIRD_ROUND);
}

export function watchPartnership(
  db: DeviceDatabase,
  id: PartnershipId,
): Observable<Row<'partnerships'> | undefined> {
  return liveQuery(() => db.partnerships.get(id));
}

/** Meetings of a partnership, hidden ones included (numbers are never reused), in no particular order. */
export function watchMeetings(db: DeviceDatabase, id: PartnershipId): Observable<readonly Row<'meetings'>[]> {
  return liveQuery(() => db.meetings.where('partnershipId').equals(id).toArray());
}

export function watchDecisions(db: DeviceDatabase, id: MeetingId): Observable<readonly Row<'decisions'>[]> {
  return liveQuery(() => db.decisions.where('meetingId').equals(id).toArray());
}

export function watchOrganisations(
  db: DeviceDatabase,
  id: PartnershipId,
): Observable<readonly Row<'organisations'>[]> {
  return liveQuery(() => db.organisations.where('partnershipId').equals(id).toArray());
}

/** People of a partnership with whom they speak for. Contact data is read apart (`watchContacts`), where it is needed. */
export interface PeopleRows {
  readonly persons: readonly Row<'persons'>[];
  readonly representations: readonly Row<'representations'>[];
}

export function watchPeople(db: DeviceDatabase, id: PartnershipId): Observable<PeopleRows> {
  return liveQuery(async () => {
    const [persons, representations] = await Promise.all([
      db.persons.where('partnershipId').equals(id).toArray(),
      db.representations.where('partnershipId').equals(id).toArray(),
    ]);
    return { persons, representations };
  });
}

export function watchContacts(db: DeviceDatabase, id: PartnershipId): Observable<readonly Row<'contacts'>[]> {
  return liveQuery(() => db.contacts.where('partnershipId').equals(id).toArray());
}

/** The rows behind one meeting's attendance list; feed to `attendanceRows`. */
export interface AttendanceListRows extends AttendanceFacts {
  readonly persons: readonly Row<'persons'>[];
  readonly representations: readonly Row<'representations'>[];
  readonly invitations: readonly Row<'invitations'>[];
  readonly entries: readonly Row<'attendance'>[];
  readonly signatures: readonly Row<'signatures'>[];
  readonly organisations: readonly Row<'organisations'>[];
  readonly seals: readonly Row<'seals'>[];
}

export function watchAttendanceList(
  db: DeviceDatabase,
  partnershipId: PartnershipId,
  meetingId: MeetingId,
): Observable<AttendanceListRows> {
  return liveQuery(async () => {
    const [meeting, persons, representations, organisations, invitations, entries, signatures, seals] =
      await Promise.all([
        db.meetings.get(meetingId),
        db.persons.where('partnershipId').equals(partnershipId).toArray(),
        db.representations.where('partnershipId').equals(partnershipId).toArray(),
        db.organisations.where('partnershipId').equals(partnershipId).toArray(),
        db.invitations.where('meetingId').equals(meetingId).toArray(),
        db.attendance.where('meetingId').equals(meetingId).toArray(),
        db.signatures.where('meetingId').equals(meetingId).toArray(),
        db.seals.where('meetingId').equals(meetingId).toArray(),
      ]);
    const day = meeting?.date;
    return {
      meetingId,
      day,
      persons,
      representations,
      organisations,
      invitations,
      entries,
      signatures,
      seals,
    };
  });
}
