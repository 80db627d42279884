// Which partnership is in front: the one chosen last, or the newest when that one is gone. Also who works here.

import { type Observable, liveQuery } from 'dexie';
import type { DeviceDatabase, Row } from '../../storage/database.ts';
import { readSetting } from '../../storage/settings.ts';

export interface Front {
  /** `undefined` on an empty device. */
  readonly partnership: Row<'partnerships'> | undefined;
  readonly partnershipCount: number;
  readonly personName: string;
}

export async function readFront(db: DeviceDatabase): Promise<Front> {
  const [chosen, personName, partnerships] = await Promise.all([
    readSetting(db, 'partnershipId'),
    readSetting(db, 'personName'),
    db.partnerships.toArray(),
  ]);
  const newestFirst = partnerships.toSorted((a, b) => b.createdAt - a.createdAt);
  return {
    partnership: newestFirst.find((partnership) => partnership.id === chosen) ?? newestFirst[0],
    partnershipCount: partnerships.length,
    personName,
  };
}

export function watchFront(db: DeviceDatabase): Observable<Front> {
  return liveQuery(() => readFront(db));
}
