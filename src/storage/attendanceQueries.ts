// One attendance list as three live queries: a tap reads the entries anew and not the people, nor any signature's strokes.
// Outputs that need the whole list at one moment use `watchAttendanceList`.

import { type Observable, liveQuery } from 'dexie';
import type { MeetingId, PartnershipId } from '../domain/ids.ts';
import type { DeviceDatabase, Row } from './database.ts';

/** What stands round the marks: whose list it is, and who can be on it. */
export interface ListFrame {
  readonly partnership: Row<'partnerships'> | undefined;
  readonly meeting: Row<'meetings'> | undefined;
  readonly organisations: readonly Row<'organisations'>[];
  readonly persons: readonly Row<'persons'>[];
  readonly representations: readonly Row<'representations'>[];
  readonly invitations: readonly Row<'invitations'>[];
  readonly seals: readonly Row<'seals'>[];
}

export function watchListFrame(
  db: DeviceDatabase,
  partnershipId: PartnershipId,
  meetingId: MeetingId,
): Observable<ListFrame> {
  const { partnerships, meetings, organisations, persons, representations, invitations, seals } = db;
  const tables = [partnerships, meetings, organisations, persons, representations, invitations, seals];
  return liveQuery(() =>
    db.transaction('r', tables, async () => {
      const found = await Promise.all([
        partnerships.get(partnershipId),
        meetings.get(meetingId),
        organisations.where({ partnershipId }).toArray(),
        persons.where({ partnershipId }).toArray(),
        representations.where({ partnershipId }).toArray(),
        invitations.where({ meetingId }).toArray(),
        seals.where({ meetingId }).toArray(),
      ]);
      return {
        partnership: found[0],
        meeting: found[1],
        organisations: found[2],
        persons: found[3],
        representations: found[4],
        invitations: found[5],
        seals: found[6],
      };
    }),
  );
}

export function watchEntries(db: DeviceDatabase, id: MeetingId): Observable<readonly Row<'attendance'>[]> {
  return liveQuery(() => db.attendance.where('meetingId').equals(id).toArray());
}

export function watchSignatures(db: DeviceDatabase, id: MeetingId): Observable<readonly Row<'signatures'>[]> {
  return liveQuery(() => db.signatures.where('meetingId').equals(id).toArray());
}
