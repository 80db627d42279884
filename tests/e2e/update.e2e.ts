// A second build of the app is served: it is told, it never opens the page anew by itself, not under something unsaved, and
// the page that has not switched goes on with all its parts.

import { spawnSync } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { catalogue as words } from '../../src/ui/i18n/pl/catalogue.ts';
import { type RunningBrowser, startBrowser } from './browser.ts';
import { openPage, waitForWorker } from './librarianSteps.ts';
import { type Relay, startRelay } from './relay.ts';

const VERSION = '99.0.0+newer';
const root = join(import.meta.dirname, '../..');

let relay: Relay;
let browser: RunningBrowser;
let page: Page;
let newer = '';

beforeAll(async () => {
  newer = await mkdtemp(join(tmpdir(), 'wspolnie-newer-'));
  const vite = join(root, 'node_modules/vite/bin/vite.js');
  const built = spawnSync(process.execPath, [vite, 'build', '--outDir', newer, '--logLevel', 'error'], {
    cwd: root,
    env: { ...process.env, NODE_ENV: 'production', APP_VERSION: VERSION },
    encoding: 'utf8',
  });
  if (built.status !== 0) throw new Error(`the second build failed:\n${built.stderr}`);
  [relay, browser] = await Promise.all([startRelay(), startBrowser()]);
  page = await openPage(browser.context);
});

afterAll(async () => {
  await browser?.close();
  await relay?.close();
  await rm(newer, { recursive: true, force: true });
});

test('a newer version is told, waits while something is typed, and comes with the tap', async () => {
  await page.goto(`${relay.url}/?example`);
  await page.getByRole('link', { name: words.today.openAttendance }).waitFor();
  await waitForWorker(page);
  await page.reload();
  await page.getByRole('link', { name: words.today.openAttendance }).waitFor();
  await page.evaluate(() => void (document.body.dataset['opened'] = 'once'));

  await relay.kill();
  await relay.start(newer);
  await page.getByRole('link', { name: words.shell.settings }).click();
  await page.getByRole('button', { name: words.settings.checkUpdate }).click();
  await page.getByText(words.shell.updateReady).waitFor();
  const field = page.getByRole('textbox', { name: words.settings.deviceName });
  await field.fill('Tablet biblioteki');
  // A tap would take the focus out of the field; a keyboard's shortcut or another tab does not.
  await page
    .getByRole('button', { name: words.shell.updateNow })
    .evaluate((button: HTMLElement) => button.click());
  await page.getByText(words.shell.updateWaits).waitFor();
  expect(await page.evaluate(() => document.body.dataset['opened'])).toBe('once');
  expect(await field.inputValue()).toBe('Tablet biblioteki');
  // The old page still finds all its parts.
  await page.getByRole('link', { name: words.shell.people }).click();
  await page.getByRole('heading', { level: 1, name: words.partnership.partners }).waitFor();
  expect(await page.evaluate(() => document.body.dataset['opened'])).toBe('once');

  await page.getByRole('button', { name: words.shell.updateNow }).click();
  await page.waitForFunction(() => document.body.dataset['opened'] === undefined);
  await page.getByRole('link', { name: words.shell.settings }).click();
  await page.getByText(words.settings.version(VERSION)).waitFor();
});
