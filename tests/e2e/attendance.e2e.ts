// Taking attendance under what really happens: with the keyboard alone, with a tablet passed round, in two tabs, on two
// tablets at once, and on a device whose disk is full.

import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { catalogue as words } from '../../src/ui/i18n/pl/catalogue.ts';
import { type RunningBrowser, startBrowser } from './browser.ts';
import { drawSignature, markPresent, openList, presenceButton, rowOf, waitForTick } from './listSteps.ts';
import { type Relay, startRelay } from './relay.ts';
import { readList } from './shownList.ts';

declare global {
  interface Window {
    /** The browser's own writing, while its disk is said to be full. */
    /** How the browser itself adds and puts. */
    roomy?: Partial<Record<'add' | 'put', PropertyDescriptor>>;
  }
}

const TABLET = { width: 1180, height: 820 };
const LIST = '/spotkania/example-meeting-2/lista';
const list = words.attendance;
const PIN = '2580';

let relay: Relay;
let browser: RunningBrowser;
let page: Page;

beforeAll(async () => {
  [relay, browser] = await Promise.all([startRelay(), startBrowser()]);
});

afterAll(async () => {
  await browser?.close();
  await relay?.close();
});

/** A device of its own with the sample's list open. */
beforeEach(async () => {
  const owner = browser.context.browser();
  if (owner === null) throw new Error('no browser');
  const context = await owner.newContext({ locale: 'pl-PL', viewport: TABLET, reducedMotion: 'reduce' });
  page = await context.newPage();
  page.setDefaultTimeout(20_000);
  await page.goto(`${relay.url}/?example`);
  await page.getByRole('link', { name: words.today.openAttendance }).click();
  await openList(page);
});

afterEach(() => page.context().close());

/** The browser's own answer when the disk is full. (Its limit of space for a site cannot be set from outside any more.) */
async function setDiskFull(on: Page, isFull: boolean): Promise<void> {
  await on.evaluate((full) => {
    const roomy = (window.roomy ??= {});
    const refuse = (): never => {
      throw new DOMException('The quota has been exceeded.', 'QuotaExceededError');
    };
    for (const name of ['add', 'put'] as const) {
      const own = (roomy[name] ??= Object.getOwnPropertyDescriptor(IDBObjectStore.prototype, name) ?? {});
      Object.defineProperty(IDBObjectStore.prototype, name, full ? { ...own, value: refuse } : own);
    }
  }, isFull);
}

async function firstNames(count: number): Promise<readonly string[]> {
  return (await readList(page)).slice(0, count).map((row) => row.name);
}

test('the attendance job is done with the keyboard alone', async () => {
  const [first = '', second = ''] = await firstNames(2);
  await page.getByRole('searchbox', { name: list.searchLabel }).focus();
  await page.keyboard.press('Escape');
  await presenceButton(page, first).focus();
  await page.keyboard.press('Enter');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Space');
  await waitForTick(page, second, 'device');
  // Tab goes on inside the row, to its signature.
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  const dialog = page.getByRole('dialog', { name: second });
  await dialog.getByRole('button', { name: words.signing.cannotDraw }).focus();
  await page.keyboard.press('Enter');
  await dialog.getByRole('radio').first().focus();
  await page.keyboard.press('Space');
  await dialog.getByRole('button', { name: words.signing.confirmWithout }).focus();
  await page.keyboard.press('Enter');
  await dialog.waitFor({ state: 'detached' });
  await rowOf(page, second).getByText(list.confirmedWithout).waitFor();
  // Somebody new, by the search that / opens.
  await page.keyboard.press('/');
  await page.keyboard.type('Wanda Gość');
  await page.keyboard.press('Enter');
  await page.getByRole('dialog', { name: list.addPerson }).waitFor();
  await page.keyboard.press('Enter');
  await rowOf(page, 'Wanda Gość').waitFor();
  await page.getByRole('button', { name: list.closeList }).focus();
  await page.keyboard.press('Enter');
  const closing = page.getByRole('dialog', { name: list.closing.title });
  await closing.getByRole('textbox', { name: list.closing.by }).focus();
  await page.keyboard.press('Control+A');
  await page.keyboard.type('Barbara Zielińska');
  await closing.getByRole('button', { name: list.closeList }).focus();
  await page.keyboard.press('Enter');
  await page.getByText(list.seal.closed, { exact: true }).waitFor();
  const rows = await readList(page);
  expect(rows.filter((row) => row.isPresent).map((row) => row.name)).toEqual(
    expect.arrayContaining([first, second, 'Wanda Gość']),
  );
});

test('an empty signature is refused, and what was drawn outlives a reload and a turned tablet', async () => {
  const [name = ''] = await firstNames(1);
  await markPresent(page, name);
  const open = () =>
    rowOf(page, name)
      .getByRole('button', { name: `${list.sign}: ${name}` })
      .click();
  await open();
  const dialog = page.getByRole('dialog', { name });
  await dialog.getByRole('button', { name: words.signing.done, exact: true }).click();
  await dialog.getByText(words.signing.refused.empty).waitFor();
  await drawSignature(page, name, 3);
  const ink = dialog
    .getByRole('img', { name: words.signing.areaOf(name) })
    .locator('path')
    .first();
  const drawn = await ink.getAttribute('d');
  expect(drawn?.split('M').length).toBe(4);
  await page.setViewportSize({ width: 820, height: 1180 });
  expect(await ink.getAttribute('d')).toBe(drawn);
  await page.reload();
  await open();
  await expect.poll(() => ink.getAttribute('d')).toBe(drawn);
});

describe('the tablet that is passed round', () => {
  beforeEach(async () => {
    await page.getByRole('link', { name: list.selfSigning }).click();
    await page.getByLabel(words.signing.pinSet).fill(PIN);
    await page.getByLabel(words.signing.pinAgain).fill(PIN);
    await page.getByRole('button', { name: words.signing.start }).click();
    await page.getByText(words.signing.readyTitle).waitFor();
  });

  test('shows one person and nothing of anybody else', async () => {
    await page.getByRole('button', { name: words.signing.begin }).click();
    await page.getByLabel(words.signing.findLabel).fill('lis');
    const found = page.getByRole('group', { name: words.signing.foundList }).getByRole('button');
    await found.first().click();
    await page.getByRole('img', { name: words.signing.areaOf('Bogdan Lis') }).waitFor();
    const text = (await page.locator('body').textContent()) ?? '';
    expect(text).not.toMatch(/Wiśniewska|Zając|Kowal|@|\d{3}[ -]\d{3}[ -]\d{3}/);
    await drawSignature(page, 'Bogdan Lis', 2);
    await page.getByRole('button', { name: words.signing.done, exact: true }).click();
    await page.getByText(words.signing.thanks).waitFor();
    expect(await page.locator('body').textContent()).not.toContain('Bogdan');
  });

  test('is not left by reload, by going back or by another address, but with the PIN', async () => {
    await page.reload();
    await page.getByText(words.signing.readyTitle).waitFor();
    await page.goBack();
    await page.getByText(words.signing.readyTitle).waitFor();
    await page.goto(`${relay.url}/partnerzy`);
    await page.getByText(words.signing.readyTitle).waitFor();
    const leave = page.getByRole('button', { name: words.signing.finish });
    await leave.click();
    const dialog = page.getByRole('dialog', { name: words.signing.pinTitle });
    await dialog.getByLabel(words.signing.pin, { exact: true }).fill('0000');
    await dialog.getByRole('button', { name: words.signing.pinLeave }).click();
    await dialog.getByText(words.signing.pinWrong).waitFor();
    await dialog.getByLabel(words.signing.pin, { exact: true }).fill(PIN);
    await dialog.getByRole('button', { name: words.signing.pinLeave }).click();
    await page.getByRole('table', { name: list.title }).waitFor();
  });
});

test('two tabs never show different states for long', async () => {
  const [name = ''] = await firstNames(1);
  const other = await page.context().newPage();
  await other.goto(relay.url + LIST);
  await presenceButton(other, name).waitFor();
  await markPresent(page, name);
  await rowOf(other, name).getByRole('button', { pressed: true }).waitFor();
  await presenceButton(other, name).click();
  await rowOf(page, name)
    .getByRole('button', { pressed: false, name: /^Obecn/ })
    .waitFor();
});

test('[G6] a full disk is told, loses nothing that is on the screen, and is stored once there is room', async () => {
  const [first = '', second = ''] = await firstNames(2);
  await setDiskFull(page, true);
  await presenceButton(page, first).click();
  await presenceButton(page, second).click();
  await page.getByText(words.problems.storage.full).first().waitFor();
  expect((await readList(page)).slice(0, 2).map((row) => row.isPresent)).toEqual([true, true]);
  await setDiskFull(page, false);
  await page.getByRole('button', { name: words.common.retry }).click();
  await waitForTick(page, first, 'device');
  await page.reload();
  expect((await readList(page)).slice(0, 2).map((row) => row.isPresent)).toEqual([true, true]);
});
