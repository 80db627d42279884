// The contract of MemberStore: members, devices, grants, invitations. `other` is a second store on the same data, as a second
// node or a second request would use it.

import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { asId, type DeviceId, type MemberId, type PartnershipId } from '../../src/domain/ids.ts';
import { asInstant } from '../../src/domain/time.ts';
import type { InvitationRecord, JoinPlan, MemberStore } from '../../sync-server/stores/memberStore.ts';

export interface OpenedMembers {
  readonly store: MemberStore;
  readonly other: MemberStore;
  readonly dispose: () => Promise<void>;
}

const scope = asId<PartnershipId>('zalesie');
const at = asInstant(1_000);

function planOf(id: string, changes: Partial<JoinPlan> = {}): JoinPlan {
  return {
    invitation: { kind: 'first' },
    device: { id: asId<DeviceId>(`device-${id}`), publicKey: `key-${id}`, name: 'Tablet' },
    owner: { kind: 'new', member: { id: asId<MemberId>(id), name: id } },
    grant: { scope: 'programme', role: 'coordinator' },
    founder: undefined,
    at,
    ...changes,
  };
}

function invitationOf(inviter: string, changes: Partial<InvitationRecord> = {}): InvitationRecord {
  return {
    id: 'invitation-1',
    inviter: asId<DeviceId>(`device-${inviter}`),
    grant: { scope, role: 'partner' },
    title: 'Partnerstwo w Zalesiu',
    issuedAt: at,
    expiresAt: asInstant(9_000),
    uses: 1,
    text: 'payload.signature',
    ...changes,
  };
}

function redeeming(id: string, record: InvitationRecord): JoinPlan {
  return planOf(id, { invitation: { kind: 'signed', record }, grant: record.grant });
}

export function describeMemberStore(title: string, open: () => Promise<OpenedMembers>): void {
  describe(`member store: ${title}`, () => {
    let opened: OpenedMembers;
    let store: MemberStore;
    let other: MemberStore;
    beforeEach(async () => {
      opened = await open();
      ({ store, other } = opened);
    });
    afterEach(() => opened.dispose());

    it('has one secret for tokens and one first link, whoever asks first', async () => {
      const [one, two] = await Promise.all([store.tokenSecret(), other.tokenSecret()]);
      expect(one).toHaveLength(32);
      expect([...two]).toEqual([...one]);
      const secrets = await Promise.all([store.firstSecret(), other.firstSecret()]);
      expect(secrets[1]).toBe(secrets[0]);
      expect(await other.isFirstSecret(secrets[0] ?? '')).toBe(true);
      expect(await store.isFirstSecret('guessed')).toBe(false);
    });

    it('the first link makes one coordinator, of those who come at once too', async () => {
      const outcomes = await Promise.all([store.join(planOf('anna')), other.join(planOf('ewa'))]);
      expect(outcomes.map(({ kind }) => kind).toSorted()).toEqual(['joined', 'refused']);
      expect(await store.firstSecret()).toBeUndefined();
      expect(await store.members('programme')).toHaveLength(1);
    });

    it('a use of an invitation is given once, of those who come at once too; the same device again counts none', async () => {
      await store.join(planOf('anna'));
      const record = invitationOf('anna', { uses: 2 });
      const stores = [store, other, store, other, store];
      const outcomes = await Promise.all(
        stores.map((each, index) => each.join(redeeming(`partner${index}`, record))),
      );
      const joined = outcomes.flatMap((outcome) => (outcome.kind === 'joined' ? [outcome.member.id] : []));
      expect(joined).toHaveLength(2);
      expect(outcomes).toContainEqual({ kind: 'refused', reason: 'usedUp' });
      for (const id of joined)
        expect(await other.join(redeeming(id, record))).toMatchObject({ kind: 'joined', member: { id } });
      expect(await store.invitations(scope, at)).toMatchObject([{ uses: 2, usesLeft: 0, state: 'usedUp' }]);
      expect(await store.members(scope)).toHaveLength(2);
    });

    it('a device belongs to its key and member, and does not come back once it was taken off', async () => {
      await store.join(planOf('anna'));
      const device = asId<DeviceId>('device-anna');
      expect(await other.device(device)).toMatchObject({ publicKey: 'key-anna', revoked: false });
      const record = invitationOf('anna');
      const thief = { ...redeeming('anna', record), device: { id: device, publicKey: 'other', name: 'x' } };
      expect(await store.join(thief)).toEqual({ kind: 'refused', reason: 'deviceTaken' });
      await store.revokeDevice(device, asInstant(2_000));
      expect(await other.device(device)).toMatchObject({ revoked: true });
      expect(await store.join(redeeming('anna', record))).toEqual({ kind: 'refused', reason: 'deviceTaken' });
    });

    it('a partnership is begun once, of those who come at once too', async () => {
      await store.join(planOf('anna'));
      const anna = asId<MemberId>('anna');
      expect(await store.isHeld(scope)).toBe(false);
      const found = await Promise.all([store.found(scope, anna, at), other.found(scope, anna, at)]);
      expect(found.filter(Boolean)).toEqual([true]);
      expect(await other.isHeld(scope)).toBe(true);
      expect(await other.grants(anna)).toEqual([
        { scope: 'programme', role: 'coordinator', revoked: false },
        { scope, role: 'librarian', revoked: false },
      ]);
    });

    it('[G7] grants that were read before they were given or taken off elsewhere are the new ones at the next look', async () => {
      await store.join(planOf('anna'));
      await store.join(redeeming('ewa', invitationOf('anna')));
      const ewa = asId<MemberId>('ewa');
      const held = { scope, role: 'partner', revoked: false };
      expect([await store.grants(ewa), await other.grants(ewa)]).toEqual([[held], [held]]);
      await store.revokeMember(scope, ewa, at);
      const taken = { ...held, revoked: true };
      expect([await store.grants(ewa), await other.grants(ewa)]).toEqual([[taken], [taken]]);
      await other.join(redeeming('ewa', invitationOf('anna', { id: 'invitation-2' })));
      expect([await store.grants(ewa), await other.grants(ewa)]).toEqual([[held], [held]]);
    });

    it('an invitation brings its founder in, and nobody when the partnership is held already', async () => {
      await store.join(planOf('anna'));
      const founder = { member: asId<MemberId>('anna'), scope };
      const record = invitationOf('anna', { uses: 5 });
      expect(await store.join({ ...redeeming('ewa', record), founder })).toMatchObject({ kind: 'joined' });
      expect(await store.grants(founder.member)).toContainEqual({ scope, role: 'librarian', revoked: false });
      expect(await store.join({ ...redeeming('ola', record), founder })).toEqual({
        kind: 'refused',
        reason: 'notAllowed',
      });
      expect(await store.device(asId<DeviceId>('device-ola'))).toBeUndefined();
    });

    it('the last one who can let others in stays, of two who take each other off at once too', async () => {
      await store.join(planOf('anna'));
      const record = invitationOf('anna', { grant: { scope: 'programme', role: 'coordinator' } });
      await store.join(redeeming('ewa', record));
      const [anna, ewa] = [asId<MemberId>('anna'), asId<MemberId>('ewa')];
      const outcomes = await Promise.all([
        store.revokeMember('programme', anna, at),
        other.revokeMember('programme', ewa, at),
      ]);
      expect(outcomes.toSorted()).toEqual(['done', 'lastHolder']);
      expect(await store.members('programme')).toHaveLength(1);
      expect(await store.revokeMember('programme', asId<MemberId>('nobody'), at)).toBe('unknown');
    });

    it('an invitation is found by its id and by its code, which stands for one only', async () => {
      await store.join(planOf('anna'));
      const [one, two] = [invitationOf('anna'), invitationOf('anna', { id: 'invitation-2', grant: null })];
      await store.register(one, null);
      await store.register(one, 'code');
      await store.register(one, 'code');
      await store.register(two, 'code');
      expect(await other.invitation('invitation-2')).toEqual(two);
      expect(await other.invitationByCode('code')).toEqual(one);
      expect(await other.invitationByCode('none')).toBeUndefined();
    });

    it('a revocation counts in the name of the inviter, also before anybody knows the invitation', async () => {
      await store.join(planOf('anna'));
      await store.join(redeeming('ewa', invitationOf('anna')));
      const record = invitationOf('anna', { id: 'invitation-2' });
      await store.revokeInvitation(record.id, asId<DeviceId>('device-ewa'), at);
      expect(await store.join(redeeming('ola', record))).toMatchObject({ kind: 'joined' });
      const third = invitationOf('anna', { id: 'invitation-3' });
      await store.revokeInvitation(third.id, record.inviter, at);
      expect(await store.join(redeeming('iga', third))).toEqual({ kind: 'refused', reason: 'revoked' });
    });

    it('lists members with their roles and devices, the last seen first', async () => {
      await store.join(planOf('anna'));
      const own = invitationOf('anna', { grant: null });
      const second = redeeming('anna', own);
      await store.join({
        ...second,
        owner: { kind: 'known', member: asId<MemberId>('anna') },
        device: { id: asId<DeviceId>('phone'), publicKey: 'key', name: 'Telefon' },
        at: asInstant(500),
      });
      await store.touch(asId<DeviceId>('phone'), asInstant(5_000));
      expect(await other.members('programme')).toMatchObject([
        {
          id: 'anna',
          roles: ['coordinator'],
          devices: [
            { id: 'phone', lastSeen: 5_000 },
            { id: 'device-anna', revoked: false },
          ],
        },
      ]);
      expect(await store.members(scope)).toEqual([]);
    });

    it('[G7] tells what was taken off since a time', async () => {
      await store.join(planOf('anna'));
      await store.join(redeeming('ewa', invitationOf('anna')));
      await store.revokeDevice(asId<DeviceId>('device-ewa'), asInstant(3_000));
      await store.revokeMember(scope, asId<MemberId>('ewa'), asInstant(4_000));
      expect(await other.revokedSince(asInstant(3_000))).toEqual({
        devices: [{ id: 'device-ewa', at: 3_000 }],
        members: [{ id: 'ewa', at: 4_000 }],
      });
      expect(await other.revokedSince(asInstant(4_001))).toEqual({ devices: [], members: [] });
    });
  });
}
