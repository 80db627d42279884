// What can wait until the first screen is painted: the ledger's engine, the exchange, the service worker, and the code of
// the rooms that are likely to be opened next.

import type { AppParts } from './appParts.ts';
import { renewOlderRows } from '../storage/olderRows.ts';
import { markTab } from './update/updates.ts';
import type { Screens } from './routing/screens.tsx';
import { sendInBackground } from './sync/sendInBackground.ts';

/** Safari has no idle callback; this long after the first drawing nothing is hurried any more. */
const FALLBACK_MS = 300;

export function startLater(parts: AppParts, screens: Screens): void {
  afterPaint(() => {
    start(parts, screens).catch(parts.device.reportFailure);
  });
}

async function start({ device, engine, space, sync, updates }: AppParts, screens: Screens): Promise<void> {
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

function afterPaint(run: () => void): void {
  requestAnimationFrame(() => {
    if ('requestIdleCallback' in globalThis) requestIdleCallback(run, { timeout: 2_000 });
    else setTimeout(run, FALLBACK_MS);
  });
}
