// Whether this device is being passed round for signing. Kept in the database, so that a reload, a killed tab or a new
// tab is still in it. Leaving it with the PIN is the screen's; keeping every other place shut is the app's.

import { type Observable, liveQuery } from 'dexie';
import { type MeetingId, type PartnershipId, decodeId } from '../domain/ids.ts';
import { type Instant, decodeInstant } from '../domain/time.ts';
import { isRawRecord } from '../schema/decode.ts';
import type { DeviceDatabase } from './database.ts';
import { type RawSettings, readRawSettings } from './settings.ts';

export interface Kiosk {
  readonly partnershipId: PartnershipId;
  readonly meetingId: MeetingId;
  readonly since: Instant;
}

/** A meeting and the way home: a tablet whose PIN is forgotten works again next day, and nothing must be wiped for it. */
export const KIOSK_HOURS = 12;

export const KIOSK_SETTING = 'kiosk';

/** The kiosk that is on at `now`; `undefined` when none is, or when it is over. */
export function kioskIn(raw: RawSettings, now: Instant): Kiosk | undefined {
  const kiosk = decodeKiosk(raw.get(KIOSK_SETTING));
  return kiosk && now < kioskEnd(kiosk) ? kiosk : undefined;
}

export async function readKiosk(db: DeviceDatabase, now: Instant): Promise<Kiosk | undefined> {
  return kioskIn(await readRawSettings(db, [KIOSK_SETTING]), now);
}

/** The kiosk as it changes, in any tab. */
export function watchKiosk(db: DeviceDatabase, now: () => Instant): Observable<Kiosk | undefined> {
  return liveQuery(() => readKiosk(db, now()));
}

/** When it ends by itself, in milliseconds since 1970. */
export function kioskEnd(kiosk: Kiosk): number {
  return kiosk.since + KIOSK_HOURS * 3_600_000;
}

export async function enterKiosk(db: DeviceDatabase, kiosk: Kiosk): Promise<void> {
  await db.settings.put({ key: KIOSK_SETTING, value: kiosk });
}

export async function leaveKiosk(db: DeviceDatabase): Promise<void> {
  await db.settings.delete(KIOSK_SETTING);
}

function decodeKiosk(raw: unknown): Kiosk | undefined {
  if (!isRawRecord(raw)) return undefined;
  const partnershipId = decodeId<PartnershipId>(raw['partnershipId']);
  const meetingId = decodeId<MeetingId>(raw['meetingId']);
  const since = decodeInstant(raw['since']);
  if (partnershipId === undefined || meetingId === undefined || since === undefined) return undefined;
  return { partnershipId, meetingId, since };
}
