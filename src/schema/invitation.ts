// Invitations: made and signed by a device that may be offline, carried by a link or QR, redeemed at the server by another.
// Both ends use this module; who may invite whom is the domain's rule, keys and signing are left to the caller (WebCrypto).

import * as buffer from 'lib0/buffer';
import * as decoding from 'lib0/decoding';
import * as encoding from 'lib0/encoding';
import { ROLES, type Role } from '../domain/access.ts';
import { type DeviceId, decodeId, isId, type PartnershipId } from '../domain/ids.ts';
import { asInstant, type Instant } from '../domain/time.ts';
import { parseTypedCode, type TypedCode } from './typedCode.ts';

const INVITATION_VERSION = 1;
const MAX_INVITATION_USES = 500;
export const MAX_INVITATION_TITLE = 120;
/** Bytes of an ECDSA P-256 signature as WebCrypto makes it. */
export const SIGNATURE_BYTES = 64;
const ID_LENGTH = 16;
/** Longest invitation text that is looked at; a real one has about 300 characters. */
const MAX_TEXT = 2_000;

/** Where a role holds: in the whole programme, or in one partnership. */
export type Scope = 'programme' | PartnershipId;

export type InvitationPurpose =
  | { readonly kind: 'role'; readonly scope: Scope; readonly role: Role }
  /** One more device for the inviting device's own member. */
  | { readonly kind: 'ownDevice' };

export interface Invitation {
  /** 16 characters of the id alphabet, random. */
  readonly id: string;
  readonly purpose: InvitationPurpose;
  readonly inviter: DeviceId;
  /** By the inviting device's clock; the server judges expiry by its own. */
  readonly issuedAt: Instant;
  readonly expiresAt: Instant;
  /** How many devices may redeem it: 1 to 500. */
  readonly uses: number;
  /** Name of the partnership or library, shown to the invited before they join; may be empty. */
  readonly title: string;
}

export type ParsedInvitation =
  | {
      readonly kind: 'signed';
      readonly invitation: Invitation;
      readonly payload: Uint8Array<ArrayBuffer>;
      readonly signature: Uint8Array<ArrayBuffer>;
    }
  /** The link that the first start of a server prints. */
  | { readonly kind: 'first'; readonly secret: string }
  | { readonly kind: 'code'; readonly code: TypedCode }
  /** `mistyped`: a typed code with a slip; `newer`: made by a newer app; `malformed`: none of ours. */
  | { readonly kind: 'unreadable'; readonly reason: 'mistyped' | 'newer' | 'malformed' };

export function decodeScope(raw: unknown): Scope | undefined {
  return raw === 'programme' ? 'programme' : decodeId<PartnershipId>(raw);
}

/** The payload. Throws when a field is outside its bounds: that is a bug of the caller. */
export function encodeInvitation(invitation: Invitation): Uint8Array<ArrayBuffer> {
  if (!isSound(invitation)) throw new Error('an invitation with a field outside its bounds');
  const encoder = encoding.createEncoder();
  encoding.writeVarUint(encoder, INVITATION_VERSION);
  encoding.writeVarString(encoder, invitation.id);
  encoding.writeVarString(encoder, invitation.inviter);
  encoding.writeVarUint(encoder, invitation.issuedAt);
  encoding.writeVarUint(encoder, invitation.expiresAt);
  encoding.writeVarUint(encoder, invitation.uses);
  encoding.writeVarString(encoder, invitation.title);
  switch (invitation.purpose.kind) {
    case 'role':
      encoding.writeVarUint(encoder, PURPOSE_ROLE);
      encoding.writeVarString(encoder, invitation.purpose.scope);
      encoding.writeVarString(encoder, invitation.purpose.role);
      break;
    case 'ownDevice':
      encoding.writeVarUint(encoder, PURPOSE_OWN_DEVICE);
  }
  return new Uint8Array(encoding.toUint8Array(encoder));
}

/** `newer` when the payload names a version that this app does not know; `undefined` when it is no payload. */
export function decodeInvitation(payload: Uint8Array): Invitation | 'newer' | undefined {
  try {
    const decoder = decoding.createDecoder(payload);
    const version = decoding.readVarUint(decoder);
    if (version !== INVITATION_VERSION) return version > INVITATION_VERSION ? 'newer' : undefined;
    const id = decoding.readVarString(decoder);
    const inviter = decodeId<DeviceId>(decoding.readVarString(decoder));
    const issuedAt = asInstant(decoding.readVarUint(decoder));
    const expiresAt = asInstant(decoding.readVarUint(decoder));
    const uses = decoding.readVarUint(decoder);
    const title = decoding.readVarString(decoder);
    const purpose = readPurpose(decoder);
    if (inviter === undefined || purpose === undefined || decoding.hasContent(decoder)) return undefined;
    const invitation = { id, purpose, inviter, issuedAt, expiresAt, uses, title };
    return isSound(invitation) ? invitation : undefined;
  } catch {
    return undefined;
  }
}

/** What the inviting device signs: the payload behind a prefix, so that no other signature can pass for an invitation. */
export function signingBytes(payload: Uint8Array): Uint8Array<ArrayBuffer> {
  const prefix = new TextEncoder().encode('wspolnie-invitation-1\n');
  const bytes = new Uint8Array(prefix.length + payload.length);
  bytes.set(prefix);
  bytes.set(payload, prefix.length);
  return bytes;
}

/** The text that a link or QR carries and that is redeemed: payload and signature, base64url, with a dot between. */
export function invitationText(payload: Uint8Array, signature: Uint8Array): string {
  return `${buffer.toBase64UrlEncoded(payload)}.${buffer.toBase64UrlEncoded(signature)}`;
}

/** The link to show as a QR; the text stands behind the hash, so that no server on the way logs it. */
export function invitationLink(appUrl: string, text: string): string {
  return `${appUrl.replace(/\/+$/, '')}/#join=${text}`;
}

/** Reads what a person scanned, pasted or typed: a whole link, an invitation's text, or a typed code. */
export function parseInvitation(pasted: string): ParsedInvitation {
  if (pasted.length > MAX_TEXT) return unreadable('malformed');
  const text = pasted
    .slice(pasted.lastIndexOf('#join=') + 1)
    .replace(/^join=/, '')
    .trim();
  const first = /^first\.([A-Za-z0-9_-]{16,64})$/.exec(text);
  if (first?.[1] !== undefined) return { kind: 'first', secret: first[1] };
  const signed = /^([A-Za-z0-9_-]{20,})\.([A-Za-z0-9_-]{20,})$/.exec(text);
  if (signed?.[1] !== undefined && signed[2] !== undefined) return parseSigned(signed[1], signed[2]);
  const typed = parseTypedCode(text);
  return typed.kind === 'code' ? typed : unreadable(typed.kind);
}

/** Bytes of strict base64url without padding, or `undefined`. */
export function decodeBase64Url(text: string): Uint8Array<ArrayBuffer> | undefined {
  if (!/^[A-Za-z0-9_-]*$/.test(text)) return undefined;
  try {
    const bytes = new Uint8Array(buffer.fromBase64UrlEncoded(text));
    // Two texts for the same bytes would be two names of one thing.
    return buffer.toBase64UrlEncoded(bytes) === text ? bytes : undefined;
  } catch {
    return undefined;
  }
}

const PURPOSE_ROLE = 1;
const PURPOSE_OWN_DEVICE = 2;

function readPurpose(decoder: decoding.Decoder): InvitationPurpose | undefined {
  switch (decoding.readVarUint(decoder)) {
    case PURPOSE_ROLE: {
      const scope = decodeScope(decoding.readVarString(decoder));
      const name = decoding.readVarString(decoder);
      const role = ROLES.find((candidate) => candidate === name);
      return scope === undefined || role === undefined ? undefined : { kind: 'role', scope, role };
    }
    case PURPOSE_OWN_DEVICE:
      return { kind: 'ownDevice' };
    default:
      return undefined;
  }
}

function isSound({ id, issuedAt, expiresAt, uses, title }: Invitation): boolean {
  return (
    isId(id) &&
    id.length === ID_LENGTH &&
    expiresAt > issuedAt &&
    Number.isInteger(uses) &&
    uses >= 1 &&
    uses <= MAX_INVITATION_USES &&
    title.length <= MAX_INVITATION_TITLE &&
    !/\p{Cc}/u.test(title)
  );
}

function parseSigned(payloadText: string, signatureText: string): ParsedInvitation {
  const payload = decodeBase64Url(payloadText);
  const signature = decodeBase64Url(signatureText);
  if (payload === undefined || signature?.length !== SIGNATURE_BYTES) return unreadable('malformed');
  const invitation = decodeInvitation(payload);
  if (invitation === undefined) return unreadable('malformed');
  if (invitation === 'newer') return unreadable('newer');
  return { kind: 'signed', invitation, payload, signature };
}

function unreadable(reason: 'mistyped' | 'newer' | 'malformed'): ParsedInvitation {
  return { kind: 'unreadable', reason };
}
