// The main job from end to end: two devices joined by real links, the server killed, attendance taken without it, the
// browser killed right after the last tick, the list closed, the server back, the same list on the other device.

import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
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
  waitForWorker,
  waitUntilSafe,
} from './librarianSteps.ts';
import {
  addWalkIn,
  closeList,
  markPresent,
  openList,
  readFingerprint,
  sign,
  waitForTick,
} from './listSteps.ts';
import { type Relay, startRelay } from './relay.ts';
import { contentOf, readList } from './shownList.ts';

const LIST = join(
  import.meta.dirname,
  '../rooms/partnership/importList/lists/invitees-excel-windows-1250.csv',
);
const WALK_INS = ['Wanda Gość', 'Żegota Przechodni'];
const SIGNED = 12;

let relay: Relay;
let profile = '';
let tablet: RunningBrowser;
let animator: RunningBrowser;

beforeAll(async () => {
  profile = await mkdtemp(join(tmpdir(), 'wspolnie-tablet-'));
  [relay, tablet, animator] = await Promise.all([startRelay(), startBrowser({ profile }), startBrowser()]);
});

afterAll(async () => {
  await Promise.all([tablet?.close(), animator?.close()]);
  await relay?.close();
  await rm(profile, { recursive: true, force: true, maxRetries: 5 });
});

async function namesInFile(): Promise<readonly string[]> {
  const text = new TextDecoder('windows-1250').decode(await readFile(LIST));
  return text
    .split(/\r?\n/)
    .slice(1)
    .flatMap((line) => line.split(';', 1).filter(Boolean));
}

/** Strokes of the nth signature: they differ, so that one cannot stand for another. */
const strokesOf = (index: number): number => 1 + (index % 3);

async function openTheList(page: Page): Promise<void> {
  await page.goto(new URL(page.url()).origin);
  await page.getByRole('link', { name: words.today.openAttendance }).click();
}

test('[G1] [G2] a list taken without a server survives a killed browser and reaches the other device as it was sealed', async () => {
  const names = await namesInFile();
  expect(names).toHaveLength(18);

  // Two devices, joined while there is a server.
  const before = await openPage(tablet.context);
  await joinByLink(before, relay.firstLink, 'Barbara Zielińska');
  await before.getByText(words.identity.joinedProgramme).waitFor();
  await goTo(before, '/');
  await beginPartnership(before, {
    name: 'Stare Pole razem',
    library: 'Gminna Biblioteka Publiczna w Starym Polu',
    person: 'Barbara Zielińska',
  });
  await planMeeting(before, new Date().toISOString().slice(0, 10));
  await waitUntilSafe(before);
  const link = await invite(before, 'facilitator');
  const other = await openPage(animator.context);
  await joinByLink(other, link, 'Adam Animator');
  await other.getByRole('navigation', { name: words.shell.places }).waitFor();
  await Promise.all([waitForWorker(before), waitForWorker(other)]);

  // In the hall: no server any more. The tablet starts from its service worker.
  await relay.kill();
  await before.goto(`${relay.url}/`);
  await before.getByRole('link', { name: words.today.bringIn }).click();
  await chooseList(before, LIST);
  await takeList(before, names.length);
  await openTheList(before);
  await openList(before);
  for (const name of names) await markPresent(before, name);
  for (const [index, name] of names.slice(0, SIGNED).entries()) await sign(before, name, strokesOf(index));
  for (const name of WALK_INS) await addWalkIn(before, name);
  const last = WALK_INS.at(-1) ?? '';
  await waitForTick(before, last, 'device');
  const listAddress = before.url();
  const shown = contentOf(await readList(before));
  await tablet.kill();

  // Switched on again.
  tablet = await startBrowser({ profile });
  const after = await openPage(tablet.context);
  await after.goto(listAddress);
  const found = await readList(after);
  expect(contentOf(found)).toEqual(shown);
  expect(new Set(found.map((row) => row.name))).toEqual(new Set([...names, ...WALK_INS]));
  expect(found.every((row) => row.isPresent && row.tick === words.ticks.device)).toBe(true);
  expect(names.slice(0, SIGNED).map((name) => found.find((row) => row.name === name)?.strokes)).toEqual(
    names.slice(0, SIGNED).map((_name, index) => strokesOf(index)),
  );
  expect(found.filter((row) => row.strokes > 0)).toHaveLength(SIGNED);
  const fingerprint = await closeList(after, 'Barbara Zielińska');
  expect(fingerprint).toMatch(/^\S+/);

  // Back in range.
  await relay.start();
  await goTo(after, '/wysylka');
  await after.getByRole('button', { name: words.sending.sendNow }).click();
  await waitUntilSafe(after);
  await other.goto(listAddress);
  expect(await readFingerprint(other)).toBe(fingerprint);
  const received = await readList(other);
  await after.goto(listAddress);
  expect(await readFingerprint(after)).toBe(fingerprint);
  const sent = await readList(after);
  expect(contentOf(received)).toEqual(contentOf(sent));
  expect(sent.map(({ name, strokes, path }) => ({ name, strokes, path }))).toEqual(
    shown.map(({ name, strokes, path }) => ({ name, strokes, path })),
  );
  for (const row of [...received, ...sent]) expect(row).toMatchObject({ tick: words.ticks.server });
});
