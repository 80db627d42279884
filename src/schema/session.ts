// Identity over HTTP: the JSON of `/auth/*`, `/invitations`, `/members` and `/devices`, with decoders for both ends.
// Leaves keys and signing to the device and the rules of who may what to the domain and the server.

import { ROLES, type Role } from '../domain/access.ts';
import { type DeviceId, decodeId, isId, type MemberId } from '../domain/ids.ts';
import { decodeInstant, type Instant } from '../domain/time.ts';
import { decodeBase64Url, decodeScope, SIGNATURE_BYTES, type Scope } from './invitation.ts';
import {
  type Decode,
  either,
  flag,
  listOf,
  nullable,
  object,
  oneOf,
  text,
  wholeNumber,
} from './jsonShape.ts';

export const MAX_NAME = 200;
/** Bytes of an uncompressed P-256 point, WebCrypto format `raw`. */
const PUBLIC_KEY_BYTES = 65;
/** Bytes of a SHA-256. */
const HASH_BYTES = 32;
const MAX_LIST = 10_000;

/** Every reason for which these endpoints refuse. Added to, never renamed. */
export const SESSION_REFUSALS = [
  'malformed', // not the shape that was asked for, or a signature that does not fit
  'unauthorised', // no token, or one that is broken or over
  'unknownDevice', // this server has never seen the device
  'challengeOver', // the challenge was used, is too old, or is another device's
  'revoked', // the invitation, or the device that calls, was taken off
  'notAllowed', // the caller's or the inviter's role does not reach that far
  'unknown', // no such invitation, member or device
  'expired', // the invitation is over, by the server's clock
  'usedUp', // the invitation was redeemed as often as it may be
  'deviceTaken', // the device id belongs to another key: make a new identity for this device
  'oneself', // a member cannot take themselves off
  'lastLibrarian', // a partnership keeps one librarian, the programme one coordinator
  'tooOften', // rate limit: wait a minute
  'wrongOrigin', // called from another site
  'tooLarge', // body over the limit
  'appTooOld', // the server speaks a newer protocol
  'storageFailed', // the server could not write; the same request may succeed later
  'serverTooOld', // the app speaks a newer protocol than the server
  'moved', // the document was written since: exchange, and ask again
  'epochOver', // the document was rebuilt under a new epoch meanwhile
] as const;
export type SessionRefusal = (typeof SESSION_REFUSALS)[number];

export interface Refused {
  readonly kind: 'refused';
  readonly reason: SessionRefusal;
}

export interface Grant {
  readonly scope: Scope;
  readonly role: Role;
}

export interface MemberName {
  readonly id: MemberId;
  readonly name: string;
}

export interface ChallengeRequest {
  readonly device: DeviceId;
}

export interface ChallengeAnswer {
  /** Sign exactly this text (UTF-8). Good once, for two minutes. */
  readonly challenge: string;
}

export interface TokenRequest {
  readonly device: DeviceId;
  readonly challenge: string;
  /** ECDSA P-256 with SHA-256 over the challenge's text: 64 bytes, base64url. */
  readonly signature: string;
}

export interface TokenAnswer {
  readonly kind: 'session';
  readonly token: string;
  readonly expiresAt: Instant;
  readonly member: MemberName;
  readonly grants: readonly Grant[];
}

export interface RedeemRequest {
  /** Text of a signed invitation, `first.<secret>`, or a typed code. */
  readonly invitation: string;
  /** Chosen by the device itself, once. */
  readonly device: DeviceId;
  /** Raw uncompressed point, 65 bytes, base64url. */
  readonly publicKey: string;
  readonly deviceName: string;
  /** Needed for a new member only; may be empty when the invitation is for an own device. */
  readonly memberName: string;
  /** Signature by that key over the text in `invitation`: 64 bytes, base64url. */
  readonly proof: string;
}

export interface RedeemAnswer {
  readonly kind: 'joined';
  readonly member: MemberName;
  /** All that the member holds now, not only what this invitation brought. */
  readonly grants: readonly Grant[];
  /** Title of the invitation, where it was into a partnership. */
  readonly partnershipName: string | null;
}

export interface RegisterInvitationRequest {
  /** Text of the signed invitation; the caller's own device or another of the same member made it. */
  readonly invitation: string;
  /** `hashTypedCode` of its code; `null` when it has none. */
  readonly codeHash: string | null;
}

export interface RevokeInvitationRequest {
  readonly id: string;
}

const INVITATION_STATES = ['open', 'usedUp', 'expired', 'revoked'] as const;
export type InvitationState = (typeof INVITATION_STATES)[number];

export interface ListedInvitation {
  readonly id: string;
  readonly role: Role;
  readonly title: string;
  readonly inviter: MemberName;
  readonly issuedAt: Instant;
  readonly expiresAt: Instant;
  readonly uses: number;
  readonly usesLeft: number;
  readonly state: InvitationState;
}

export interface InvitationList {
  readonly invitations: readonly ListedInvitation[];
}

export interface ListedDevice {
  readonly id: DeviceId;
  readonly name: string;
  /** When it last took a token; to about an hour. */
  readonly lastSeen: Instant;
  readonly revoked: boolean;
}

export interface ListedMember {
  readonly id: MemberId;
  readonly name: string;
  readonly roles: readonly Role[];
  readonly devices: readonly ListedDevice[];
}

export interface MemberList {
  readonly members: readonly ListedMember[];
}

export interface RevokeMemberRequest {
  readonly scope: Scope;
  readonly member: MemberId;
}

export interface RevokeDeviceRequest {
  readonly device: DeviceId;
}

/** Answer to what only had to be done. */
export interface Done {
  readonly kind: 'done';
}

/** `GET /health`: open to everybody. */
export interface Health {
  readonly status: 'ok' | 'storageFailed';
  readonly version: string;
  readonly incarnation: string;
  readonly wireVersion: number;
}

const deviceId: Decode<DeviceId> = decodeId<DeviceId>;
const memberId: Decode<MemberId> = decodeId<MemberId>;
const invitationId: Decode<string> = (raw) => (isId(raw) ? raw : undefined);
const name = text(MAX_NAME);
const role = oneOf(ROLES);
const nameOrNothing: Decode<string> = (raw) => (raw === '' ? '' : name(raw));
const longText = text(4_000);
const count = wholeNumber(0, Number.MAX_SAFE_INTEGER);

function base64Url(bytes: number): Decode<string> {
  return (raw) => (typeof raw === 'string' && decodeBase64Url(raw)?.length === bytes ? raw : undefined);
}

const signature = base64Url(SIGNATURE_BYTES);
const grant = object<Grant>({ scope: decodeScope, role });
const grants = listOf(grant, MAX_LIST);
const memberName = object<MemberName>({ id: memberId, name });

export const decodeRefused = object<Refused>({ kind: oneOf(['refused']), reason: oneOf(SESSION_REFUSALS) });

export const decodeChallengeRequest = object<ChallengeRequest>({ device: deviceId });
export const decodeChallengeAnswer = object<ChallengeAnswer>({ challenge: longText });

export const decodeTokenRequest = object<TokenRequest>({ device: deviceId, challenge: longText, signature });
export const decodeTokenAnswer = either(
  object<TokenAnswer>({
    kind: oneOf(['session']),
    token: longText,
    expiresAt: decodeInstant,
    member: memberName,
    grants,
  }),
  decodeRefused,
);

export const decodeRedeemRequest = object<RedeemRequest>({
  invitation: longText,
  device: deviceId,
  publicKey: base64Url(PUBLIC_KEY_BYTES),
  deviceName: name,
  memberName: nameOrNothing,
  proof: signature,
});
export const decodeRedeemAnswer = either(
  object<RedeemAnswer>({
    kind: oneOf(['joined']),
    member: memberName,
    grants,
    partnershipName: nullable(nameOrNothing),
  }),
  decodeRefused,
);

export const decodeRegisterInvitationRequest = object<RegisterInvitationRequest>({
  invitation: longText,
  codeHash: nullable(base64Url(HASH_BYTES)),
});
export const decodeRevokeInvitationRequest = object<RevokeInvitationRequest>({ id: invitationId });
export const decodeRevokeMemberRequest = object<RevokeMemberRequest>({
  scope: decodeScope,
  member: memberId,
});
export const decodeRevokeDeviceRequest = object<RevokeDeviceRequest>({ device: deviceId });

export const decodeDone = either(object<Done>({ kind: oneOf(['done']) }), decodeRefused);

const listedInvitation = object<ListedInvitation>({
  id: invitationId,
  role,
  title: nameOrNothing,
  inviter: memberName,
  issuedAt: decodeInstant,
  expiresAt: decodeInstant,
  uses: count,
  usesLeft: count,
  state: oneOf(INVITATION_STATES),
});
export const decodeInvitationList = either(
  object<InvitationList>({ invitations: listOf(listedInvitation, MAX_LIST) }),
  decodeRefused,
);

const listedDevice = object<ListedDevice>({ id: deviceId, name, lastSeen: decodeInstant, revoked: flag });
const listedMember = object<ListedMember>({
  id: memberId,
  name,
  roles: listOf(role, ROLES.length),
  devices: listOf(listedDevice, MAX_LIST),
});
export const decodeMemberList = either(
  object<MemberList>({ members: listOf(listedMember, MAX_LIST) }),
  decodeRefused,
);

export const decodeHealth = object<Health>({
  status: oneOf(['ok', 'storageFailed']),
  version: text(40),
  incarnation: text(100),
  wireVersion: count,
});
