// A copy of everything, brought in on an empty device and once more: what is there afterwards, and what is said of it.

import { readFile } from 'node:fs/promises';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { catalogue as words } from '../../src/ui/i18n/pl/catalogue.ts';
import { type RunningBrowser, startBrowser } from './browser.ts';
import { beginPartnership, bringInBackup, goTo, openPage } from './librarianSteps.ts';
import { type Relay, startRelay } from './relay.ts';

let relay: Relay;
let tablet: RunningBrowser;
let computer: RunningBrowser;

beforeAll(async () => {
  [relay, tablet, computer] = await Promise.all([startRelay(), startBrowser(), startBrowser()]);
});

afterAll(async () => {
  await Promise.all([tablet?.close(), computer?.close()]);
  await relay?.close();
});

async function saveBackup(page: Page): Promise<Uint8Array> {
  await goTo(page, '/ustawienia');
  const [file] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: words.settings.exportAll }).click(),
  ]);
  return new Uint8Array(await readFile(await file.path()));
}

test('a copy brought in on an empty device says how much it brought, though the app’s places appear with it', async () => {
  const page = await openPage(tablet.context);
  await page.goto(relay.url);
  const name = 'Stare Pole razem';
  await beginPartnership(page, { name, library: 'Gminna Biblioteka Publiczna', person: 'Barbara Zielińska' });
  const file = await saveBackup(page);

  const empty = await openPage(computer.context);
  await empty.goto(relay.url);
  await empty.getByRole('link', { name: words.today.beginHere }).waitFor();
  await goTo(empty, '/ustawienia');
  // Waits for the words, and for the places.
  await bringInBackup(empty, file, 2);
  await goTo(empty, '/partnerstwo');
  expect(await empty.getByLabel(words.partnership.name).inputValue()).toBe(name);

  await goTo(empty, '/ustawienia');
  await bringInBackup(empty, file, 2);
  await goTo(empty, '/partnerstwo');
  expect(
    await empty.getByRole('region', { name: words.partnership.onDevice }).getByRole('listitem').count(),
  ).toBe(1);
});

test('a file that is no copy is refused beside the button, and stays refused to the eye', async () => {
  const [page] = computer.context.pages();
  if (page === undefined) throw new Error('no page');
  await goTo(page, '/ustawienia');
  await page.getByLabel(words.settings.importBackup).setInputFiles({
    name: 'zdjecie.json',
    mimeType: 'application/json',
    buffer: Buffer.from('{"format":"inny"}'),
  });
  await page
    .getByRole('region', { name: words.settings.data })
    .getByText(words.settings.notABackup)
    .waitFor();
});
