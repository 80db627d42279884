// Puts the app together and starts it: failures, database, ledger, routes, first drawing; the rest when that is done.

import { render } from 'preact';
import type { Place } from '../domain/places.ts';
import { asInstant, isoDateOf } from '../domain/time.ts';
import { DeviceDatabase } from '../storage/database.ts';
import type { Device } from '../storage/device.ts';
import { setLanguage } from '../ui/i18n/catalogue.ts';
import { App } from './App.tsx';
import { lazyLedger } from './device/lazyLedger.ts';
import { openDevice, randomId } from './device/openDevice.ts';
import { readFront } from './device/watchFront.ts';
import { catchUncaught, createFailureLog } from './failures/failureLog.ts';
import { makeRooms } from './routing/rooms.tsx';
import { startRouter } from './routing/router.ts';

const DATABASE = 'wspolnie';

export async function startApp(element: HTMLElement): Promise<void> {
  const failures = createFailureLog(Date.now);
  catchUncaught(window, failures.report);
  const db = new DeviceDatabase(DATABASE);
  const opened = await openDevice(db, randomId);
  if (opened.kind === 'failed') throw opened.failure;
  if (opened.language !== 'pl') await setLanguage(opened.language);
  const lazy = lazyLedger(() => Promise.reject(new Error('the ledger engine is not built yet')));
  const device: Device = {
    id: opened.deviceId,
    db,
    ledger: lazy.ledger,
    newId: randomId,
    now: () => asInstant(Date.now()),
    today: () => isoDateOf(new Date()),
    reportFailure: failures.report,
  };
  const guard = (place: Place): Place => place;
  const router = startRouter(window, guard);
  const parts = { device, router, rooms: makeRooms(failures.report), failures };
  const initialFront = await readFront(db);
  element.replaceChildren();
  render(<App parts={parts} initialFront={initialFront} />, element);
}
