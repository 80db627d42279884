// The device's PIN: a screen lock and no encryption. Setting it, checking it, and the growing wait after wrong tries,
// which is kept in the database so that a reload does not shorten it.

import { type Instant, asInstant, decodeInstant } from '../domain/time.ts';
import { isRawRecord, numberField } from '../schema/decode.ts';
import type { DeviceDatabase } from './database.ts';
import { type PinHash, readSetting } from './settings.ts';

/** OWASP's figure for PBKDF2 with SHA-256: about 0.1 s on a PC, half a second on a slow tablet. */
const ITERATIONS = 600_000;
/** Wrong tries before the first wait; then the wait doubles with each. */
const FREE_TRIES = 5;
const FIRST_WAIT_MS = 30_000;
const LONGEST_WAIT_MS = 15 * 60_000;

const PIN = /^\d{4,8}$/;
const TRIES_KEY = 'pinTries';

/** Wrong tries in a row, and when the last one was. */
export interface PinTries {
  readonly failed: number;
  readonly lastAt: Instant;
}

export type PinCheck =
  | { readonly kind: 'right' }
  | { readonly kind: 'wrong'; readonly waitUntil: Instant | undefined }
  /** Too many wrong tries: the PIN was not looked at. */
  | { readonly kind: 'waiting'; readonly until: Instant }
  /** No PIN is set on this device. */
  | { readonly kind: 'none' };

/** 4 to 8 digits. */
export function isPin(text: string): boolean {
  return PIN.test(text);
}

/** Sets the PIN or changes it; earlier wrong tries are forgotten. Throws for text that is no PIN: the caller checks. */
export async function setPin(db: DeviceDatabase, pin: string): Promise<void> {
  if (!isPin(pin)) throw new Error('not a PIN');
  const salt = crypto.getRandomValues(new Uint8Array(16));
  const hash: PinHash = {
    salt: toHex(salt),
    hash: toHex(await derive(pin, salt, ITERATIONS)),
    iterations: ITERATIONS,
  };
  await db.transaction('rw', db.settings, async () => {
    await db.settings.put({ key: 'pin', value: hash });
    await db.settings.delete(TRIES_KEY);
  });
}

/** The try is counted before it is checked, so that closing the page in between gains nothing. */
export async function checkPin(db: DeviceDatabase, pin: string, now: Instant): Promise<PinCheck> {
  const stored = await readSetting(db, 'pin');
  if (stored === undefined) return { kind: 'none' };
  const counted = await db.transaction('rw', db.settings, async () => {
    const tries = decodeTries((await db.settings.get(TRIES_KEY))?.value);
    const until = pinWait(tries, now);
    if (until !== undefined) return { kind: 'waiting', until } as const;
    const next: PinTries = { failed: tries.failed + 1, lastAt: now };
    await db.settings.put({ key: TRIES_KEY, value: next });
    return { kind: 'counted', tries: next } as const;
  });
  if (counted.kind === 'waiting') return counted;
  const tried = await derive(pin, fromHex(stored.salt), stored.iterations);
  if (!isEqual(tried, fromHex(stored.hash))) {
    return { kind: 'wrong', waitUntil: pinWait(counted.tries, now) };
  }
  await db.settings.delete(TRIES_KEY);
  return { kind: 'right' };
}

/** Until when no PIN is looked at; `undefined` when one may be tried now. A clock set back never lengthens the wait. */
export function pinWait(tries: PinTries, now: Instant): Instant | undefined {
  if (tries.failed < FREE_TRIES) return undefined;
  const wait = Math.min(FIRST_WAIT_MS * 2 ** (tries.failed - FREE_TRIES), LONGEST_WAIT_MS);
  const until = Math.min(tries.lastAt, now) + wait;
  return until > now ? asInstant(until) : undefined;
}

function decodeTries(raw: unknown): PinTries {
  const fields = isRawRecord(raw) ? raw : {};
  return {
    failed: numberField(fields['failed'], 0),
    lastAt: decodeInstant(fields['lastAt']) ?? asInstant(0),
  };
}

async function derive(pin: string, salt: Uint8Array<ArrayBuffer>, iterations: number): Promise<Uint8Array> {
  const key = await crypto.subtle.importKey('raw', new TextEncoder().encode(pin), 'PBKDF2', false, [
    'deriveBits',
  ]);
  return new Uint8Array(
    await crypto.subtle.deriveBits({ name: 'PBKDF2', hash: 'SHA-256', salt, iterations }, key, 256),
  );
}

/** Takes as long for the first wrong byte as for the last. */
function isEqual(a: Uint8Array, b: Uint8Array): boolean {
  let difference = a.length ^ b.length;
  for (let index = 0; index < a.length; index += 1) difference |= (a[index] ?? 0) ^ (b[index] ?? 0);
  return difference === 0;
}

function toHex(bytes: Uint8Array): string {
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
}

function fromHex(text: string): Uint8Array<ArrayBuffer> {
  return Uint8Array.from(text.match(/../g) ?? [], (pair) => Number.parseInt(pair, 16));
}
