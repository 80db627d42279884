// Cycles against the device: edit on the attendance list, tick in the page, SIGKILL of the whole browser within 50 ms, the
// same profile opened again. Everything a tick was shown for must be on the list then.

import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import type { Page } from 'playwright-core';
import { catalogue as words } from '../../../src/ui/i18n/pl/catalogue.ts';
import { type RunningBrowser, startBrowser } from '../../e2e/browser.ts';
import { addWalkIn, drawSignature, openList, rowOf, waitForTick } from '../../e2e/listSteps.ts';
import { startRelay } from '../../e2e/relay.ts';
import { type ShownRow, readList } from '../../e2e/shownList.ts';
import type { CycleResult } from './relayCycles.ts';

const LATEST_KILL_MS = 50;
const LIST = '/spotkania/example-meeting-2/lista';
/** Shares of the edits: the rest are taps on the presence button. */
const SIGNATURES = 0.1;
const WALK_INS = 0.1;

/** What the list must say of a person. */
type Expected = ReadonlyMap<string, string>;

/** `random` yields numbers from 0 to 1; it decides what is edited and when the browser dies. */
export async function deviceCycles(
  cycles: number,
  random: () => number,
  tell: (done: number) => void,
): Promise<CycleResult> {
  const relay = await startRelay();
  const profile = await mkdtemp(join(tmpdir(), 'wspolnie-profile-'));
  let browser: RunningBrowser | undefined;
  let lost = 0;
  try {
    browser = await startBrowser({ profile });
    const first = await pageOf(browser);
    await first.goto(`${relay.url}/?example`);
    await first.getByRole('heading', { level: 1 }).waitFor();
    await first.goto(relay.url + LIST);
    await openList(first);
    await first.evaluate(() => navigator.serviceWorker.ready);
    let expected = expectedOf(await readList(first));
    await browser.close();

    for (let cycle = 0; cycle < cycles; cycle += 1) {
      browser = await startBrowser({ profile });
      const page = await pageOf(browser);
      await page.goto(relay.url + LIST);
      const before = await readList(page);
      lost += countLost(expected, before);
      expected = await edit(page, before, cycle, random);
      await wait(random() * LATEST_KILL_MS);
      await browser.kill();
      tell(cycle + 1);
    }
    browser = await startBrowser({ profile });
    const last = await pageOf(browser);
    await last.goto(relay.url + LIST);
    lost += countLost(expected, await readList(last));
    return { cycles, acknowledged: cycles, lost };
  } finally {
    await browser?.close();
    await relay.close();
    await rm(profile, { recursive: true, force: true, maxRetries: 5 });
  }
}

async function pageOf(browser: RunningBrowser): Promise<Page> {
  const page = browser.context.pages()[0] ?? (await browser.context.newPage());
  await page.setViewportSize({ width: 1180, height: 820 });
  return page;
}

/** One edit, up to its tick; returns what the list must say from now on. */
async function edit(
  page: Page,
  rows: readonly ShownRow[],
  cycle: number,
  random: () => number,
): Promise<Expected> {
  const kind = random();
  const pick = (from: readonly ShownRow[]): ShownRow | undefined => from[Math.floor(random() * from.length)];
  const signable = rows.filter((row) => row.isPresent && row.strokes === 0);
  const toSign = kind < SIGNATURES ? pick(signable) : undefined;
  if (toSign !== undefined) return signPerson(page, toSign.name, rows);
  if (kind > 1 - WALK_INS) return addPerson(page, `Gość Numer ${cycle}`, rows);
  // A walk-in whose mark is taken back leaves the list: nothing to compare.
  const unsigned = pick(rows.filter((row) => row.strokes === 0 && !row.isWalkIn));
  return unsigned === undefined
    ? addPerson(page, `Gość Numer ${cycle}`, rows)
    : tap(page, unsigned.name, rows);
}

/** Taps the presence button and waits inside the page, so that the kill comes as close to the tick as can be. */
async function tap(page: Page, name: string, rows: readonly ShownRow[]): Promise<Expected> {
  const button = rowOf(page, name).locator('button[aria-pressed]');
  const pressed = await button.evaluate(
    (element, stored) =>
      new Promise<boolean>((resolve, reject) => {
        const row = element.closest('[data-person]');
        if (!(element instanceof HTMLElement) || row === null) return reject(new Error('no such row'));
        const before = element.getAttribute('aria-pressed');
        const look = (): void => {
          const after = element.getAttribute('aria-pressed');
          if (after === before || row.querySelector(`[aria-label="${stored}"]`) === null) return;
          observer.disconnect();
          resolve(after === 'true');
        };
        const observer = new MutationObserver(look);
        observer.observe(row, { subtree: true, childList: true, attributes: true });
        element.click();
        look();
      }),
    words.ticks.device,
  );
  return new Map([...expectedOf(rows), [name, describe(pressed, '')]]);
}

async function signPerson(page: Page, name: string, rows: readonly ShownRow[]): Promise<Expected> {
  await rowOf(page, name)
    .getByRole('button', { name: `${words.attendance.sign}: ${name}` })
    .click();
  const dialog = page.getByRole('dialog', { name });
  await drawSignature(page, name, 2);
  await dialog.getByRole('button', { name: words.signing.done, exact: true }).click();
  await rowOf(page, name)
    .getByRole('img', { name: words.signing.signedBy(name) })
    .waitFor();
  await waitForTick(page, name, 'device');
  const drawn = (await readList(page)).find((row) => row.name === name);
  return new Map([...expectedOf(rows), [name, describe(true, drawn?.path ?? '')]]);
}

async function addPerson(page: Page, name: string, rows: readonly ShownRow[]): Promise<Expected> {
  await addWalkIn(page, name);
  await waitForTick(page, name, 'device');
  return new Map([...expectedOf(rows), [name, describe(true, '')]]);
}

function expectedOf(rows: readonly ShownRow[]): Expected {
  return new Map(rows.map(({ name, isPresent, path }) => [name, describe(isPresent, path)]));
}

const describe = (isPresent: boolean, path: string): string => `${isPresent} ${path}`;

function countLost(expected: Expected, rows: readonly ShownRow[]): number {
  const there = expectedOf(rows);
  const gone = [...expected].filter(([name, said]) => there.get(name) !== said);
  for (const [name, said] of gone)
    console.log(`lost: ${name}: "${said}" is now "${there.get(name) ?? 'not there'}"`);
  return gone.length;
}
