// What this device's member may do here, read lightly for the first screen: sync/membership decodes the same setting whole,
// with code that comes later.

import { strongestRight } from '../../domain/access.ts';
import type { DeviceDatabase } from '../../storage/database.ts';
import { MEMBERSHIP_SETTING, rolesIn } from '../../storage/grantedRoles.ts';
import { type RawSettings, readRawSettings } from '../../storage/settings.ts';

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
