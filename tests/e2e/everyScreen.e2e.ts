// Every screen of the built app breaks no accessibility rule, light and dark, on a tablet and on a phone, and fits into
// 320 px without scrolling sideways.

import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { connected } from '../scenes/connected.ts';
import { brokenStorage, emptyDevice } from '../scenes/emptyDevice.ts';
import { hardCase } from '../scenes/hardCase.ts';
import { planScenes } from '../scenes/plan.ts';
import { sample } from '../scenes/sample.ts';
import { settle } from '../scenes/scene.ts';
import { expectAccessible } from './axe.ts';
import { type RunningBrowser, startBrowser } from './browser.ts';
import { type Relay, startRelay } from './relay.ts';

let relay: Relay;
let browser: RunningBrowser;
let page: Page;

const TABLET = { width: 1180, height: 820 };
const PHONE = { width: 360, height: 740 };

beforeAll(async () => {
  [relay, browser] = await Promise.all([startRelay(), startBrowser()]);
});

afterAll(async () => {
  await browser?.close();
  await relay?.close();
});

async function sidewaysScroll(): Promise<number> {
  await page.setViewportSize({ width: 320, height: 640 });
  return page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
}

const worlds = [emptyDevice, sample, planScenes, hardCase, connected(() => relay.firstLink), brokenStorage];

describe.each(worlds)('$name', ({ scenes }) => {
  beforeAll(async () => {
    const owner = browser.context.browser();
    if (owner === null) throw new Error('no browser');
    const context = await owner.newContext({ locale: 'pl-PL', viewport: TABLET, reducedMotion: 'reduce' });
    page = await context.newPage();
    page.setDefaultTimeout(20_000);
    await page.goto(relay.url);
    await settle(page);
  });

  afterAll(() => page.context().close());

  test.each(scenes)('$name', async ({ arrange }) => {
    await page.setViewportSize(TABLET);
    await arrange(page);
    for (const size of [TABLET, PHONE]) {
      await page.setViewportSize(size);
      await expectAccessible(page, `${size.width} px`);
    }
    expect(await sidewaysScroll(), 'sideways scroll at 320 px').toBe(0);
    await page.setViewportSize(TABLET);
  });
});
