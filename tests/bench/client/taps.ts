// On the attendance list, six times slowed down: from the tap on "obecny" to the painted mark and to the tick of the strict
// commit; and opening a list of 300 people.

import type { Locator, Page } from 'playwright-core';
import { catalogue as words } from '../../../src/ui/i18n/pl/catalogue.ts';
import { filledMeetingId } from '../../filled/filledPartnership.ts';
import { type Bench, FRONT, LONG, SLOWDOWN, addLongList, slowPage } from './bench.ts';

declare global {
  interface Window {
    /** What is being measured; set before the tap, so that nothing is missed. */
    tapMeasured?: Promise<Tap>;
    openingMeasured?: Promise<Opening>;
  }
}

export interface Tap {
  readonly painted: number;
  readonly stored: number;
}

export async function measureTaps(bench: Bench, count: number): Promise<readonly Tap[]> {
  const { page } = await slowPage(bench);
  try {
    await page.goto(`${bench.origin}/spotkania/${filledMeetingId(FRONT, 2)}/lista`);
    const buttons = page.locator(
      '[data-person]:not(:has([role=img][aria-label^="Podpis:"])) button[aria-pressed]',
    );
    await buttons.first().waitFor();
    const taps: Tap[] = [];
    const people = await buttons.count();
    for (let tap = 0; tap < count; tap += 1) {
      const button = buttons.nth(tap % people);
      await button.evaluate((element, stored) => {
        window.tapMeasured = new Promise<Tap>((resolve, reject) => {
          setTimeout(() => reject(new Error('the tap was not stored within 10 s')), 10_000);
          const row = element.closest('[data-person]') ?? element;
          const before = element.getAttribute('aria-pressed');
          let tapped = 0;
          let painted: number | undefined;
          element.addEventListener('pointerup', (event) => void (tapped = event.timeStamp), { once: true });
          const afterFrame = (then: () => void): void => {
            requestAnimationFrame(() => {
              const channel = new MessageChannel();
              channel.port1.onmessage = then;
              channel.port2.postMessage(undefined);
            });
          };
          const observer = new MutationObserver(() => {
            if (element.getAttribute('aria-pressed') === before) return;
            if (painted === undefined) {
              painted = Number.NaN;
              afterFrame(() => void (painted = performance.now() - tapped));
            }
            if (row.querySelector(`[aria-label="${stored}"]`) === null) return;
            observer.disconnect();
            const committed = performance.now() - tapped;
            afterFrame(() =>
              afterFrame(() => resolve({ painted: painted ?? Number.NaN, stored: committed })),
            );
          });
          observer.observe(row, { subtree: true, childList: true, attributes: true });
        });
      }, words.ticks.device);
      await button.click();
      const tapped = await page.evaluate(() => window.tapMeasured);
      if (tapped === undefined) throw new Error('nothing was measured');
      taps.push(tapped);
    }
    return taps;
  } finally {
    await page.close();
  }
}

export interface Opening {
  /** The rows of the screen are painted. */
  readonly painted: number;
  /** All 300 rows are there. */
  readonly whole: number;
}

export async function measureLongList(bench: Bench, count: number): Promise<readonly Opening[]> {
  const { page, session } = await slowPage(bench);
  try {
    await session.send('Emulation.setCPUThrottlingRate', { rate: 1 });
    await addLongList(page, bench.origin);
    await page.goto(`${bench.origin}/partnerstwa/${LONG}-partnership`);
    await page.getByRole('link', { name: words.today.continueAttendance }).waitFor();
    await session.send('Emulation.setCPUThrottlingRate', { rate: SLOWDOWN });
    const openings: Opening[] = [];
    // The first opening loads the room's code; it is known to the device and counts like the others.
    for (let opening = 0; opening < count; opening += 1) {
      openings.push(await openLongList(page));
      await page.goBack();
      await page.getByRole('link', { name: words.today.continueAttendance }).waitFor();
    }
    return openings;
  } finally {
    await page.close();
  }
}

async function openLongList(page: Page): Promise<Opening> {
  const link = page.getByRole('link', { name: words.today.continueAttendance });
  await page.evaluate(() => {
    window.openingMeasured = new Promise<Opening>((resolve, reject) => {
      setTimeout(() => reject(new Error('the list was not there within 20 s')), 20_000);
      let tapped = 0;
      let painted: number | undefined;
      document.addEventListener('pointerup', (event) => void (tapped = event.timeStamp), {
        once: true,
        capture: true,
      });
      const observer = new MutationObserver(() => {
        const rows = document.querySelectorAll('[data-person]').length;
        if (rows === 0) return;
        if (painted === undefined) {
          painted = Number.NaN;
          requestAnimationFrame(() => {
            const channel = new MessageChannel();
            channel.port1.onmessage = () => void (painted = performance.now() - tapped);
            channel.port2.postMessage(undefined);
          });
        }
        if (rows < 300) return;
        observer.disconnect();
        requestAnimationFrame(() =>
          requestAnimationFrame(() =>
            resolve({ painted: painted ?? Number.NaN, whole: performance.now() - tapped }),
          ),
        );
      });
      observer.observe(document, { subtree: true, childList: true });
    });
  });
  await link.click();
  const opened = await page.evaluate(() => window.openingMeasured);
  if (opened === undefined) throw new Error('nothing was measured');
  return opened;
}

/** The presence buttons that a tap changes at once; of those who signed or are excused, it asks first. */
export function unsignedMarks(page: Page): Locator {
  return page
    .locator('[data-person]:not(:has([role=img][aria-label^="Podpis:"]))')
    .getByRole('button', { name: /^Obecn\S+: / });
}
