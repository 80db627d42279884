// How the plan read when this device last left it, packed: what has changed since is the difference. Of this device alone, so
// it lies in its settings.

import type { PartnershipId } from '../domain/ids.ts';
import { decodeInstant, type Instant } from '../domain/time.ts';
import { isRawRecord } from '../schema/decode.ts';
import type { DeviceDatabase } from './database.ts';

export interface PlanVisit {
  readonly at: Instant;
  /** By `packContent`. */
  readonly packed: Uint8Array;
}

const keyOf = (id: PartnershipId): string => `plan.left.${id}`;

/** `undefined` when the plan has not been looked at on this device. */
export async function readPlanVisit(db: DeviceDatabase, id: PartnershipId): Promise<PlanVisit | undefined> {
  const value = (await db.settings.get(keyOf(id)))?.value;
  if (!isRawRecord(value)) return undefined;
  const [at, packed] = [decodeInstant(value['at']), value['packed']];
  return at !== undefined && packed instanceof Uint8Array ? { at, packed } : undefined;
}

export async function keepPlanVisit(db: DeviceDatabase, id: PartnershipId, visit: PlanVisit): Promise<void> {
  await db.settings.put({ key: keyOf(id), value: visit });
}
