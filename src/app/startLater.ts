// What can wait until the first screen is painted: the ledger's engine, the exchange, the service worker, and the code of
// the rooms that are likely to be opened next. It is fetched then, too.

import type { AppParts } from './appParts.ts';
import { renewOlderRows } from '../storage/olderRows.ts';
import { markTab } from './update/updates.ts';
import type { Screens } from './routing/screens.tsx';
import { sendInBackground } from './sync/sendInBackground.ts';

export async function startLater(parts: AppParts, screens: Screens): Promise<void> {
  const { device, engine, space, sync, updates } = parts;
  markTab();
  if (import.meta.env.PROD) await updates.start();
  const ledger = await engine();
  await renewOlderRows(device.db, ledger);
  await sync.start();
  sendInBackground(ledger.replicas, sync.status);
  space.start(device.reportFailure);
  await screens.attendance.preload();
  await screens.meetings.preload();
}
