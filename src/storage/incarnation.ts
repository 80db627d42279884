// Which server state the cursors and receipts of this device are of. Read inside the transaction that depends on it: page and
// service worker may meet a restored server at the same time.

import type { DeviceDatabase } from './database.ts';

const INCARNATION = 'incarnation';

/** Empty before the first contact. */
export async function readIncarnation(db: DeviceDatabase): Promise<string> {
  const value = (await db.settings.get(INCARNATION))?.value;
  return typeof value === 'string' ? value : '';
}

export async function writeIncarnation(db: DeviceDatabase, incarnation: string): Promise<void> {
  await db.settings.put({ key: INCARNATION, value: incarnation });
}
