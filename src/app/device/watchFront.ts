// Which partnership is in front: the one chosen last, or the newest when that one is gone.

import { type Observable, liveQuery } from 'dexie';
import type { DeviceDatabase, Row } from '../../storage/database.ts';
import { type RawSettings, readRawSettings, settingIn } from '../../storage/settings.ts';
import { MEMBERSHIP_SETTING } from '../../storage/grantedRoles.ts';
import { mayKeepRegister } from './readStanding.ts';

export interface Front {
  /** `undefined` on an empty device. */
  readonly partnership: Row<'partnerships'> | undefined;
  /** Whether the person may keep its people and lists; a partner may not. */
  readonly mayKeepRegister: boolean;
}

/** The settings that decide it. */
export const FRONT_SETTINGS = ['partnershipId', MEMBERSHIP_SETTING] as const;

export function frontIn(raw: RawSettings, partnerships: readonly Row<'partnerships'>[]): Front {
  const chosen = settingIn(raw, 'partnershipId');
  const newestFirst = partnerships.toSorted((a, b) => b.createdAt - a.createdAt);
  const partnership = newestFirst.find(({ id }) => id === chosen) ?? newestFirst[0];
  return {
    partnership,
    mayKeepRegister: partnership === undefined || mayKeepRegister(raw, partnership.id),
  };
}

export async function readFront(db: DeviceDatabase): Promise<Front> {
  return frontIn(...(await Promise.all([readRawSettings(db, FRONT_SETTINGS), db.partnerships.toArray()])));
}

export function watchFront(db: DeviceDatabase): Observable<Front> {
  return liveQuery(() => readFront(db));
}
