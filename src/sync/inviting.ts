// Invitations that are made here: signed with the device's key, so that they can be made without internet, and told to the
// server when it is reached. Who may invite whom is the domain's rule and the server's to enforce.

import * as buffer from 'lib0/buffer';
import type { Instant } from '../domain/time.ts';
import {
  encodeInvitation,
  type Invitation,
  type InvitationPurpose,
  invitationLink,
  invitationText,
  signingBytes,
} from '../schema/invitation.ts';
import { listOf, text } from '../schema/jsonShape.ts';
import { decodeDone } from '../schema/session.ts';
import { hashTypedCode, makeTypedCode, parseTypedCode, type TypedCode } from '../schema/typedCode.ts';
import type { InvitationRow } from '../storage/database.ts';
import { storageFailure } from '../storage/storageFailure.ts';
import { openDeviceKey } from './deviceKey.ts';
import { type Http, requestJson } from './http.ts';
import type { SignInOptions } from './signIn.ts';
import { SyncFailure } from './syncFailure.ts';

export interface InvitationWish {
  readonly purpose: InvitationPurpose;
  /** Name of the partnership or library, shown to the invited; at most 120 characters. */
  readonly title: string;
  /** How many devices may join by it: 1 to 500. */
  readonly uses: number;
  readonly expiresAt: Instant;
}

export interface MadeInvitation {
  readonly invitation: Invitation;
  /** For a QR or a link to share. */
  readonly link: string;
  /** For typing. Works once the server knows of it, `isRegistered` in the row. */
  readonly code: TypedCode;
}

/** Scope under which invitations for the person's own further devices are kept in `ownInvitations`. */
export const OWN_DEVICE_SCOPE = 'ownDevice';

/** Invitations that were revoked here and of which the server has not been told yet. */
const REVOCATIONS_SETTING = 'identity.revocations';
const revocations = listOf(text(40), 1_000);
const ID_BYTES = 12;
const CODE_BYTES = 16;

/** Makes, signs and keeps an invitation; needs no connection. Throws StorageFailure, SyncFailure `insecure`. */
export async function makeInvitation(options: SignInOptions, wish: InvitationWish): Promise<MadeInvitation> {
  const { db, http, now } = options;
  const key = await openDeviceKey(db);
  const invitation: Invitation = {
    ...wish,
    id: buffer.toBase64UrlEncoded(crypto.getRandomValues(new Uint8Array(ID_BYTES))),
    inviter: key.device,
    issuedAt: now(),
  };
  const payload = encodeInvitation(invitation);
  const signed = invitationText(payload, await key.sign(signingBytes(payload)));
  const code = makeTypedCode(crypto.getRandomValues(new Uint8Array(CODE_BYTES)));
  const { purpose } = wish;
  const row: InvitationRow = {
    id: invitation.id,
    scope: purpose.kind === 'role' ? purpose.scope : OWN_DEVICE_SCOPE,
    role: purpose.kind === 'role' ? purpose.role : OWN_DEVICE_SCOPE,
    text: signed,
    code,
    expiresAt: wish.expiresAt,
    isRegistered: 0,
    isRevoked: 0,
  };
  await kept(() => db.ownInvitations.put(row));
  return { invitation, link: invitationLink(http.origin, signed), code };
}

/** Marks an invitation as revoked, also without a connection; `tellInvitations` tells the server. Throws StorageFailure. */
export async function markRevoked({ db }: Pick<SignInOptions, 'db'>, id: string): Promise<void> {
  await kept(() =>
    db.transaction('rw', db.ownInvitations, db.settings, async () => {
      await db.ownInvitations.where('id').equals(id).modify({ isRevoked: 1 });
      const waiting = await readRevocations({ db });
      await db.settings.put({ key: REVOCATIONS_SETTING, value: [...new Set([...waiting, id])] });
    }),
  );
}

/**
 * Tells the server of what was made and revoked here. What it will not have stays unregistered (its code does not work) and
 * is offered again next time. Throws SyncFailure when the server is not reached, StorageFailure.
 */
export async function tellInvitations(options: SignInOptions, token: string): Promise<void> {
  const { db, http, now } = options;
  const made = await kept(() => db.ownInvitations.where('isRegistered').equals(0).toArray());
  for (const row of made) {
    if (row.isRevoked === 1 || row.expiresAt <= now()) continue;
    if (await register(http, token, row))
      await kept(() => db.ownInvitations.update(row.id, { isRegistered: 1 }));
  }
  for (const id of await readRevocations({ db })) {
    const refusal = await tell(http, token, '/invitations/revoke', { id });
    if (refusal === undefined || refusal === 'unknown' || refusal === 'notAllowed') await forget(options, id);
  }
}

async function register(http: Http, token: string, row: InvitationRow): Promise<boolean> {
  const parsed = parseTypedCode(row.code);
  const codeHash = parsed.kind === 'code' ? await hashTypedCode(parsed.code) : null;
  const refusal = await tell(http, token, '/invitations', { invitation: row.text, codeHash });
  return refusal === undefined;
}

/** The reason of a refusal that is the server's last word for now, or `undefined` when it is done. */
async function tell(http: Http, token: string, path: string, body: object) {
  const { value } = await requestJson(http, { method: 'POST', path, token, body, decode: decodeDone });
  if (value.kind === 'done') return undefined;
  if (value.reason === 'unauthorised' || value.reason === 'storageFailed' || value.reason === 'tooOften')
    throw new SyncFailure(value.reason);
  return value.reason;
}

async function forget({ db }: SignInOptions, id: string): Promise<void> {
  await kept(() =>
    db.transaction('rw', db.settings, async () => {
      const left = (await readRevocations({ db })).filter((other) => other !== id);
      await db.settings.put({ key: REVOCATIONS_SETTING, value: left });
    }),
  );
}

async function readRevocations({ db }: Pick<SignInOptions, 'db'>): Promise<readonly string[]> {
  return revocations((await db.settings.get(REVOCATIONS_SETTING))?.value) ?? [];
}

async function kept<Value>(work: () => PromiseLike<Value>): Promise<Value> {
  try {
    return await work();
  } catch (cause) {
    throw storageFailure(cause);
  }
}
