// What the measurements of the client share: a browser with a filled device, reached over a line whose speed can be set,
// and a processor slowed down six times.

import type { CDPSession, Page } from 'playwright-core';
import { type RunningBrowser, startBrowser } from '../../e2e/browser.ts';
import { bringInBackup } from '../../e2e/librarianSteps.ts';
import { type Relay, startRelay } from '../../e2e/relay.ts';
import { type Filling, backupOf } from '../../filled/filledPartnership.ts';
import { type Line, openLine } from './slowLine.ts';

export interface Bench {
  readonly browser: RunningBrowser;
  readonly relay: Relay;
  readonly line: Line;
  /** Address of the app over the line. */
  readonly origin: string;
  readonly close: () => Promise<void>;
}

export const SLOWDOWN = 6;
export const FRONT = 'front';
export const LONG = 'long';
/** The browser builds the tab itself with pages of its own, on the same two cores: that is not the app's start. */
const TAB_MS = 1_000;
const VIEW = { width: 1180, height: 820 } as const;

const PARTNERSHIPS = 30;
const today = new Date().toISOString().slice(0, 10);

/** 30 partnerships with 3 meetings of 20 people: 90 meetings and 1,800 rows of attendance. */
function fillings(): readonly Filling[] {
  return Array.from({ length: PARTNERSHIPS }, (_each, index) => ({
    key: index === 0 ? FRONT : `p${index}`,
    naming: 'plain' as const,
    people: 20,
    meetings: 3,
    present: 20,
    signed: 8,
    today,
    createdAt: Date.now() - index * 86_400_000,
  }));
}

const longList: Filling = {
  key: LONG,
  naming: 'plain',
  people: 300,
  meetings: 1,
  present: 100,
  signed: 60,
  today,
  createdAt: 0,
};

export async function openBench(): Promise<Bench> {
  const relay = await startRelay();
  const line = await openLine(Number(new URL(relay.url).port));
  const browser = await startBrowser();
  const origin = `http://localhost:${line.port}`;
  const page = await browser.context.newPage();
  await page.setViewportSize(VIEW);
  await page.goto(`${origin}/ustawienia`);
  await bringInBackup(page, backupOf(fillings()), PARTNERSHIPS * 2);
  await page.evaluate(() => navigator.serviceWorker.ready.then(() => undefined));
  await page.close();
  return {
    browser,
    relay,
    line,
    origin,
    close: async () => {
      await browser.close();
      await line.close();
      await relay.close();
    },
  };
}

/** Adds the partnership with 300 people; the one in front stays there. */
export async function addLongList(page: Page, origin: string): Promise<void> {
  await page.goto(`${origin}/ustawienia`);
  await bringInBackup(page, backupOf([longList]), 2);
}

/** A new page on a processor six times slower. */
export async function slowPage(bench: Bench): Promise<{ readonly page: Page; readonly session: CDPSession }> {
  const page = await bench.browser.context.newPage();
  await page.setViewportSize(VIEW);
  await page.waitForTimeout(TAB_MS);
  const session = await bench.browser.context.newCDPSession(page);
  await session.send('Emulation.setCPUThrottlingRate', { rate: SLOWDOWN });
  return { page, session };
}
