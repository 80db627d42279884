// A toast about a row of the attendance list leaves that row in sight, wherever on the screen it was tapped.

import type { Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { catalogue as words } from '../../src/ui/i18n/pl/catalogue.ts';
import { type RunningBrowser, startBrowser } from './browser.ts';
import { goTo, openPage } from './librarianSteps.ts';
import { openList } from './listSteps.ts';
import { type Relay, startRelay } from './relay.ts';

let relay: Relay;
let browser: RunningBrowser;
let page: Page;

beforeAll(async () => {
  [relay, browser] = await Promise.all([startRelay(), startBrowser()]);
  page = await openPage(browser.context);
  await page.goto(`${relay.url}/?example`);
  await page.getByRole('link', { name: words.shell.meetings }).first().waitFor();
  await goTo(page, '/spotkania/example-meeting-2/lista');
  await openList(page);
});

afterAll(async () => {
  await browser?.close();
  await relay?.close();
});

interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

async function boxOf(element: Locator): Promise<Box> {
  const box = await element.boundingBox();
  if (box === null) throw new Error('not on the screen');
  return box;
}

function overlap(a: Box, b: Box): boolean {
  return a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height;
}

const toast = (): Locator => page.getByRole('status').filter({ hasText: words.common.undo });

describe.each([
  { width: 360, height: 740 },
  { width: 820, height: 1180 },
  { width: 1180, height: 820 },
])('$width x $height', (size) => {
  test.each(['the top', 'the middle', 'the bottom'])('the row tapped at %s stays in sight', async (where) => {
    await page.setViewportSize(size);
    const row = page.locator('[data-person]').nth(9);
    const block = where === 'the top' ? 'start' : where === 'the middle' ? 'center' : 'end';
    await row.evaluate(
      (element, to) => element.scrollIntoView({ block: to }),
      block as ScrollLogicalPosition,
    );
    // Above the bar at the bottom of a phone, where it can be tapped.
    if (block === 'end' && size.width < 600) await page.evaluate(() => scrollBy(0, 72));
    await row.getByRole('button').first().click();
    const shown = toast().locator(':scope > div');
    await shown.waitFor();
    await shown.evaluate((element) => Promise.all(element.getAnimations().map((each) => each.finished)));

    const box = await boxOf(shown);
    expect(overlap(box, await boxOf(row))).toBe(false);
    expect(box.y).toBeGreaterThanOrEqual(0);
    expect(box.y + box.height).toBeLessThanOrEqual(size.height);

    await toast().getByRole('button', { name: words.common.undo }).click();
    await shown.waitFor({ state: 'detached' });
  });
});
