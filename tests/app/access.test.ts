// Who may do what on this device, and what an invitation brings: pure parts of joining and inviting.
import 'fake-indexeddb/auto';
import { describe, expect, test } from 'vitest';
import { hasJoined, mayKeepRegister } from '../../src/app/device/readStanding.ts';
import { MEMBERSHIP_SETTING, rolesIn as rolesKept } from '../../src/storage/grantedRoles.ts';
import { readRawSettings } from '../../src/storage/settings.ts';
import { joinedTo } from '../../src/app/join/joinedTo.ts';
import { guessDeviceName } from '../../src/app/join/guessDeviceName.ts';
import { defaultLimits, inviteChoices, purposeOf, rolesIn } from '../../src/app/people/inviteChoices.ts';
import { mayInvite, ROLES } from '../../src/domain/access.ts';
import { asId, type DeviceId, type PartnershipId } from '../../src/domain/ids.ts';
import { asInstant } from '../../src/domain/time.ts';
import { encodeInvitation } from '../../src/schema/invitation.ts';
import type { Grant } from '../../src/schema/session.ts';
import { DeviceDatabase } from '../../src/storage/database.ts';
import { keepMembership } from '../../src/sync/membership.ts';
import { freshName } from '../storage/testLedger.ts';

const one = asId<PartnershipId>('one');
const two = asId<PartnershipId>('two');

test('[G7] the first screen reads the membership that sync keeps: a partner keeps no lists', async () => {
  const db = new DeviceDatabase(freshName());
  const mayKeep = async (id: string) => mayKeepRegister(await readRawSettings(db, [MEMBERSHIP_SETTING]), id);
  expect(await hasJoined(db)).toBe(false);
  expect(await mayKeep(one)).toBe(true);
  const grants: readonly Grant[] = [
    { scope: one, role: 'partner' },
    { scope: two, role: 'facilitator' },
  ];
  await keepMembership(db, { member: { id: asId('member'), name: 'Celina Maj' }, grants });
  expect(await hasJoined(db)).toBe(true);
  expect(await mayKeep(one)).toBe(false);
  expect(await mayKeep(two)).toBe(true);
  // Begun here and not yet at the server.
  expect(await mayKeep('three')).toBe(true);
});

test('roles are read from what is kept, and anything broken counts as no role', () => {
  const kept = {
    grants: [
      { scope: 'one', role: 'partner' },
      { scope: 'two', role: 'librarian' },
      { scope: 'one', role: 'king' },
      5,
    ],
  };
  expect(rolesKept(kept, 'one')).toEqual(['partner']);
  for (const broken of [undefined, null, 'x', {}, { grants: 'x' }, { grants: [null] }])
    expect(rolesKept(broken, 'one')).toEqual([]);
});

describe('[G7] inviting', () => {
  test('offers exactly what the role table allows, and always an own device', () => {
    for (const role of ROLES) expect(inviteChoices([role])).toEqual([...mayInvite(role), 'ownDevice']);
    expect(inviteChoices([])).toEqual(['ownDevice']);
  });

  test('treats who began a partnership here as its librarian, and grants nothing in the programme by itself', () => {
    expect(rolesIn(one, [])).toEqual(['librarian']);
    expect(rolesIn('programme', [])).toEqual([]);
    const grants: readonly Grant[] = [{ scope: one, role: 'partner' }];
    expect(rolesIn(one, grants)).toEqual(['partner']);
  });

  test('makes invitations for the scope that is shown, within the bounds of an invitation', () => {
    expect(purposeOf('partner', one)).toEqual({ kind: 'role', scope: one, role: 'partner' });
    expect(purposeOf('ownDevice', one)).toEqual({ kind: 'ownDevice' });
    for (const choice of [...ROLES, 'ownDevice'] as const) {
      const { uses, days } = defaultLimits(choice);
      const made = {
        id: 'abcdefghijklmnop',
        purpose: purposeOf(choice, one),
        inviter: asId<DeviceId>('tablet'),
        issuedAt: asInstant(1_000),
        expiresAt: asInstant(1_000 + days),
        uses,
        title: '',
      };
      // Throws for what is outside the bounds.
      expect(encodeInvitation(made).length).toBeGreaterThan(0);
    }
  });
});

describe('joining', () => {
  const programme: Grant = { scope: 'programme', role: 'librarian' };
  const inOne: Grant = { scope: one, role: 'partner' };
  const inTwo: Grant = { scope: two, role: 'partner' };

  test('leads to the partnership that is new', () => {
    expect(joinedTo([inTwo], [inOne, inTwo])).toEqual({ kind: 'partnership', partnershipId: one });
    expect(joinedTo([], [inOne])).toEqual({ kind: 'partnership', partnershipId: one });
  });

  test('leads to the programme when only that is new', () => {
    expect(joinedTo([], [programme])).toEqual({ kind: 'programme' });
    expect(joinedTo([inOne], [inOne, programme])).toEqual({ kind: 'programme' });
  });

  test('an own second device gets everything at once and starts with a partnership', () => {
    expect(joinedTo([], [programme, inOne])).toEqual({ kind: 'partnership', partnershipId: one });
  });

  test('the same invitation again leads to where it led before', () => {
    expect(joinedTo([inOne], [inOne])).toEqual({ kind: 'partnership', partnershipId: one });
  });
});

test('a device is first named after what it is', () => {
  expect(guessDeviceName({ maxTouchPoints: 0 }, { width: 360, height: 740 })).toBe('Komputer');
  expect(guessDeviceName({ maxTouchPoints: 5 }, { width: 740, height: 360 })).toBe('Telefon');
  expect(guessDeviceName({ maxTouchPoints: 5 }, { width: 1180, height: 820 })).toBe('Tablet');
});
