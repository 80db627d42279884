// "Podpisują sami": the whole round by keyboard alone, each step without a broken rule of accessibility, light and dark, and
// without other people's data on the screen.

import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { catalogue as words } from '../../src/ui/i18n/pl/catalogue.ts';
import { expectAccessible } from './axe.ts';
import { type RunningBrowser, startBrowser } from './browser.ts';
import { goTo, openPage } from './librarianSteps.ts';
import { openList, rowOf } from './listSteps.ts';
import { type Relay, startRelay } from './relay.ts';

const texts = words.signing;
const PIN = '2580';
const LIST = '/spotkania/example-meeting-2/lista';
const KIOSK = '/spotkania/example-meeting-2/podpisy';

let relay: Relay;
let browser: RunningBrowser;
let page: Page;

beforeAll(async () => {
  [relay, browser] = await Promise.all([startRelay(), startBrowser()]);
  page = await openPage(browser.context);
  await page.emulateMedia({ reducedMotion: 'reduce' });
  await page.goto(`${relay.url}/?example`);
  await page.getByRole('heading', { level: 1 }).waitFor();
  await goTo(page, LIST);
  await openList(page);
  await goTo(page, KIOSK);
});

afterAll(async () => {
  await browser?.close();
  await relay?.close();
});

/** What the focus is on: its accessible name, as far as a name of words goes. */
async function focused(): Promise<string> {
  return page.evaluate(() => {
    const element = document.activeElement;
    if (!(element instanceof HTMLElement) || element === document.body) return '';
    const label = element instanceof HTMLInputElement ? element.labels?.[0] : element;
    return (label ?? element).textContent ?? '';
  });
}

/** Goes on with the Tab key until the focus is on something so named; never more often than there are stops. */
async function tabTo(name: string): Promise<void> {
  const seen: string[] = [];
  for (let stop = 0; stop < 30; stop += 1) {
    const here = await focused();
    if (here.includes(name)) return;
    seen.push(here);
    await page.keyboard.press('Tab');
  }
  throw new Error(`Tab never came to "${name}", only to: ${seen.join(' | ')}`);
}

async function press(name: string): Promise<void> {
  await tabTo(name);
  await page.keyboard.press('Enter');
}

/** The focus is brought to the first reason, since the button that was pressed is gone. */
async function confirmWithout(): Promise<void> {
  await expect.poll(focused).toContain(texts.reasons.cannotDraw);
  await page.keyboard.press('Space');
  await press(texts.confirmWithout);
}

test('the tablet is prepared, signed on by somebody who cannot draw and by a newcomer, and taken back, by keyboard alone', async () => {
  await page.getByLabel(texts.pinAgain).waitFor();
  await expectAccessible(page, 'PIN');
  await tabTo(texts.pinSet);
  await page.keyboard.type(PIN);
  await tabTo(texts.pinAgain);
  await page.keyboard.type(PIN);
  await page.keyboard.press('Enter');

  await page.getByRole('heading', { name: texts.readyTitle }).waitFor();
  await expectAccessible(page, 'start');
  await press(texts.begin);

  // The field has the focus: a surname is typed at once.
  await page.getByLabel(texts.findLabel).waitFor();
  expect(await focused()).toContain(texts.findLabel);
  await page.keyboard.type('wisn');
  await page.getByRole('group', { name: texts.foundList }).waitFor();
  await expectAccessible(page, 'finding oneself');
  expect(await page.getByText('Bogdan Lis').count()).toBe(0);
  await press('Anna Wiśniewska');

  await page.getByRole('heading', { name: 'Anna Wiśniewska' }).waitFor();
  await page.getByRole('img', { name: texts.areaOf('Anna Wiśniewska') }).waitFor();
  await expectAccessible(page, 'signing');
  await press(texts.done);
  await page.getByText(texts.refused.empty).waitFor();
  await expectAccessible(page, 'an empty signature');
  await press(texts.cannotDraw);
  await expectAccessible(page, 'confirming without a signature');
  await confirmWithout();
  await page.getByText(texts.thanks).waitFor();
  await page.getByRole('heading', { name: texts.readyTitle }).waitFor();

  await press(texts.begin);
  await page.getByLabel(texts.findLabel).waitFor();
  // For the second person as for the first.
  expect(await focused()).toContain(texts.findLabel);
  await press(texts.notListed);
  await page.getByRole('heading', { name: texts.newcomerTitle }).waitFor();
  await expectAccessible(page, 'a newcomer');
  await page.keyboard.type('Wanda Gość');
  await page.keyboard.press('Enter');
  await page.getByRole('heading', { name: 'Wanda Gość' }).waitFor();
  await press(texts.cannotDraw);
  await confirmWithout();
  await page.getByText(texts.thanks).waitFor();
  await page.getByRole('heading', { name: texts.readyTitle }).waitFor();

  await press(texts.finish);
  const dialog = page.getByRole('dialog', { name: texts.pinTitle });
  await dialog.waitFor();
  await page.keyboard.type('0000');
  await page.keyboard.press('Enter');
  await dialog.getByText(texts.pinWrong).waitFor();
  await expectAccessible(page, 'leaving');
  await page.keyboard.press('Escape');
  await dialog.waitFor({ state: 'detached' });
  await page.getByRole('heading', { name: texts.readyTitle }).waitFor();
  await press(texts.finish);
  await dialog.waitFor();
  await page.keyboard.type(PIN);
  await page.keyboard.press('Enter');

  for (const name of ['Anna Wiśniewska', 'Wanda Gość'])
    await rowOf(page, name).getByRole('button', { pressed: true }).waitFor();
});
