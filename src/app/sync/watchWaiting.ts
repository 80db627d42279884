// How much of this device's work waits: rows to be sent, and pieces that the server refused.

import { type Observable, liveQuery } from 'dexie';
import { type DeviceDatabase, TABLE_NAMES } from '../../storage/database.ts';

export interface Waiting {
  readonly unsent: number;
  readonly refused: number;
}

export const NOTHING_WAITS: Waiting = { unsent: 0, refused: 0 };

export function watchWaiting(db: DeviceDatabase): Observable<Waiting> {
  return liveQuery(async () => {
    const [refused, ...counts] = await Promise.all([
      db.refused.count(),
      ...TABLE_NAMES.map((name) => db.queryTable(name).where('unsent').equals(1).count()),
    ]);
    return { refused, unsent: counts.reduce((sum, count) => sum + count, 0) };
  });
}
