// Joining by an invitation. What a person scanned or typed is kept on the device before the server is asked, so that neither
// a missing connection nor a reload loses it; the server's word ends the waiting.

import * as buffer from 'lib0/buffer';
import type { Instant } from '../domain/time.ts';
import { invitationText, type ParsedInvitation, parseInvitation } from '../schema/invitation.ts';
import { type Decode, listOf, nullable, object, oneOf, text } from '../schema/jsonShape.ts';
import { decodeInstant } from '../domain/time.ts';
import {
  decodeRedeemAnswer,
  MAX_NAME,
  type RedeemAnswer,
  SESSION_REFUSALS,
  type SessionRefusal,
} from '../schema/session.ts';
import { storageFailure } from '../storage/storageFailure.ts';
import { type DeviceKey, openDeviceKey, renewDeviceKey } from './deviceKey.ts';
import { requestJson } from './http.ts';
import { keepMembership, readMembership } from './membership.ts';
import { forgetToken, signIn, type SignInOptions } from './signIn.ts';
import { type SyncFailureReason, syncFailure } from './syncFailure.ts';

export interface JoinNames {
  /** "Tablet w bibliotece" */
  readonly deviceName: string;
  /** How the person is called; may be empty when the invitation is for an own device. */
  readonly memberName: string;
}

/** An invitation that was accepted here and that the server has not yet let in. */
export interface PendingJoin extends JoinNames {
  /** Canonical text: signed invitation, `first.…` or typed code. */
  readonly invitation: string;
  readonly at: Instant;
  /** The server's refusal; `null` while it has not been reached. */
  readonly refused: SessionRefusal | null;
}

export type RedeemResult =
  | ({ readonly kind: 'joined' } & Omit<RedeemAnswer, 'kind'>)
  /** Decided by the server; the invitation is kept with the reason until it is dismissed. */
  | { readonly kind: 'refused'; readonly reason: SessionRefusal }
  /** Told here, without asking anybody. */
  | { readonly kind: 'unreadable'; readonly reason: 'mistyped' | 'newer' | 'malformed' }
  /** Kept on this device, and redeemed by itself as soon as the server is reached. */
  | { readonly kind: 'waiting'; readonly reason: SyncFailureReason };

const JOINS_SETTING = 'identity.joins';
const MOST_JOINS = 20;
/** For so long an invitation that the server does not know is offered again. */
const RETRY_FOR_MS = 14 * 24 * 60 * 60_000;

const pendingJoin = object<PendingJoin>({
  invitation: text(2_000),
  deviceName: text(MAX_NAME),
  memberName: orEmpty(text(MAX_NAME)),
  at: decodeInstant,
  refused: nullable(oneOf(SESSION_REFUSALS)),
});
const pendingJoins = listOf(pendingJoin, MOST_JOINS);

/** Throws StorageFailure. */
export async function readJoins({ db }: Pick<SignInOptions, 'db'>): Promise<readonly PendingJoin[]> {
  try {
    return pendingJoins((await db.settings.get(JOINS_SETTING))?.value) ?? [];
  } catch (cause) {
    throw storageFailure(cause);
  }
}

/** Takes an invitation off the list of those that wait or were refused. */
export function dismissJoin(options: Pick<SignInOptions, 'db'>, invitation: string): Promise<void> {
  return changeJoins(options, (joins) => joins.filter((join) => join.invitation !== invitation));
}

/** Accepts what a person scanned, pasted or typed. Throws StorageFailure only. */
export async function redeem(
  options: SignInOptions,
  pasted: string,
  { deviceName, memberName }: JoinNames,
): Promise<RedeemResult> {
  const parsed = parseInvitation(pasted);
  if (parsed.kind === 'unreadable') return parsed;
  const invitation = canonicalText(parsed);
  const join = { invitation, deviceName, memberName, at: options.now(), refused: null };
  await changeJoins(options, (joins) => [
    ...joins.filter((other) => other.invitation !== invitation).slice(1 - MOST_JOINS),
    join,
  ]);
  return send(options, join);
}

/** Redeems what waits. Tells whether something was joined. Throws StorageFailure only. */
export async function completeJoins(options: SignInOptions): Promise<boolean> {
  let hasJoined = false;
  for (const join of await readJoins(options)) {
    const isYoung = options.now() - join.at < RETRY_FOR_MS;
    // An invitation can be scanned before the tablet that made it was ever online: the server may know it later.
    if (join.refused !== null && !(join.refused === 'unknown' && isYoung)) continue;
    hasJoined = (await send(options, join)).kind === 'joined' || hasJoined;
  }
  return hasJoined;
}

async function send(options: SignInOptions, join: PendingJoin): Promise<RedeemResult> {
  const { db } = options;
  let answer: RedeemAnswer | { readonly kind: 'refused'; readonly reason: SessionRefusal };
  try {
    answer = await ask(options, join, await openDeviceKey(db));
    if (answer.kind === 'refused' && answer.reason === 'deviceTaken' && (await isNobody(options))) {
      const key = await renewDeviceKey(db);
      await forgetToken(options);
      answer = await ask(options, join, key);
    }
  } catch (cause) {
    return { kind: 'waiting', reason: syncFailure(cause).reason };
  }
  if (answer.kind === 'refused') {
    const { reason } = answer;
    if (isPassing(reason)) return { kind: 'waiting', reason };
    await changeJoins(options, (joins) =>
      joins.map((other) => (other.invitation === join.invitation ? { ...other, refused: reason } : other)),
    );
    return answer;
  }
  await keepMembership(db, answer);
  await dismissJoin(options, join.invitation);
  return answer;
}

/**
 * Whether this device may take a new identity: it has none that the server knows and lets in. Its id may be another key's (a
 * copied profile, a lost key), or have been taken off.
 */
async function isNobody(options: SignInOptions): Promise<boolean> {
  if ((await readMembership(options.db)) === undefined) return true;
  try {
    await signIn(options);
    return false;
  } catch (cause) {
    const { reason } = syncFailure(cause);
    return reason === 'revoked' || reason === 'unknownDevice';
  }
}

async function ask(options: SignInOptions, join: PendingJoin, key: DeviceKey) {
  const { invitation, deviceName, memberName } = join;
  const proof = buffer.toBase64UrlEncoded(await key.sign(new TextEncoder().encode(invitation)));
  const { device, publicKey } = key;
  const body = { invitation, device, publicKey, deviceName, memberName, proof };
  return (
    await requestJson(options.http, {
      method: 'POST',
      path: '/auth/redeem',
      body,
      decode: decodeRedeemAnswer,
    })
  ).value;
}

function isPassing(reason: SessionRefusal): boolean {
  return reason === 'storageFailed' || reason === 'tooOften';
}

function canonicalText(parsed: Exclude<ParsedInvitation, { kind: 'unreadable' }>): string {
  switch (parsed.kind) {
    case 'signed':
      return invitationText(parsed.payload, parsed.signature);
    case 'first':
      return `first.${parsed.secret}`;
    case 'code':
      return parsed.code;
  }
}

async function changeJoins(
  { db }: Pick<SignInOptions, 'db'>,
  change: (joins: readonly PendingJoin[]) => readonly PendingJoin[],
): Promise<void> {
  try {
    await db.transaction('rw', db.settings, async () => {
      await db.settings.put({ key: JOINS_SETTING, value: change(await readJoins({ db })) });
    });
  } catch (cause) {
    throw storageFailure(cause);
  }
}

function orEmpty(decode: Decode<string>): Decode<string> {
  return (raw) => (raw === '' ? '' : decode(raw));
}
