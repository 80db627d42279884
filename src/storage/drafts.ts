// Strokes of signatures that are being drawn, stored as each stroke ends: rotation, reload and a killed tab keep them.

import type { MeetingId, PersonId } from '../domain/ids.ts';
import type { Stroke } from '../domain/signature.ts';
import { attendanceKey } from '../schema/registerRecords.ts';
import type { DeviceDatabase } from './database.ts';
import { storageFailure } from './storageFailure.ts';

export async function readDraft(
  db: DeviceDatabase,
  meeting: MeetingId,
  person: PersonId,
): Promise<readonly Stroke[]> {
  return (await db.drafts.get(attendanceKey(meeting, person)))?.strokes ?? [];
}

/** Keeps all strokes drawn so far. Throws StorageFailure; the strokes stay on the screen then. */
export async function keepDraft(
  db: DeviceDatabase,
  meeting: MeetingId,
  person: PersonId,
  strokes: readonly Stroke[],
): Promise<void> {
  try {
    await db.drafts.put({ key: attendanceKey(meeting, person), strokes });
  } catch (cause) {
    throw storageFailure(cause);
  }
}

/** Drops a draft; called within the transaction that stores the finished signature, or when it is cleared. */
export async function dropDraft(db: DeviceDatabase, meeting: MeetingId, person: PersonId): Promise<void> {
  await db.drafts.delete(attendanceKey(meeting, person));
}
