// Sessions: a device signs a challenge and is given a short-lived token; later requests are authenticated by it.
// Each use looks the device up again, so that a revoked one is out at once and not when its token ends.

import { randomBytes } from 'node:crypto';
import { jwtVerify, SignJWT } from 'jose';
import { type DeviceId, decodeId } from '../../src/domain/ids.ts';
import { asInstant, type Instant } from '../../src/domain/time.ts';
import type { Refused, TokenAnswer, TokenRequest } from '../../src/schema/session.ts';
import type { Caller } from '../exchange.ts';
import type { ChallengeStore } from '../stores/challengeStore.ts';
import type { MemberStore } from '../stores/memberStore.ts';
import { StoreError } from '../stores/storeError.ts';
import { isTextSignedBy } from './signatures.ts';

export type Authentication =
  | { readonly kind: 'caller'; readonly caller: Caller; readonly expiresAt: Instant }
  | { readonly kind: 'refused'; readonly reason: 'unauthorised' | 'revoked' };

const CHALLENGE_MS = 2 * 60_000;

export class Sessions {
  readonly #members: MemberStore;
  readonly #tokenMs: number;
  readonly #now: () => number;
  readonly #challenges: ChallengeStore;

  constructor(members: MemberStore, challenges: ChallengeStore, tokenMinutes: number, now: () => number) {
    this.#members = members;
    this.#challenges = challenges;
    this.#tokenMs = tokenMinutes * 60_000;
    this.#now = now;
  }

  /** A text to sign; also for a device that is not known, which learns so when it asks for the token. */
  async challenge(device: DeviceId): Promise<string> {
    const text = `wspolnie-session.${randomBytes(24).toString('base64url')}`;
    const now = this.#now();
    await this.#challenges.put({ text, device, until: asInstant(now + CHALLENGE_MS) }, asInstant(now));
    return text;
  }

  async token({ device, challenge, signature }: TokenRequest): Promise<TokenAnswer | Refused> {
    const waiting = await this.#challenges.take(challenge);
    if (waiting?.device !== device || waiting.until < this.#now()) return refused('challengeOver');
    const known = await this.#members.device(device);
    if (known === undefined) return refused('unknownDevice');
    if (!(await isTextSignedBy(known.publicKey, signature, challenge))) return refused('malformed');
    // Said only to whoever holds the key.
    if (known.revoked) return refused('revoked');
    const now = this.#now();
    await this.#noteVisit(device, asInstant(now));
    const expiresAt = asInstant(Math.floor((now + this.#tokenMs) / 1000) * 1000);
    const token = await new SignJWT()
      .setProtectedHeader({ alg: 'HS256' })
      .setSubject(device)
      .setExpirationTime(expiresAt / 1000)
      .sign(await this.#members.tokenSecret());
    const held = await this.#members.grants(known.member.id);
    const grants = held.filter(({ revoked }) => !revoked).map(({ scope, role }) => ({ scope, role }));
    return { kind: 'session', token, expiresAt, member: known.member, grants };
  }

  async authenticate(token: string): Promise<Authentication> {
    const session = await this.#verified(token);
    const device = session && (await this.#members.device(session.device));
    if (session === undefined || device === undefined) return { kind: 'refused', reason: 'unauthorised' };
    if (device.revoked) return { kind: 'refused', reason: 'revoked' };
    const caller = { device: device.id, member: device.member.id };
    return { kind: 'caller', caller, expiresAt: session.expiresAt };
  }

  async #noteVisit(device: DeviceId, at: Instant): Promise<void> {
    try {
      await this.#members.touch(device, at);
    } catch (cause) {
      // With a full disk people must still be able to read.
      if (!(cause instanceof StoreError)) throw cause;
    }
  }

  async #verified(token: string): Promise<{ device: DeviceId; expiresAt: Instant } | undefined> {
    const secret = await this.#members.tokenSecret();
    try {
      const { payload } = await jwtVerify(token, secret, {
        algorithms: ['HS256'],
        currentDate: new Date(this.#now()),
      });
      const device = decodeId<DeviceId>(payload.sub);
      if (device === undefined || payload.exp === undefined) return undefined;
      return { device, expiresAt: asInstant(payload.exp * 1000) };
    } catch {
      return undefined;
    }
  }
}

function refused(reason: Refused['reason']): Refused {
  return { kind: 'refused', reason };
}
