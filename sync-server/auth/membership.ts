// What members do with invitations, members and devices of their scopes once they are in: register, list, take off.

import { asInstant } from '../../src/domain/time.ts';
import { parseInvitation, type Scope, signingBytes } from '../../src/schema/invitation.ts';
import type {
  Done,
  InvitationList,
  MemberList,
  Refused,
  RegisterInvitationRequest,
  RevokeDeviceRequest,
  RevokeInvitationRequest,
  RevokeMemberRequest,
} from '../../src/schema/session.ts';
import type { Caller } from '../exchange.ts';
import type { MemberStore } from '../stores/memberStore.ts';
import { mayLookAfter, maySeeMembers } from './inviting.ts';
import { isSame, recordOf } from './redeeming.ts';
import { isSignedBy } from './signatures.ts';

/** Told what was taken off, so that open connections end. */
export interface Revocations {
  deviceRevoked(device: Caller['device']): void;
  /** Some of the member's grants are gone. */
  memberChanged(member: Caller['member']): void;
}

export class Membership {
  readonly #members: MemberStore;
  readonly #revocations: Revocations;
  readonly #now: () => number;

  constructor(members: MemberStore, revocations: Revocations, now: () => number) {
    this.#members = members;
    this.#revocations = revocations;
    this.#now = now;
  }

  async register(
    caller: Caller,
    { invitation: text, codeHash }: RegisterInvitationRequest,
  ): Promise<Done | Refused> {
    const parsed = parseInvitation(text);
    if (parsed.kind !== 'signed') return refused('malformed');
    const inviter = await this.#members.device(parsed.invitation.inviter);
    if (inviter?.member.id !== caller.member) return refused('notAllowed');
    if (!(await isSignedBy(inviter.publicKey, parsed.signature, signingBytes(parsed.payload))))
      return refused('malformed');
    const record = recordOf(parsed);
    const known = await this.#members.invitation(record.id);
    if (known !== undefined && !isSame(known, record)) return refused('malformed');
    await this.#members.register(record, codeHash);
    return { kind: 'done' };
  }

  async revokeInvitation(caller: Caller, { id }: RevokeInvitationRequest): Promise<Done | Refused> {
    const record = await this.#members.invitation(id);
    const inviter = record && (await this.#members.device(record.inviter));
    if (record && inviter?.member.id !== caller.member) {
      const grants = await this.#members.grants(caller.member);
      if (record.grant === null || !mayLookAfter(record.grant.scope, grants)) return refused('notAllowed');
    }
    await this.#members.revokeInvitation(id, record?.inviter ?? caller.device, asInstant(this.#now()));
    return { kind: 'done' };
  }

  async invitations(caller: Caller, scope: Scope): Promise<InvitationList | Refused> {
    if (!(await this.#maySee(caller, scope))) return refused('notAllowed');
    return { invitations: await this.#members.invitations(scope, asInstant(this.#now())) };
  }

  async list(caller: Caller, scope: Scope): Promise<MemberList | Refused> {
    if (!(await this.#maySee(caller, scope))) return refused('notAllowed');
    return { members: await this.#members.members(scope) };
  }

  async revokeMember(caller: Caller, { scope, member }: RevokeMemberRequest): Promise<Done | Refused> {
    if (!mayLookAfter(scope, await this.#members.grants(caller.member))) return refused('notAllowed');
    if (member === caller.member) return refused('oneself');
    const outcome = await this.#members.revokeMember(scope, member, asInstant(this.#now()));
    switch (outcome) {
      case 'unknown':
        return refused('unknown');
      case 'lastHolder':
        return refused('lastLibrarian');
      case 'done':
        this.#revocations.memberChanged(member);
        return { kind: 'done' };
    }
  }

  /** One's own devices only, the calling one among them: leaving a borrowed tablet. */
  async revokeDevice(caller: Caller, { device }: RevokeDeviceRequest): Promise<Done | Refused> {
    const known = await this.#members.device(device);
    if (known?.member.id !== caller.member) return refused('unknown');
    await this.#members.revokeDevice(device, asInstant(this.#now()));
    this.#revocations.deviceRevoked(device);
    return { kind: 'done' };
  }

  async #maySee(caller: Caller, scope: Scope): Promise<boolean> {
    return maySeeMembers(scope, await this.#members.grants(caller.member));
  }
}

function refused(reason: Refused['reason']): Refused {
  return { kind: 'refused', reason };
}
