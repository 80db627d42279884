// Every screen of the built app breaks no accessibility rule, light and dark, on a tablet and on a phone, and fits into
// 320 px without scrolling sideways.

import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { connected } from '../scenes/connected.ts';
import { brokenStorage, emptyDevice } from '../scenes/emptyDevice.ts';
import { hardCase } from '../scenes/hardCase.ts';
import { sample } from '../scenes/sample.ts';
import { settle, standStill } from '../scenes/scene.ts';
import { type RunningBrowser, startBrowser } from './browser.ts';
import { type Relay, startRelay } from './relay.ts';

let relay: Relay;
let browser: RunningBrowser;
let page: Page;
let axe = '';

const TABLET = { width: 1180, height: 820 };
const PHONE = { width: 360, height: 740 };

beforeAll(async () => {
  axe = await readFile(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
  [relay, browser] = await Promise.all([startRelay(), startBrowser()]);
});

afterAll(async () => {
  await browser?.close();
  await relay?.close();
});

const ALL_RULES = "{ runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'] }";
/** The one rule that depends on the scheme. */
const CONTRAST = "{ runOnly: { type: 'rule', values: ['color-contrast'] } }";

/** Names of broken rules with the element, as axe sees the page now. */
async function violations(rules: string): Promise<unknown> {
  await standStill(page);
  if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(axe);
  const found: unknown = await page.evaluate(
    `axe.run(document, ${rules})
       .then((result) => result.violations.flatMap((rule) => rule.nodes.map((node) => rule.id + ' ' + node.target)))`,
  );
  return found;
}

async function sidewaysScroll(): Promise<number> {
  await page.setViewportSize({ width: 320, height: 640 });
  return page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
}

const worlds = [emptyDevice, sample, hardCase, connected(() => relay.firstLink), brokenStorage];

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
      await page.emulateMedia({ colorScheme: 'light' });
      expect(await violations(ALL_RULES), `${size.width} px, light`).toEqual([]);
      await page.emulateMedia({ colorScheme: 'dark' });
      expect(await violations(CONTRAST), `${size.width} px, dark`).toEqual([]);
    }
    expect(await sidewaysScroll(), 'sideways scroll at 320 px').toBe(0);
    await page.setViewportSize(TABLET);
  });
});
