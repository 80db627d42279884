// The device's key: ECDSA P-256, made here once, not extractable, kept in the device's database. Whoever holds it is this
// device; what is signed with it and what follows from that is left to the modules of identity.

import * as buffer from 'lib0/buffer';
import { type DeviceId, asId } from '../domain/ids.ts';
import { isRawRecord } from '../schema/decode.ts';
import type { DeviceDatabase } from '../storage/database.ts';
import { readSetting } from '../storage/settings.ts';
import { storageFailure } from '../storage/storageFailure.ts';
import { SyncFailure } from './syncFailure.ts';

export interface DeviceKey {
  readonly device: DeviceId;
  /** Raw uncompressed point, base64url. */
  readonly publicKey: string;
  /** 64 bytes over the message, SHA-256. */
  readonly sign: (message: Uint8Array<ArrayBuffer>) => Promise<Uint8Array>;
}

const KEY_SETTING = 'identity.key';
const DEVICE_ID_BYTES = 16;
const SIGNING = { name: 'ECDSA', hash: 'SHA-256' } as const;

/** The device's id and key, made when they are not there yet. Throws SyncFailure `insecure`, StorageFailure. */
export async function openDeviceKey(db: DeviceDatabase): Promise<DeviceKey> {
  return (await storedKey(db)) ?? (await makeKey(db, 'missing'));
}

/** A new id with a new key, where the server knows the old id by a key that this device does not have. */
export function renewDeviceKey(db: DeviceDatabase): Promise<DeviceKey> {
  return makeKey(db, 'all');
}

async function storedKey(db: DeviceDatabase): Promise<DeviceKey | undefined> {
  try {
    const [device, stored] = await Promise.all([readSetting(db, 'deviceId'), db.settings.get(KEY_SETTING)]);
    const pair = decodePair(stored?.value);
    return device === undefined || pair === undefined ? undefined : { device, ...pair };
  } catch (cause) {
    throw storageFailure(cause);
  }
}

async function makeKey(db: DeviceDatabase, what: 'missing' | 'all'): Promise<DeviceKey> {
  // Without https the browser has no `subtle`, whatever its types say.
  if (!globalThis.isSecureContext && !('subtle' in crypto)) throw new SyncFailure('insecure');
  const pair = await crypto.subtle.generateKey({ name: 'ECDSA', namedCurve: 'P-256' }, false, [
    'sign',
    'verify',
  ]);
  const point = new Uint8Array(await crypto.subtle.exportKey('raw', pair.publicKey));
  const value = { privateKey: pair.privateKey, publicKey: buffer.toBase64UrlEncoded(point) };
  const device = asId<DeviceId>(
    buffer.toBase64UrlEncoded(crypto.getRandomValues(new Uint8Array(DEVICE_ID_BYTES))),
  );
  try {
    // Two tabs may come here at once: the first one's key stays.
    await db.transaction('rw', db.settings, async () => {
      const isNew = what === 'all';
      if (isNew || (await readSetting(db, 'deviceId')) === undefined)
        await db.settings.put({ key: 'deviceId', value: device });
      if (isNew || decodePair((await db.settings.get(KEY_SETTING))?.value) === undefined)
        await db.settings.put({ key: KEY_SETTING, value });
    });
  } catch (cause) {
    throw storageFailure(cause);
  }
  const stored = await storedKey(db);
  if (stored === undefined) throw new SyncFailure('unexpected', new Error('the key did not stay'));
  return stored;
}

function decodePair(raw: unknown): Omit<DeviceKey, 'device'> | undefined {
  if (!isRawRecord(raw)) return undefined;
  const { privateKey, publicKey } = raw;
  if (!(privateKey instanceof CryptoKey) || typeof publicKey !== 'string') return undefined;
  return {
    publicKey,
    sign: async (message) => new Uint8Array(await crypto.subtle.sign(SIGNING, privateKey, message)),
  };
}
