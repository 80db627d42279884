// Query rows that an older release of the app projected: after an update every document is projected anew, once. Until then
// they are read as they are, so what a release adds to a row must be readable when it is absent.

import { SCHEMA_VERSION } from '../schema/version.ts';
import type { DeviceDatabase } from './database.ts';
import type { LedgerEngine } from './ledgerEngine.ts';
import { readSetting, writeSetting } from './settings.ts';

export async function renewOlderRows(
  db: DeviceDatabase,
  { rebuild }: Pick<LedgerEngine, 'rebuild'>,
): Promise<void> {
  if ((await readSetting(db, 'rowsVersion')) === SCHEMA_VERSION) return;
  if ((await db.documents.count()) > 0) await rebuild();
  await writeSetting(db, 'rowsVersion', SCHEMA_VERSION);
}
