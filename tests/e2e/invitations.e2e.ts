// Invitations that do not let anybody in, each with its own words: out of date, taken back, used up, mistyped. Who is refused
// gets nothing, and may try another one.

import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { catalogue as words } from '../../src/ui/i18n/pl/catalogue.ts';
import { type RunningBrowser, startBrowser } from './browser.ts';
import {
  beginPartnership,
  goTo,
  join,
  joinByLink,
  makeInvitation,
  openPage,
  waitUntilSafe,
} from './librarianSteps.ts';
import { type Relay, startRelay } from './relay.ts';

const texts = words.sending.invitation;
const DAY_MS = 86_400_000;

let relay: Relay;
let browser: RunningBrowser;
let librarian: Page;

beforeAll(async () => {
  [relay, browser] = await Promise.all([startRelay(), startBrowser()]);
  librarian = await openPage(browser.context);
  await joinByLink(librarian, relay.firstLink, 'Barbara Zielińska');
  await librarian.getByText(words.identity.joinedProgramme).waitFor();
  await goTo(librarian, '/');
  await beginPartnership(librarian, {
    name: 'Stare Pole razem',
    library: 'Gminna Biblioteka Publiczna',
    person: 'Barbara Zielińska',
  });
  await waitUntilSafe(librarian);
});

afterAll(async () => {
  await browser?.close();
  await relay?.close();
});

/** A phone that has never been here. */
async function newPhone(): Promise<Page> {
  const owner = browser.context.browser();
  if (owner === null) throw new Error('no browser');
  const context = await owner.newContext({ locale: 'pl-PL', viewport: { width: 360, height: 740 } });
  const page = await context.newPage();
  page.setDefaultTimeout(20_000);
  return page;
}

/** Tries to join by a link; resolves when these words are told, and nothing was let in. */
async function expectRefused(page: Page, link: string, told: string): Promise<void> {
  await joinByLink(page, link, 'Celina Maj');
  await page.getByText(told).first().waitFor();
  const others = [texts.expired, texts.usedUp, texts.revoked, texts.unknown].filter((text) => text !== told);
  for (const other of others) expect(await page.getByText(other).count()).toBe(0);
  await page.goto(relay.url);
  await page.getByRole('link', { name: words.today.beginHere }).waitFor();
  await goTo(page, '/dostep');
  expect(await page.getByText('Barbara Zielińska').count()).toBe(0);
}

async function joins(page: Page): Promise<void> {
  await page.getByRole('navigation', { name: words.shell.places }).waitFor();
}

test('[G7] an invitation that is out of date by the server’s clock is refused as such', async () => {
  const tablet = await newPhone();
  await joinByLink(tablet, (await makeInvitation(librarian, 'librarian')).link, 'Daniel Kowal');
  await joins(tablet);
  // Made ten days ago, for seven.
  await tablet.clock.setFixedTime(Date.now() - 10 * DAY_MS);
  const { link } = await makeInvitation(tablet, 'facilitator');
  await tablet.context().close();

  const phone = await newPhone();
  await phone.goto(link);
  await phone.getByText(words.identity.looksExpired).waitFor();
  await expectRefused(phone, link, texts.expired);
  await phone.context().close();
});

test('[G7] an invitation that was taken back is refused as such, by its link and by its code', async () => {
  const { link, code } = await makeInvitation(librarian, 'facilitator');
  await librarian.getByRole('button', { name: words.identity.revoke }).first().click();
  await librarian.getByText(words.identity.revoked).waitFor();
  const phone = await newPhone();
  await expectRefused(phone, link, texts.revoked);
  await goTo(phone, '/dolacz');
  await phone.getByRole('textbox', { name: words.identity.code }).fill(code);
  await phone.getByRole('button', { name: words.common.next }).click();
  await join(phone, 'Celina Maj');
  await phone.getByText(texts.revoked).first().waitFor();
  await phone.context().close();
});

test('[G7] an invitation for one device lets one in and refuses the second; the first may use its link again', async () => {
  const { link } = await makeInvitation(librarian, 'facilitator');
  const [first, second] = [await newPhone(), await newPhone()];
  await joinByLink(first, link, 'Adam Animator');
  await joins(first);
  await expectRefused(second, link, texts.usedUp);
  await joinByLink(first, link, 'Adam Animator');
  await joins(first);
  await first.context().close();
  await second.context().close();
});

test('a slip in a code is told without the server; the right one lets in, whatever its case and spaces', async () => {
  const { code } = await makeInvitation(librarian, 'facilitator');
  const phone = await newPhone();
  await phone.goto(`${relay.url}/dolacz`);
  const asked: string[] = [];
  phone.on('request', (request) => {
    if (request.method() === 'POST') asked.push(request.url());
  });
  const type = async (text: string): Promise<void> => {
    await phone.getByRole('textbox', { name: words.identity.code }).fill(text);
    await phone.getByRole('button', { name: words.common.next }).click();
  };
  await type(code.replace(/.$/, (last) => (last === '7' ? '8' : '7')));
  await phone.getByText(texts.mistyped).waitFor();
  await type('kod wisi w bibliotece');
  await phone.getByText(texts.malformed).waitFor();
  expect(asked).toEqual([]);

  await type(` ${code.toLowerCase().replace('-', ' ')} `);
  await join(phone, 'Celina Maj');
  await joins(phone);
  await phone.context().close();
});
