// Which roles this device's member holds, read lightly for the first screen: sync/membership decodes the same setting whole,
// with code that comes later.

import { type Role, ROLES, strongestRight } from '../../domain/access.ts';
import { isRawRecord } from '../../schema/decode.ts';
import type { DeviceDatabase } from '../../storage/database.ts';
import { type RawSettings, readRawSettings } from '../../storage/settings.ts';

/** The setting in which sync keeps who this device is to the server. */
export const MEMBERSHIP_SETTING = 'identity.membership';

/** Whether this device has ever joined anything at a server. */
export function hasJoinedIn(raw: RawSettings): boolean {
  return raw.has(MEMBERSHIP_SETTING);
}

export async function hasJoined(db: DeviceDatabase): Promise<boolean> {
  return hasJoinedIn(await readRawSettings(db, [MEMBERSHIP_SETTING]));
}

/**
 * Whether the person may keep the partnership's people and lists. Without a role there (a device that works alone, a
 * partnership that was begun here and not sent yet) everything on the device is theirs.
 */
export function mayKeepRegister(raw: RawSettings, partnershipId: string): boolean {
  const roles = rolesIn(raw.get(MEMBERSHIP_SETTING), partnershipId);
  return roles.length === 0 || strongestRight(roles, 'register') === 'write';
}

/** What is not understood counts as no role. */
export function rolesIn(membership: unknown, scope: string): readonly Role[] {
  const grants: unknown = isRawRecord(membership) ? membership['grants'] : undefined;
  if (!Array.isArray(grants)) return [];
  return grants.flatMap((grant: unknown) => {
    if (!isRawRecord(grant) || grant['scope'] !== scope) return [];
    return ROLES.find((role) => role === grant['role']) ?? [];
  });
}
