// The meetings of a partnership with how many are invited and how many came, live.

import { type Observable, liveQuery } from 'dexie';
import { attendanceRows, countAttendance } from '../domain/attendance.ts';
import type { PartnershipId } from '../domain/ids.ts';
import type { DeviceDatabase, Row } from './database.ts';

export interface MeetingOverview {
  readonly meeting: Row<'meetings'>;
  readonly invited: number;
  readonly present: number;
}

/** Cancelled (hidden) meetings are among them, in no particular order. */
export function watchOverview(
  db: DeviceDatabase,
  partnershipId: PartnershipId,
): Observable<readonly MeetingOverview[]> {
  return liveQuery(async () => {
    const [meetings, persons, representations, invitations, entries, signatures] = await Promise.all([
      db.meetings.where({ partnershipId }).toArray(),
      db.persons.where({ partnershipId }).toArray(),
      db.representations.where({ partnershipId }).toArray(),
      db.invitations.where({ partnershipId }).toArray(),
      db.attendance.where({ partnershipId }).toArray(),
      db.signatures.where({ partnershipId }).toArray(),
    ]);
    const facts = { persons, representations, invitations, entries, signatures };
    return meetings.map((meeting) => {
      const rows = attendanceRows({ ...facts, meetingId: meeting.id, day: meeting.date });
      const invited = rows.filter((row) => !row.isWalkIn && !row.person.isHidden).length;
      return { meeting, invited, present: countAttendance(rows).present };
    });
  });
}
