// Rebuilding a register, where it belongs: at the server when this device has joined one, else here alone. Loaded when somebody asks.

import { isExampleId } from '../../domain/partnership.ts';
import { documentName } from '../../schema/documentName.ts';
import type { DeviceDatabase } from '../../storage/database.ts';
import type { Device } from '../../storage/device.ts';
import type { LedgerEngine } from '../../storage/ledgerEngine.ts';
import type { LazySync } from '../sync/lazySync.ts';
import { hasJoined } from './readStanding.ts';

export interface RebuildParts {
  readonly db: DeviceDatabase;
  readonly engine: () => Promise<LedgerEngine>;
  readonly sync: Pick<LazySync, 'erase'>;
}

export async function rebuildRegister(
  { db, engine, sync }: RebuildParts,
  ...[partnershipId, rebuild]: Parameters<Device['rebuildRegister']>
): ReturnType<Device['rebuildRegister']> {
  const name = documentName('register', partnershipId);
  if (!isExampleId(partnershipId) && (await hasJoined(db))) return sync.erase(name, rebuild);
  await (await engine()).rebuildHere(name, rebuild);
  return { kind: 'erased' };
}
