import 'fake-indexeddb/auto';
import { describe, expect, it } from 'vitest';
import { asId, type MemberId, type PartnershipId } from '../../src/domain/ids.ts';
import { documentName } from '../../src/schema/documentName.ts';
import { DeviceDatabase } from '../../src/storage/database.ts';
import { documentsToFollow, keepMembership, readMembership } from '../../src/sync/membership.ts';
import { freshName } from '../storage/testLedger.ts';

const SCOPE = asId<PartnershipId>('stare-pole');

describe('the documents that a member may read', () => {
  it('are all of a partnership for its librarian, save mediation', () => {
    expect(documentsToFollow([{ scope: SCOPE, role: 'librarian' }], [])).toEqual([
      'programme:prb-3@0',
      'partnership:stare-pole@0',
      'register:stare-pole@0',
      'support:stare-pole@0',
    ]);
  });

  it('[G7] leave out persons and contact data for a partner', () => {
    expect(documentsToFollow([{ scope: SCOPE, role: 'partner' }], [])).toEqual([
      'programme:prb-3@0',
      'partnership:stare-pole@0',
    ]);
  });

  it('are named once for somebody with two roles', () => {
    const grants = [
      { scope: SCOPE, role: 'partner' },
      { scope: SCOPE, role: 'facilitator' },
    ] as const;
    expect(documentsToFollow(grants, [])).toHaveLength(4);
  });

  it('leave out those the device has, in whatever epoch', () => {
    const present = [
      documentName('register', SCOPE, 3),
      documentName('support', SCOPE),
      documentName('programme', 'prb-3'),
    ];
    expect(documentsToFollow([{ scope: SCOPE, role: 'librarian' }], present)).toEqual([
      'partnership:stare-pole@0',
    ]);
  });

  it('are the round alone for a role in the programme, and none for somebody without any role', () => {
    expect(documentsToFollow([{ scope: 'programme', role: 'coordinator' }], [])).toEqual([
      'programme:prb-3@0',
    ]);
    expect(documentsToFollow([], [])).toEqual([]);
  });
});

describe('the membership of a device', () => {
  it('is there after a restart', async () => {
    const name = freshName();
    const db = new DeviceDatabase(name);
    expect(await readMembership(db)).toBeUndefined();
    const member = { id: asId<MemberId>('anna'), name: 'Anna' };
    const grants = [{ scope: SCOPE, role: 'librarian' }] as const;
    await keepMembership(db, { member, grants });
    db.close();
    expect(await readMembership(new DeviceDatabase(name))).toEqual({ member, grants });
  });

  it('that cannot be read counts as none', async () => {
    const db = new DeviceDatabase(freshName());
    await db.settings.put({ key: 'identity.membership', value: { kind: 'joined', member: 'Anna' } });
    expect(await readMembership(db)).toBeUndefined();
  });
});
