// Small facts of this device, by name: who uses it, in which language, which partnership is in front.

import { type Observable, liveQuery } from 'dexie';
import { type DeviceId, type PartnershipId, decodeId } from '../domain/ids.ts';
import { isRawRecord, textField } from '../schema/decode.ts';
import type { DeviceDatabase } from './database.ts';

/** The device's PIN, a screen lock and no encryption: four digits are guessed in minutes by whoever has the disk. */
export interface PinHash {
  readonly salt: string;
  readonly hash: string;
  readonly iterations: number;
}

export interface Settings {
  readonly deviceId: DeviceId | undefined;
  /** "Tablet w bibliotece" */
  readonly deviceName: string;
  /** Who uses the device: printed on lists as the preparer, shown to others who edit. */
  readonly personName: string;
  readonly language: 'pl' | 'en';
  readonly partnershipId: PartnershipId | undefined;
  readonly pin: PinHash | undefined;
}

const DECODERS: { readonly [Key in keyof Settings]: (raw: unknown) => Settings[Key] } = {
  deviceId: (raw) => decodeId<DeviceId>(raw),
  deviceName: textField,
  personName: textField,
  language: (raw) => (raw === 'en' ? 'en' : 'pl'),
  partnershipId: (raw) => decodeId<PartnershipId>(raw),
  pin: decodePin,
};

/** Reads one setting; a missing or broken one is its default. */
export async function readSetting<Key extends keyof Settings>(
  db: DeviceDatabase,
  key: Key,
): Promise<Settings[Key]> {
  return DECODERS[key]((await db.settings.get(key))?.value);
}

export async function writeSetting<Key extends keyof Settings>(
  db: DeviceDatabase,
  key: Key,
  value: Settings[Key],
): Promise<void> {
  await db.settings.put({ key, value });
}

export function watchSetting<Key extends keyof Settings>(
  db: DeviceDatabase,
  key: Key,
): Observable<Settings[Key]> {
  return liveQuery(() => readSetting(db, key));
}

function decodePin(raw: unknown): PinHash | undefined {
  if (!isRawRecord(raw)) return undefined;
  const { salt, hash, iterations } = raw;
  if (typeof salt !== 'string' || typeof hash !== 'string' || typeof iterations !== 'number')
    return undefined;
  return { salt, hash, iterations };
}
