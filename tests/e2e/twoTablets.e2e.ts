// Two tablets at two doors, on the same list at the same time: what one marks the other shows, and both end with the same
// list, also after one of them was without the server.

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
import { addWalkIn, markPresent, openList, presenceButton, rowOf, waitForTick } from './listSteps.ts';
import { type Relay, startRelay } from './relay.ts';
import { contentOf, readList } from './shownList.ts';

const LIST = join(import.meta.dirname, '../rooms/partnership/importList/lists/invitees-utf8.csv');

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
  await beginPartnership(one, { name: 'Dwoje drzwi', library: 'Biblioteka', person: 'Barbara Zielińska' });
  await planMeeting(one, new Date().toISOString().slice(0, 10));
  const meeting = one.url();
  await goTo(one, `${new URL(meeting).pathname}/wczytaj`);
  await chooseList(one, LIST);
  await takeList(one, 18);
  await goTo(one, `${new URL(meeting).pathname}/lista`);
  await openList(one);
  const list = one.url();
  await waitUntilSafe(one);
  const link = await invite(one, 'facilitator');
  await joinByLink(two, link, 'Adam Animator');
  await two.getByRole('navigation', { name: words.shell.places }).waitFor();
  await one.goto(list);
  await two.goto(list);
  await Promise.all(
    [one, two].map((page) => presenceButton(page, 'Anna Wiśniewska').waitFor({ state: 'attached' })),
  );
});

afterAll(async () => {
  await Promise.all([left?.close(), right?.close()]);
  await relay?.close();
});

async function expectSameList(): Promise<void> {
  await expect
    .poll(async () => contentOf(await readList(one)), { timeout: 20_000 })
    .toEqual(contentOf(await readList(two)));
}

test('[G4] what two tablets mark at the same time stands on both, with two ticks', async () => {
  await Promise.all([
    markPresent(one, 'Anna Wiśniewska').then(() => markPresent(one, 'Celina Maj')),
    markPresent(two, 'Bogdan Lis')
      .then(() => markPresent(two, 'Daniel Kowal'))
      .then(() => addWalkIn(two, 'Wanda Gość')),
  ]);
  for (const page of [one, two])
    for (const name of ['Anna Wiśniewska', 'Bogdan Lis', 'Celina Maj', 'Daniel Kowal', 'Wanda Gość']) {
      await rowOf(page, name).getByRole('button', { pressed: true }).waitFor();
      await waitForTick(page, name, 'server');
    }
  await expectSameList();
});

test('[G4] the same person marked at both doors without the server is one row afterwards', async () => {
  await relay.kill();
  await markPresent(one, 'Robert Król');
  await markPresent(two, 'Robert Król');
  await markPresent(two, 'Olga Jędrych');
  await waitForTick(two, 'Olga Jędrych', 'device');
  await relay.start();
  for (const page of [one, two]) await page.reload();
  for (const page of [one, two])
    for (const name of ['Robert Król', 'Olga Jędrych']) await waitForTick(page, name, 'server');
  await expectSameList();
  expect((await readList(one)).filter((row) => row.name === 'Robert Król')).toHaveLength(1);
});
