// Who this device is to the server: the member and the grants, as the server last told them. Kept in the device's settings,
// so that it is known without internet, in every tab and in the service worker.

import { THIRD_ROUND } from '../domain/programme/thirdRound.ts';
import { type DocumentName, documentName } from '../schema/documentName.ts';
import { grantedDocuments, withoutEpoch } from '../schema/followed.ts';
import { decodeRedeemAnswer, type Grant, type MemberName } from '../schema/session.ts';
import type { DeviceDatabase } from '../storage/database.ts';
import { storageFailure } from '../storage/storageFailure.ts';

export interface Membership {
  readonly member: MemberName;
  readonly grants: readonly Grant[];
}

const MEMBERSHIP_SETTING = 'identity.membership';

/** `undefined` on a device that has never joined: it works alone. */
export async function readMembership(db: DeviceDatabase): Promise<Membership | undefined> {
  try {
    const stored = decodeRedeemAnswer((await db.settings.get(MEMBERSHIP_SETTING))?.value);
    return stored?.kind === 'joined' ? { member: stored.member, grants: stored.grants } : undefined;
  } catch (cause) {
    throw storageFailure(cause);
  }
}

/** What is kept has the shape of the server's answer to joining, and is read by the same decoder. */
export async function keepMembership(db: DeviceDatabase, { member, grants }: Membership): Promise<void> {
  try {
    await db.settings.put({
      key: MEMBERSHIP_SETTING,
      value: { kind: 'joined', member, grants, partnershipName: null },
    });
  } catch (cause) {
    throw storageFailure(cause);
  }
}

/**
 * The documents that these grants let the member read and that are not among `present`, in whatever epoch. Every member
 * reads the round that ships with the product; a coordinator's view of all partnerships is not in the grants.
 */
export function documentsToFollow(
  grants: readonly Grant[],
  present: readonly DocumentName[],
): readonly DocumentName[] {
  const known = new Set(present.map(withoutEpoch));
  const round = grants.length > 0 ? [documentName('programme', THIRD_ROUND.id)] : [];
  return [...round, ...grantedDocuments(grants)].filter((name) => !known.has(withoutEpoch(name)));
}
