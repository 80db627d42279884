// Which partnership is in front: the one chosen last, or the newest when that one is gone.

import { type Observable, liveQuery } from 'dexie';
import type { DeviceDatabase, Row } from '../../storage/database.ts';
import { readSetting } from '../../storage/settings.ts';
import { mayKeepRegister } from './readStanding.ts';

export interface Front {
  /** `undefined` on an empty device. */
  readonly partnership: Row<'partnerships'> | undefined;
  /** Whether the person may keep its people and lists; a partner may not. */
  readonly mayKeepRegister: boolean;
}

export async function readFront(db: DeviceDatabase): Promise<Front> {
  const [chosen, partnerships] = await Promise.all([
    readSetting(db, 'partnershipId'),
    db.partnerships.toArray(),
  ]);
  const newestFirst = partnerships.toSorted((a, b) => b.createdAt - a.createdAt);
  const partnership = newestFirst.find(({ id }) => id === chosen) ?? newestFirst[0];
  return {
    partnership,
    mayKeepRegister: partnership === undefined || (await mayKeepRegister(db, partnership.id)),
  };
}

export function watchFront(db: DeviceDatabase): Observable<Front> {
  return liveQuery(() => readFront(db));
}
