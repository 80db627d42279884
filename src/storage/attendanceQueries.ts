// The parts of one attendance list as live queries of their own: a tap reads the entries anew and not the people, and no
// signature's strokes. Outputs that need the whole list at once use `watchAttendanceList`.

import { type Observable, liveQuery } from 'dexie';
import type { MeetingId } from '../domain/ids.ts';
import type { DeviceDatabase, Row } from './database.ts';

export function watchInvitations(
  db: DeviceDatabase,
  id: MeetingId,
): Observable<readonly Row<'invitations'>[]> {
  return liveQuery(() => db.invitations.where('meetingId').equals(id).toArray());
}

export function watchEntries(db: DeviceDatabase, id: MeetingId): Observable<readonly Row<'attendance'>[]> {
  return liveQuery(() => db.attendance.where('meetingId').equals(id).toArray());
}

export function watchSignatures(db: DeviceDatabase, id: MeetingId): Observable<readonly Row<'signatures'>[]> {
  return liveQuery(() => db.signatures.where('meetingId').equals(id).toArray());
}

export function watchSeals(db: DeviceDatabase, id: MeetingId): Observable<readonly Row<'seals'>[]> {
  return liveQuery(() => db.seals.where('meetingId').equals(id).toArray());
}
