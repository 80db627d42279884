// Erasing a person from the partners' screen: said in plain words, confirmed once more, refused without the server, and then
// gone from both devices.

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
  joinByLink,
  openPage,
  planMeeting,
  takeList,
  waitUntilSafe,
} from './librarianSteps.ts';
import { type Relay, startRelay } from './relay.ts';

const LIST = join(import.meta.dirname, '../rooms/partnership/importList/lists/invitees-utf8.csv');
const texts = words.partnership.erasing;

let relay: Relay;
let left: RunningBrowser;
let right: RunningBrowser;
let one: Page;
let two: Page;

beforeAll(async () => {
  [relay, left, right] = await Promise.all([startRelay(), startBrowser(), startBrowser()]);
  one = await openPage(left.context);
  two = await openPage(right.context);
  await joinByLink(one, relay.firstLink, 'Barbara Zielińska');
  await one.getByText(words.identity.joinedProgramme).waitFor();
  await goTo(one, '/');
  await beginPartnership(one, { name: 'Bez nazwiska', library: 'Biblioteka', person: 'Barbara Zielińska' });
  await planMeeting(one, new Date().toISOString().slice(0, 10));
  await goTo(one, `${new URL(one.url()).pathname}/wczytaj`);
  await chooseList(one, LIST);
  await takeList(one, 18);
  await waitUntilSafe(one);
  await joinByLink(two, await invite(one, 'facilitator'), 'Adam Animator');
  await two.getByRole('navigation', { name: words.shell.places }).waitFor();
  for (const page of [one, two]) {
    await goTo(page, '/partnerzy');
    await page.getByRole('button', { name: 'Anna Wiśniewska', exact: true }).waitFor();
  }
});

afterAll(async () => {
  await Promise.all([left?.close(), right?.close()]);
  await relay?.close();
});

test('[G8] a person is erased in two steps, and gone from the other device too', async () => {
  const shown = one.getByRole('button', { name: 'Anna Wiśniewska', exact: true });
  await shown.click();
  await one.getByRole('button', { name: texts.offer }).click();
  await one.getByText(texts.goes).waitFor();
  // A first step is no erasing.
  expect(await two.getByRole('button', { name: 'Anna Wiśniewska', exact: true }).count()).toBe(1);
  await one.getByRole('button', { name: texts.confirm }).click();
  await one.getByText(texts.done).waitFor();
  for (const page of [one, two])
    await page
      .getByRole('button', { name: 'Anna Wiśniewska', exact: true })
      .waitFor({ state: 'detached', timeout: 20_000 });
  await waitUntilSafe(one);
});

test('[G8] without the server nothing is erased, and the reason stands at its place', async () => {
  await relay.kill();
  await one.getByRole('button', { name: 'Bogdan Lis', exact: true }).click();
  await one.getByRole('button', { name: texts.offer }).click();
  await one.getByRole('button', { name: texts.confirm }).click();
  await one.getByText(texts.failed.offline).waitFor();
});
