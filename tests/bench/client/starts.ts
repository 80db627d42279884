// From opening the address to Dziś painted with the device's data: cold over slow 4G, warm with the server dead.

import type { Page } from 'playwright-core';
import { catalogue as words } from '../../../src/ui/i18n/pl/catalogue.ts';
import { type Bench, FRONT, slowPage } from './bench.ts';
import { SLOW_4G } from './slowLine.ts';

declare global {
  interface Window {
    /** Milliseconds after navigation at which the screen with data was painted. */
    paintedAt?: number;
  }
}

export interface Start {
  readonly milliseconds: number;
  /** Compressed bytes of JavaScript that had arrived by then. */
  readonly scriptBytes: number;
}

/** Nothing of the app is on the device but its data: no worker, no cached file. */
export async function coldStart(bench: Bench): Promise<Start> {
  const { page, session } = await slowPage(bench);
  await session.send('Storage.clearDataForOrigin', {
    origin: bench.origin,
    storageTypes: 'service_workers,cache_storage',
  });
  await session.send('Network.enable');
  await session.send('Network.clearBrowserCache');
  bench.line.shape(SLOW_4G);
  try {
    return await measure(page, bench.origin);
  } finally {
    bench.line.shape(undefined);
    await page.close();
  }
}

/** The app is installed; its worker has to be started too. */
export async function warmStart(bench: Bench): Promise<Start> {
  const { page, session } = await slowPage(bench);
  await session.send('ServiceWorker.enable');
  await session.send('ServiceWorker.stopAllWorkers');
  try {
    return await measure(page, bench.origin);
  } finally {
    await page.close();
  }
}

async function measure(page: Page, origin: string): Promise<Start> {
  await page.addInitScript(
    ([name, action]) => {
      const observer = new MutationObserver(() => {
        const text = document.querySelector('main')?.textContent ?? '';
        if (!text.includes(name) || !text.includes(action)) return;
        observer.disconnect();
        requestAnimationFrame(() => {
          // After the frame: what it drew is on the screen.
          const channel = new MessageChannel();
          channel.port1.onmessage = () => {
            window.paintedAt = performance.now();
          };
          channel.port2.postMessage(undefined);
        });
      });
      observer.observe(document, { subtree: true, childList: true, characterData: true });
    },
    [`Partnerstwo ${FRONT}`, words.today.continueAttendance] as const,
  );
  await page.goto(origin, { waitUntil: 'commit' });
  await page.waitForFunction(() => window.paintedAt !== undefined, undefined, { timeout: 60_000 });
  return page.evaluate(() => {
    const milliseconds = window.paintedAt ?? Number.NaN;
    const scriptBytes = performance
      .getEntriesByType('resource')
      .filter((entry) => entry instanceof PerformanceResourceTiming)
      .filter(
        (entry) => entry.name.endsWith('.js') && entry.transferSize > 0 && entry.responseEnd <= milliseconds,
      )
      .reduce((sum, entry) => sum + entry.encodedBodySize, 0);
    return { milliseconds, scriptBytes };
  });
}
