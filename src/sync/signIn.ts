// A session without a password: the server's challenge, signed with the device's key, answered by a short-lived token that
// is kept in the device's settings. When to ask for a session is left to the callers.

import * as buffer from 'lib0/buffer';
import { asInstant, type Instant } from '../domain/time.ts';
import { either } from '../schema/jsonShape.ts';
import {
  decodeChallengeAnswer,
  decodeRefused,
  decodeTokenAnswer,
  type TokenAnswer,
} from '../schema/session.ts';
import type { DeviceDatabase } from '../storage/database.ts';
import { storageFailure } from '../storage/storageFailure.ts';
import { type DeviceKey, openDeviceKey } from './deviceKey.ts';
import { type Http, requestJson } from './http.ts';
import { keepMembership } from './membership.ts';
import { SyncFailure } from './syncFailure.ts';

export interface SignInOptions {
  readonly db: DeviceDatabase;
  readonly http: Http;
  readonly now: () => Instant;
}

const SESSION_SETTING = 'identity.session';
/** A token is renewed when it has less than this left: one exchange over a slow line. */
const RENEW_BEFORE_MS = 60_000;

/** The token that is kept, while it is good by this device's clock. */
export async function keptToken({ db, now }: Omit<SignInOptions, 'http'>): Promise<string | undefined> {
  try {
    const kept = decodeTokenAnswer((await db.settings.get(SESSION_SETTING))?.value);
    if (kept?.kind !== 'session') return undefined;
    return kept.expiresAt - now() > RENEW_BEFORE_MS ? kept.token : undefined;
  } catch (cause) {
    throw storageFailure(cause);
  }
}

/** Drops the token that is kept, since it is of an identity that this device no longer has. */
export async function forgetToken({ db }: Pick<SignInOptions, 'db'>): Promise<void> {
  try {
    await db.settings.delete(SESSION_SETTING);
  } catch (cause) {
    throw storageFailure(cause);
  }
}

/** Signs in anew and keeps token and membership. Throws SyncFailure, also for a refusal; StorageFailure. */
export async function signIn(options: SignInOptions): Promise<string> {
  const { db, now } = options;
  const { answer, serverTime } = await answerChallenge(options.http, await openDeviceKey(db));
  // `expiresAt` is by the server's clock; it is kept by this device's, which may be a day wrong.
  const expiresAt = asInstant(answer.expiresAt + (serverTime === undefined ? 0 : now() - serverTime));
  await keepMembership(db, answer);
  try {
    await db.settings.put({ key: SESSION_SETTING, value: { ...answer, expiresAt } });
  } catch (cause) {
    throw storageFailure(cause);
  }
  return answer.token;
}

async function answerChallenge(
  http: Http,
  key: DeviceKey,
): Promise<{ readonly answer: TokenAnswer; readonly serverTime: Instant | undefined }> {
  const { device } = key;
  const asked = await requestJson(http, {
    method: 'POST',
    path: '/auth/challenge',
    body: { device },
    decode: either(decodeChallengeAnswer, decodeRefused),
  });
  if ('reason' in asked.value) throw new SyncFailure(asked.value.reason);
  const { challenge } = asked.value;
  const signature = buffer.toBase64UrlEncoded(await key.sign(new TextEncoder().encode(challenge)));
  const { value, serverTime } = await requestJson(http, {
    method: 'POST',
    path: '/auth/token',
    body: { device, challenge, signature },
    decode: decodeTokenAnswer,
  });
  if (value.kind === 'refused') throw new SyncFailure(value.reason);
  return { answer: value, serverTime };
}
