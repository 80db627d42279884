// Bringing an invitation list in: the three files libraries really have, twice each, and everything that is no list. Also
// the invitations to join that cannot be used.

import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { catalogue as words } from '../../src/ui/i18n/pl/catalogue.ts';
import { type RunningBrowser, startBrowser } from './browser.ts';
import {
  beginPartnership,
  chooseList,
  goTo,
  invite,
  join as joinNow,
  joinByLink,
  openPage,
  waitUntilSafe,
} from './librarianSteps.ts';
import { type Relay, startRelay } from './relay.ts';

const FOLDER = join(import.meta.dirname, '../rooms/partnership/importList/lists');
const texts = words.importing;

let relay: Relay;
let browser: RunningBrowser;
let page: Page;

beforeAll(async () => {
  [relay, browser] = await Promise.all([startRelay(), startBrowser()]);
  page = await openPage(browser.context);
  await joinByLink(page, relay.firstLink, 'Barbara Zielińska');
  await page.getByText(words.identity.joinedProgramme).waitFor();
  await goTo(page, '/');
  await beginPartnership(page, {
    name: 'Stare Pole razem',
    library: 'Gminna Biblioteka Publiczna',
    person: 'Barbara Zielińska',
  });
});

afterAll(async () => {
  await browser?.close();
  await relay?.close();
});

/** Without a meeting to invite to, the people are added to the partners. */
async function take(button: string): Promise<void> {
  await page.getByRole('button', { name: button }).click();
  await page.getByRole('heading', { level: 1, name: words.partnership.partners }).waitFor();
}

async function refuse(file: { readonly name: string; readonly mimeType: string; readonly buffer: Buffer }) {
  await goTo(page, '/partnerzy/wczytaj');
  await page.getByLabel(texts.chooseFile, { exact: true }).setInputFiles(file);
}

test('the same eighteen people from three kinds of list, each twice, are eighteen people', async () => {
  await goTo(page, '/partnerzy/wczytaj');
  await chooseList(page, join(FOLDER, 'invitees-excel-windows-1250.csv'));
  await take(texts.take(18));
  const files = [
    'invitees-excel-windows-1250.csv',
    'invitees-utf8.csv',
    'invitees-utf8.csv',
    'invitees-pasted-from-email.txt',
    'invitees-pasted-from-email.txt',
  ];
  for (const file of files) {
    await goTo(page, '/partnerzy/wczytaj');
    await chooseList(page, join(FOLDER, file));
    await take(texts.take(0));
  }
  await page.getByText(words.common.people(18)).first().waitFor();
});

test('what is no list is refused with what to do, and the next file can be chosen at once', async () => {
  await refuse({
    name: 'x.csv',
    mimeType: 'text/csv',
    buffer: Buffer.from([0, 1, 2, 255, 254, 0, 7, 0, 0, 3]),
  });
  await page.getByText(texts.refused.binary).waitFor();
  await refuse({ name: 'pusty.csv', mimeType: 'text/csv', buffer: Buffer.alloc(0) });
  await page.getByText(texts.refused.empty).waitFor();
  const rows = Array.from({ length: 5_000 }, (_each, index) => `Jan Kowalski-${index};OSP`);
  await refuse({
    name: 'duza.csv',
    mimeType: 'text/csv',
    buffer: Buffer.from(`Imię i nazwisko;Instytucja\n${rows.join('\n')}`),
  });
  await page.getByText(texts.refused.tooManyRows(5_000)).waitFor();
});

test('markup, emoji, right-to-left text and names without end are text, told and correctable', async () => {
  await goTo(page, '/partnerzy/wczytaj');
  const pasted = [
    '<img src=x onerror="document.title=1">, OSP',
    'Ala 🌻 Nowak, Szkoła',
    'دانا خوري, Klub',
    `${'Długa '.repeat(60)}, Bank`,
  ];
  await page.getByRole('textbox', { name: texts.pasted }).fill(pasted.join('\n'));
  await page.getByRole('button', { name: texts.readPasted }).click();
  await page.getByRole('table', { name: texts.preview }).waitFor();
  await page.getByText('onerror').first().waitFor();
  await page.getByText('🌻').first().waitFor();
  expect(await page.locator('main img').count()).toBe(0);
  expect(await page.title()).not.toBe('1');
  await page.getByText(texts.unusable(1)).waitFor();
});

test('a mistyped, a used and a revoked invitation each say what they are, and what was typed stays', async () => {
  const link = await invite(page, 'facilitator');
  await waitUntilSafe(page);
  const owner = browser.context.browser();
  const guestContext = await owner?.newContext({ locale: 'pl-PL' });
  const guest = await guestContext?.newPage();
  if (guest === undefined) throw new Error('no page');
  await guest.goto(`${relay.url}/dolacz`);
  const code = guest.getByRole('textbox', { name: words.identity.code });
  await code.fill('7K3QF-9M2XE');
  await guest.getByRole('button', { name: words.common.next }).click();
  await guest.getByText(words.sending.invitation.mistyped).waitFor();
  expect(await code.inputValue()).toBe('7K3QF-9M2XE');
  await code.fill(link);
  await guest.getByRole('button', { name: words.common.next }).click();
  await joinNow(guest, 'Adam Animator');
  // The name of the partnership stands on the invitation already; its places come only with joining.
  await guest.getByRole('navigation', { name: words.shell.places }).waitFor();
  await guestContext?.close();

  const secondContext = await owner?.newContext({ locale: 'pl-PL' });
  const second = await secondContext?.newPage();
  if (second === undefined) throw new Error('no page');
  await joinByLink(second, link, 'Ewa Druga');
  await second.getByText(words.sending.invitation.usedUp).first().waitFor();
  expect(await second.getByRole('textbox', { name: words.identity.yourName }).inputValue()).toBe('Ewa Druga');
  await secondContext?.close();
});
