// All that the first drawing shows, read in one transaction: on a slow phone each reading of its own costs as much as a
// card of the screen. What changes later is told by live queries.

import type { DeviceId } from '../../domain/ids.ts';
import type { Place } from '../../domain/places.ts';
import type { Instant, IsoDate } from '../../domain/time.ts';
import type { DeviceDatabase } from '../../storage/database.ts';
import { KIOSK_SETTING, type Kiosk, kioskIn } from '../../storage/kiosk.ts';
import { readRawSettings, settingIn } from '../../storage/settings.ts';
import { type TodayFacts, readToday } from '../../storage/todayQueries.ts';
import { hasJoinedIn } from './readStanding.ts';
import { FRONT_SETTINGS, type Front, frontIn } from './watchFront.ts';

export interface Start {
  /** `undefined` at the very first start. */
  readonly deviceId: DeviceId | undefined;
  readonly language: 'pl' | 'en';
  readonly hasJoined: boolean;
  readonly front: Front;
  readonly kiosk: Kiosk | undefined;
  /** What Dziś tells, when that is what is opened. */
  readonly today: TodayFacts | undefined;
}

/** What the reading depends on. */
export interface StartAsked {
  readonly now: Instant;
  readonly today: IsoDate;
  readonly place: Place;
}

const SETTINGS = ['deviceId', 'language', KIOSK_SETTING, ...FRONT_SETTINGS];

export function readStart(db: DeviceDatabase, { now, today, place }: StartAsked): Promise<Start> {
  return db.transaction('r', db.tables, async () => {
    const [raw, partnerships] = await Promise.all([readRawSettings(db, SETTINGS), db.partnerships.toArray()]);
    const front = frontIn(raw, partnerships);
    const { partnership } = front;
    const isToday = place.kind === 'today' && partnership !== undefined;
    return {
      deviceId: settingIn(raw, 'deviceId'),
      language: settingIn(raw, 'language'),
      hasJoined: hasJoinedIn(raw),
      front,
      kiosk: kioskIn(raw, now),
      today: isToday ? await readToday(db, partnership.id, today) : undefined,
    };
  });
}
