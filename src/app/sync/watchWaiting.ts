// How much of this device's work waits: rows to be sent, and pieces that the server refused.

import { type Observable, liveQuery } from 'dexie';
import { type DeviceDatabase, type RefusedRow, TABLE_NAMES } from '../../storage/database.ts';

export interface Waiting {
  readonly unsent: number;
  readonly refused: number;
}

export const NOTHING_WAITS: Waiting = { unsent: 0, refused: 0 };

export function watchWaiting(db: DeviceDatabase): Observable<Waiting> {
  return liveQuery(async () => {
    const [refused, ...counts] = await Promise.all([
      readRefused(db),
      ...TABLE_NAMES.map((name) => db.queryTable(name).where('unsent').equals(1).count()),
    ]);
    return { refused: refused.length, unsent: counts.reduce((sum, count) => sum + count, 0) };
  });
}

/** What the server refused and still has not taken: a document of which nothing waits any more was accepted since. */
export async function readRefused(db: DeviceDatabase): Promise<readonly RefusedRow[]> {
  const rows = (await db.refused.toArray()).filter((row) => row.update.length > 0);
  if (rows.length === 0) return rows;
  const documents = await db.documents.bulkGet(rows.map((row) => row.doc));
  return rows.filter((_row, index) => documents[index]?.unsent === 1);
}
