import { describe, expect, it } from 'vitest';
import {
  decodeInvitationList,
  decodeMemberList,
  decodeRedeemAnswer,
  decodeRedeemRequest,
  decodeRefused,
  decodeRegisterInvitationRequest,
  decodeTokenAnswer,
  SESSION_REFUSALS,
} from '../../src/schema/session.ts';

const signature = Buffer.alloc(64, 7).toString('base64url');
const redeeming = {
  invitation: 'first.abcdefghijklmnop',
  device: 'tablet1',
  publicKey: Buffer.alloc(65, 4).toString('base64url'),
  deviceName: ' Tablet w bibliotece ',
  memberName: 'Anna Żółć',
  proof: signature,
};

describe('requests of identity', () => {
  it('are read, with names trimmed and unknown fields left out', () => {
    expect(decodeRedeemRequest({ ...redeeming, later: true })).toEqual({
      ...redeeming,
      deviceName: 'Tablet w bibliotece',
    });
  });

  it.each([
    ['invitation', ''],
    ['invitation', 'x'.repeat(5_000)],
    ['device', 'tablet 1'],
    ['device', 7],
    ['publicKey', Buffer.alloc(64).toString('base64url')],
    ['publicKey', `${redeeming.publicKey}=`],
    ['deviceName', '  '],
    ['deviceName', 'dwie\nlinie'],
    ['memberName', 'x'.repeat(201)],
    ['memberName', null],
    ['proof', 'krótki'],
  ])('are refused whole for %s = %j', (field, value) => {
    expect(decodeRedeemRequest({ ...redeeming, [field]: value })).toBeUndefined();
  });

  it('are refused when they are no object', () => {
    for (const raw of [undefined, null, 'text', 7, [redeeming]])
      expect(decodeRedeemRequest(raw)).toBeUndefined();
  });

  it('an invitation may be registered without a code', () => {
    const invitation = 'a.b';
    expect(decodeRegisterInvitationRequest({ invitation })).toEqual({ invitation, codeHash: null });
    const codeHash = Buffer.alloc(32, 1).toString('base64url');
    expect(decodeRegisterInvitationRequest({ invitation, codeHash })).toEqual({ invitation, codeHash });
    expect(decodeRegisterInvitationRequest({ invitation, codeHash: 'x' })).toBeUndefined();
  });
});

describe('answers of identity', () => {
  const member = { id: 'm1', name: 'Anna' };
  const grants = [{ scope: 'programme', role: 'librarian' }];

  it('are a session, a joining, or a refusal with a known reason', () => {
    const session = { kind: 'session', token: 'a.b.c', expiresAt: 1_795_000_000_000, member, grants };
    expect(decodeTokenAnswer(session)).toEqual(session);
    const joined = { kind: 'joined', member, grants, partnershipName: null };
    expect(decodeRedeemAnswer(joined)).toEqual(joined);
    for (const reason of SESSION_REFUSALS) {
      expect(decodeRedeemAnswer({ kind: 'refused', reason })).toEqual({ kind: 'refused', reason });
    }
    expect(decodeRefused({ kind: 'refused', reason: 'mood' })).toBeUndefined();
  });

  it('are no answers of ours when a role, a scope or a list is another', () => {
    const joined = { kind: 'joined', member, partnershipName: null };
    expect(decodeRedeemAnswer({ ...joined, grants: [{ scope: 'programme', role: 'king' }] })).toBeUndefined();
    expect(decodeRedeemAnswer({ ...joined, grants: [{ scope: 'a b', role: 'partner' }] })).toBeUndefined();
    expect(decodeRedeemAnswer({ ...joined, grants: {} })).toBeUndefined();
    expect(decodeMemberList({ members: [{ ...member, roles: [], devices: [{ id: 'd' }] }] })).toBeUndefined();
    expect(decodeInvitationList({ invitations: [{ id: 'i1', state: 'open' }] })).toBeUndefined();
  });
});
