// Redeems invitations: the first link, signed invitations, typed codes. Says why one cannot be redeemed, from a closed list.

import { nanoid } from 'nanoid';
import { asId, type MemberId } from '../../src/domain/ids.ts';
import { asInstant } from '../../src/domain/time.ts';
import {
  invitationText,
  type ParsedInvitation,
  parseInvitation,
  signingBytes,
} from '../../src/schema/invitation.ts';
import type { Grant, RedeemAnswer, RedeemRequest, Refused } from '../../src/schema/session.ts';
import { hashTypedCode } from '../../src/schema/typedCode.ts';
import type {
  DeviceRecord,
  HeldGrant,
  InvitationRecord,
  JoinPlan,
  MemberStore,
} from '../stores/memberStore.ts';
import { mayFound, mayHandOut } from './inviting.ts';
import { isSignedBy, isTextSignedBy } from './signatures.ts';

type SignedInvitation = Extract<ParsedInvitation, { kind: 'signed' }>;
/** What an invitation that stands every check brings. */
type Offer = Pick<JoinPlan, 'invitation' | 'owner' | 'grant' | 'founder'>;

export class Redeeming {
  readonly #members: MemberStore;
  readonly #now: () => number;

  constructor(members: MemberStore, now: () => number) {
    this.#members = members;
    this.#now = now;
  }

  async redeem(request: RedeemRequest): Promise<RedeemAnswer | Refused> {
    if (!(await isTextSignedBy(request.publicKey, request.proof, request.invitation)))
      return refused('malformed');
    const offer = await this.#offer(request);
    if ('reason' in offer) return offer;
    const { device, publicKey, deviceName } = request;
    const outcome = await this.#members.join({
      ...offer,
      device: { id: device, publicKey, name: deviceName },
      at: asInstant(this.#now()),
    });
    if (outcome.kind === 'refused') return outcome;
    const held = await this.#members.grants(outcome.member.id);
    const intoPartnership = offer.grant !== null && offer.grant.scope !== 'programme';
    return {
      kind: 'joined',
      member: outcome.member,
      grants: held.filter(({ revoked }) => !revoked).map(({ scope, role }) => ({ scope, role })),
      partnershipName:
        intoPartnership && offer.invitation.kind === 'signed' ? offer.invitation.record.title : null,
    };
  }

  async #offer(request: RedeemRequest): Promise<Offer | Refused> {
    const parsed = parseInvitation(request.invitation);
    switch (parsed.kind) {
      case 'unreadable':
        return refused('malformed');
      case 'first': {
        if (!(await this.#members.isFirstSecret(parsed.secret))) return refused('unknown');
        const grant: Grant = { scope: 'programme', role: 'coordinator' };
        return this.#withOwner(request, { invitation: { kind: 'first' }, grant, founder: undefined });
      }
      case 'code': {
        const record = await this.#members.invitationByCode(await hashTypedCode(parsed.code));
        if (record === undefined) return refused('unknown');
        const signed = parseInvitation(record.text);
        return signed.kind === 'signed' ? this.#signedOffer(request, signed) : refused('malformed');
      }
      case 'signed':
        return this.#signedOffer(request, parsed);
    }
  }

  async #signedOffer(request: RedeemRequest, signed: SignedInvitation): Promise<Offer | Refused> {
    const { invitation } = signed;
    const inviter = await this.#members.device(invitation.inviter);
    if (inviter === undefined) return refused('unknown');
    if (!(await isSignedBy(inviter.publicKey, signed.signature, signingBytes(signed.payload))))
      return refused('malformed');
    if (inviter.revoked) return refused('revoked');
    if (invitation.expiresAt <= this.#now()) return refused('expired');
    const record = recordOf(signed);
    const known = await this.#members.invitation(record.id);
    // One id stands for one invitation: else a second text would bring new uses under a revoked id.
    if (known !== undefined && !isSame(known, record)) return refused('malformed');
    const source = { kind: 'signed', record } as const;
    if (record.grant === null) {
      const owner = { kind: 'known', member: inviter.member.id } as const;
      return { invitation: source, owner, grant: null, founder: undefined };
    }
    const founder = await this.#founder(record.grant, inviter);
    const grants = await this.#members.grants(inviter.member.id);
    const asLibrarian: HeldGrant = { scope: record.grant.scope, role: 'librarian', revoked: false };
    if (!mayHandOut(record.grant, founder ? [...grants, asLibrarian] : grants)) return refused('notAllowed');
    return this.#withOwner(request, { invitation: source, grant: record.grant, founder });
  }

  /** The inviter, where the invitation reaches the server before the partnership's first document. */
  async #founder({ scope }: Grant, inviter: DeviceRecord): Promise<JoinPlan['founder']> {
    if (scope === 'programme' || (await this.#members.isHeld(scope))) return undefined;
    const grants = await this.#members.grants(inviter.member.id);
    return mayFound(grants) ? { member: inviter.member.id, scope } : undefined;
  }

  /** A device that is known brings its member along; another becomes a new member, who needs a name. */
  async #withOwner(request: RedeemRequest, offer: Omit<Offer, 'owner'>): Promise<Offer | Refused> {
    const known = await this.#members.device(request.device);
    if (known !== undefined) return { ...offer, owner: { kind: 'known', member: known.member.id } };
    if (request.memberName === '') return refused('malformed');
    const member = { id: asId<MemberId>(nanoid()), name: request.memberName };
    return { ...offer, owner: { kind: 'new', member } };
  }
}

/** The server's record of a signed invitation. */
export function recordOf({ invitation, payload, signature }: SignedInvitation): InvitationRecord {
  const { id, inviter, purpose, title, issuedAt, expiresAt, uses } = invitation;
  const grant = purpose.kind === 'role' ? { scope: purpose.scope, role: purpose.role } : null;
  const text = invitationText(payload, signature);
  return { id, inviter, grant, title, issuedAt, expiresAt, uses, text };
}

/** Two texts of one invitation differ in their signature alone: ECDSA signs differently each time. */
export function isSame(one: InvitationRecord, other: InvitationRecord): boolean {
  const payload = ({ text }: InvitationRecord): string => text.slice(0, text.indexOf('.'));
  return payload(one) === payload(other);
}

function refused(reason: Refused['reason']): Refused {
  return { kind: 'refused', reason };
}
