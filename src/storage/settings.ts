// Small facts of this device, by name: who uses it, in which language, which partnership is in front.

import type { Observable } from 'dexie';
import { type DeviceId, type PartnershipId, decodeId } from '../domain/ids.ts';
import { isRawRecord, numberField, textField } from '../schema/decode.ts';
import type { DeviceDatabase } from './database.ts';
import { live } from './live.ts';

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
  /** The schema version whose rows the query tables hold. */
  readonly rowsVersion: number;
}

const DECODERS: { readonly [Key in keyof Settings]: (raw: unknown) => Settings[Key] } = {
  deviceId: (raw) => decodeId<DeviceId>(raw),
  deviceName: textField,
  personName: textField,
  language: (raw) => (raw === 'en' ? 'en' : 'pl'),
  partnershipId: (raw) => decodeId<PartnershipId>(raw),
  pin: decodePin,
  // The first release did not write it down.
  rowsVersion: (raw) => numberField(raw, 1),
};

/** Settings as they lie in the database, by name; whoever knows one decodes it. */
export type RawSettings = ReadonlyMap<string, unknown>;

/** Several settings in one reading. */
export async function readRawSettings(db: DeviceDatabase, keys: readonly string[]): Promise<RawSettings> {
  const rows = await db.settings.bulkGet([...keys]);
  return new Map(rows.flatMap((row) => (row === undefined ? [] : [[row.key, row.value] as const])));
}

/** One of the settings that were read; a missing or broken one is its default. */
export function settingIn<Key extends keyof Settings>(raw: RawSettings, key: Key): Settings[Key] {
  return DECODERS[key](raw.get(key));
}

export async function readSetting<Key extends keyof Settings>(
  db: DeviceDatabase,
  key: Key,
): Promise<Settings[Key]> {
  return settingIn(await readRawSettings(db, [key]), key);
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
  return live(() => readSetting(db, key));
}

function decodePin(raw: unknown): PinHash | undefined {
  if (!isRawRecord(raw)) return undefined;
  const { salt, hash, iterations } = raw;
  if (typeof salt !== 'string' || typeof hash !== 'string' || typeof iterations !== 'number')
    return undefined;
  return { salt, hash, iterations };
}
