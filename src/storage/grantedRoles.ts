// Which roles this device's member holds, as sync keeps them in the device's settings: read lightly, for who needs no more.

import { type DocumentKind, type Role, ROLES, strongestRight } from '../domain/access.ts';
import { isRawRecord, listField } from '../schema/decode.ts';
import type { DeviceDatabase } from './database.ts';

/** The setting in which sync keeps who this device is to the server. */
export const MEMBERSHIP_SETTING = 'identity.membership';

/** What is not understood counts as no role. */
export function rolesIn(membership: unknown, scope: string): readonly Role[] {
  const grants = isRawRecord(membership) ? listField(membership['grants']) : [];
  return grants.flatMap((grant) => {
    if (!isRawRecord(grant) || grant['scope'] !== scope) return [];
    return ROLES.find((role) => role === grant['role']) ?? [];
  });
}

/** Whether the server takes from this member what is written into a document of the partnership. */
export async function isGrantedWriting(
  db: DeviceDatabase,
  kind: DocumentKind,
  partnershipId: string,
): Promise<boolean> {
  const membership = (await db.settings.get(MEMBERSHIP_SETTING))?.value;
  return strongestRight(rolesIn(membership, partnershipId), kind) === 'write';
}
