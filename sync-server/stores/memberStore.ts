// Port of members, devices, grants and invitations. Each method is one step that happens whole or not at all;
// whether a step is allowed is decided before (auth/). Rejects with StoreError when the storage fails.

import type { DeviceId, MemberId, PartnershipId } from '../../src/domain/ids.ts';
import type { Instant } from '../../src/domain/time.ts';
import type { Scope } from '../../src/schema/invitation.ts';
import type { Grant, ListedInvitation, ListedMember, MemberName } from '../../src/schema/session.ts';

export interface DeviceRecord {
  readonly id: DeviceId;
  readonly member: MemberName;
  /** Raw P-256 point, base64url. */
  readonly publicKey: string;
  readonly revoked: boolean;
}

/** A grant that was taken away stays as a row, so that its holder is told "revoked" and not "never heard of you". */
export interface HeldGrant extends Grant {
  readonly revoked: boolean;
}

/** An invitation as the server keeps it: known by registering or by its first redemption. */
export interface InvitationRecord {
  readonly id: string;
  readonly inviter: DeviceId;
  /** `null` for one more own device. */
  readonly grant: Grant | null;
  readonly title: string;
  readonly issuedAt: Instant;
  readonly expiresAt: Instant;
  readonly uses: number;
  /** The signed text: it is checked again at each redemption. */
  readonly text: string;
}

export interface JoinPlan {
  readonly invitation:
    | { readonly kind: 'first' }
    | { readonly kind: 'signed'; readonly record: InvitationRecord };
  readonly device: { readonly id: DeviceId; readonly publicKey: string; readonly name: string };
  /** Whom the device will belong to when it is not known yet. */
  readonly owner:
    | { readonly kind: 'new'; readonly member: MemberName }
    | { readonly kind: 'known'; readonly member: MemberId };
  readonly grant: Grant | null;
  /** The inviter's own grant, where the invitation comes before the partnership's first document. */
  readonly founder: { readonly member: MemberId; readonly scope: PartnershipId } | undefined;
  readonly at: Instant;
}

export type JoinOutcome =
  | { readonly kind: 'joined'; readonly member: MemberName }
  | { readonly kind: 'refused'; readonly reason: 'usedUp' | 'revoked' | 'deviceTaken' | 'notAllowed' };

export interface Revoked {
  readonly devices: readonly { readonly id: DeviceId; readonly at: Instant }[];
  /** Some of their grants are gone. */
  readonly members: readonly { readonly id: MemberId; readonly at: Instant }[];
}

export interface MemberStore {
  /** Key for tokens, 32 random bytes; made once and kept in the store. */
  tokenSecret(): Promise<Uint8Array>;
  /** The secret of the first link while nobody has used it. */
  firstSecret(): Promise<string | undefined>;
  /** `true` when this is the first link's secret, used or not. */
  isFirstSecret(secret: string): Promise<boolean>;
  device(id: DeviceId): Promise<DeviceRecord | undefined>;
  /** Notes when the device was last here. */
  touch(id: DeviceId, at: Instant): Promise<void>;
  grants(member: MemberId): Promise<readonly HeldGrant[]>;
  /** Makes the member librarian of a partnership in which nobody holds or held anything; `false` when somebody does. */
  found(scope: PartnershipId, member: MemberId, at: Instant): Promise<boolean>;
  /** `true` when somebody holds or held anything there. */
  isHeld(scope: Scope): Promise<boolean>;
  /** Redeems: counts the use, adds member, device and grant. The same device again counts no second use. */
  join(plan: JoinPlan): Promise<JoinOutcome>;
  invitation(id: string): Promise<InvitationRecord | undefined>;
  invitationByCode(codeHash: string): Promise<InvitationRecord | undefined>;
  /** Idempotent; a code given later is added. */
  register(record: InvitationRecord, codeHash: string | null): Promise<void>;
  /**
   * In the name of the member of device `by`; counts when that is the inviter's. Also for an id that was never registered:
   * an invitation made offline can be taken back before anybody comes with it.
   */
  revokeInvitation(id: string, by: DeviceId, at: Instant): Promise<void>;
  invitations(scope: Scope, now: Instant): Promise<readonly ListedInvitation[]>;
  members(scope: Scope): Promise<readonly ListedMember[]>;
  /** `lastHolder`: the only librarian of a partnership, or coordinator of the programme; nothing was done. */
  revokeMember(scope: Scope, member: MemberId, at: Instant): Promise<'done' | 'unknown' | 'lastHolder'>;
  revokeDevice(device: DeviceId, at: Instant): Promise<void>;
  /** What was taken off at that time or later: other nodes end their connections. */
  revokedSince(at: Instant): Promise<Revoked>;
}
