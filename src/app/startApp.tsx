// Puts the app together and starts it: failures, database, routes, first drawing; ledger, exchange and updates when that is
// done. A database that does not open leads to the recovery screen, never to a blank one.

import { render } from 'preact';
import { placeOf } from '../domain/places.ts';
import { DeviceDatabase } from '../storage/database.ts';
import { DATABASE } from '../storage/databaseNames.ts';
import type { Device } from '../storage/device.ts';
import { systemNow as now, systemToday as today } from '../storage/systemClock.ts';
import { type StorageFailure, storageFailure } from '../storage/storageFailure.ts';
import { showToast } from '../ui/feedback/toasts.ts';
import { setLanguage, t } from '../ui/i18n/firstTexts.ts';
import { App } from './App.tsx';
import type { AppParts } from './appParts.ts';
import { lazyLedger } from './device/lazyLedger.ts';
import { openDevice, type OpenedDevice, randomId } from './device/openDevice.ts';
import { watchSpace } from './device/watchSpace.ts';
import { hasJoined } from './device/readStanding.ts';
import { readFront } from './device/watchFront.ts';
import { exampleControl } from './example/exampleControl.ts';
import { announceFailures } from './failures/announceFailures.ts';
import { catchUncaught, createFailureLog, type FailureLog } from './failures/failureLog.ts';
import { type InstallOffer, watchInstallOffer } from './install/installOffer.ts';
import { startKioskGuard } from './kiosk/kioskGuard.ts';
import { startRouter } from './routing/router.ts';
import { makeScreens } from './routing/screens.tsx';
import { lazySync } from './sync/lazySync.ts';
import { isSafeToReload } from './update/safeToReload.ts';
import { createUpdates } from './update/updates.ts';

export async function startApp(element: HTMLElement): Promise<void> {
  const failures = createFailureLog(Date.now);
  catchUncaught(window, failures.report);
  announceFailures(failures);
  const install = watchInstallOffer(window);
  const db = new DeviceDatabase(DATABASE);

  let attempts = 0;
  const attempt = async (): Promise<void> => {
    attempts += 1;
    const own = attempts;
    const opened = await openDevice(db, randomId, {
      now: now(),
      today: today(),
      place: placeOf(location.pathname),
    });
    if (opened.kind === 'failed') {
      await showRecovery(element, opened.failure, attempt, failures);
      opened.late
        .then(async () => {
          if (own === attempts) await attempt();
        })
        .catch(failures.report);
      return;
    }
    try {
      await showApp(element, db, opened, failures, install);
    } catch (cause) {
      failures.report(cause);
      await showRecovery(element, storageFailure(cause), attempt, failures);
    }
  };
  await attempt();
}

async function showApp(
  element: HTMLElement,
  db: DeviceDatabase,
  opened: OpenedDevice & { readonly kind: 'open' },
  failures: FailureLog,
  install: InstallOffer,
): Promise<void> {
  const { start } = opened;
  await speak(start.language, failures);
  const { ledger, engine } = lazyLedger(async (status) => {
    const { openEngine } = await import('./device/openEngine.ts');
    return openEngine({ db, now, status, hasServer: () => hasJoined(db), reportFailure: failures.report });
  });
  const device: Device = {
    id: opened.deviceId,
    db,
    ledger,
    newId: randomId,
    rebuildRegister: async (...asked) => {
      const { rebuildRegister } = await import('./device/rebuildRegister.ts');
      return rebuildRegister({ db, engine, sync: parts.sync }, ...asked);
    },
    now,
    today,
    reportFailure: failures.report,
  };
  const kioskGuard = startKioskGuard(start.kiosk, {
    db,
    now,
    go: (place) => router.go(place),
    onEntered: ({ meetingId }) => router.replace({ kind: 'selfSigning', meetingId }),
    reportFailure: failures.report,
  });
  const isSafe = (): Promise<boolean> => isSafeToReload(device, document);
  const reopen = (): void => {
    isSafe().then((safe) => {
      if (safe) location.reload();
      else showToast({ text: t().shell.updateWaits, tone: 'problem' });
    }, failures.report);
  };
  const wantsExample = new URLSearchParams(location.search).has('example');
  const router = startRouter(window, kioskGuard.guard);
  const parts: AppParts = {
    device,
    engine,
    router,
    failures,
    install,
    sync: lazySync({
      hasJoined: start.hasJoined,
      fetchSync: async () => {
        const [{ runSync }, { replicas }] = await Promise.all([import('./sync/runSync.ts'), engine()]);
        return runSync({ db, replicas, now, origin: location.origin, reportFailure: failures.report });
      },
    }),
    example: exampleControl(device, engine),
    updates: createUpdates({
      isSafe,
      reload: () => location.reload(),
      reportFailure: failures.report,
    }),
    space: watchSpace(),
    reopen,
  };
  const screens = makeScreens({ report: failures.report, reopen });
  if (wantsExample) {
    history.replaceState(null, '', '/');
    await parts.example.open();
  }
  // A newer app in another tab needs the database in a newer form: this one gives it up and says so.
  db.on('versionchange', () => parts.updates.markOutdated());
  element.replaceChildren();
  const first = wantsExample ? { front: await readFront(db), today: undefined } : start;
  render(<App parts={parts} screens={screens} first={first} />, element);
  afterPaint(() => {
    import('./startLater.ts').then(({ startLater }) => startLater(parts, screens)).catch(failures.report);
  });
}

/** Safari has no idle callback; this long after the first drawing nothing is hurried any more. */
const FALLBACK_MS = 300;

function afterPaint(run: () => void): void {
  requestAnimationFrame(() => {
    if ('requestIdleCallback' in globalThis) requestIdleCallback(run, { timeout: 2_000 });
    else setTimeout(run, FALLBACK_MS);
  });
}

/** A language whose texts do not come is no reason not to start: Polish is there. */
async function speak(language: 'pl' | 'en', failures: FailureLog): Promise<void> {
  if (language === 'pl') return;
  try {
    await setLanguage(language);
  } catch (cause) {
    failures.report(cause);
  }
}

async function showRecovery(
  element: HTMLElement,
  failure: StorageFailure,
  retry: () => Promise<void>,
  failures: FailureLog,
): Promise<void> {
  render(null, element);
  // Should not even the screen below come, this stands there: never nothing.
  element.textContent = t().problems.storage[failure.reason];
  const { RecoveryScreen } = await import('./recovery/RecoveryScreen.tsx');
  element.replaceChildren();
  render(<RecoveryScreen failure={failure} onRetry={retry} reportFailure={failures.report} />, element);
}
