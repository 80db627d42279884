// The library's facts in the partnership's profile: each field stored when it is left, branches as a list, all there again
// after a reload.

import type { Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { catalogue as words } from '../../src/ui/i18n/pl/catalogue.ts';
import { type RunningBrowser, startBrowser } from './browser.ts';
import { beginPartnership, goTo, openPage } from './librarianSteps.ts';
import { type Relay, startRelay } from './relay.ts';

const texts = words.partnership;

let relay: Relay;
let browser: RunningBrowser;
let page: Page;

beforeAll(async () => {
  [relay, browser] = await Promise.all([startRelay(), startBrowser()]);
  page = await openPage(browser.context);
  await page.goto(relay.url);
  await beginPartnership(page, {
    name: 'Stare Pole razem',
    library: 'Gminna Biblioteka Publiczna w Starym Polu',
    person: 'Barbara Zielińska',
  });
  await goTo(page, '/partnerstwo');
});

afterAll(async () => {
  await browser?.close();
  await relay?.close();
});

const card = (): Locator => page.getByRole('region', { name: texts.library, exact: true });
const branches = (): Locator => page.getByRole('region', { name: texts.branches }).getByRole('listitem');
const branchNames = (): Promise<readonly string[]> =>
  branches().evaluateAll((rows) => rows.map((row) => row.querySelector('input')?.value ?? ''));

async function fill(label: string, value: string): Promise<void> {
  const field = card().getByLabel(label);
  await field.fill(value);
  await field.blur();
}

async function choose(branch: string, action: string): Promise<void> {
  await page.getByRole('button', { name: texts.moreAbout(branch) }).click();
  await page.getByRole('menuitem', { name: action }).click();
}

test('[G1] a field of the library has its tick when it is stored; a day or number that is none is refused at its field', async () => {
  await fill(texts.libraryAddress, 'ul. Szkolna 2, 00-000 Stare Pole');
  await fill(words.common.email, 'biblioteka(at)starepole');
  await page.getByText(words.problems.emailInvalid).waitFor();
  await fill(words.common.email, 'biblioteka@starepole.example');
  await page.getByText(words.problems.emailInvalid).waitFor({ state: 'detached' });
  await fill(texts.enrolledOn, '1926-09-01');
  await page.getByText(words.problems.dateTooFar).waitFor();
  await fill(texts.enrolledOn, '2026-09-01');
  await fill(texts.acceptedRules, '1');
  await page.getByText(words.problems.dateTooFar).waitFor({ state: 'detached' });
  // Every field of the card stands with the tick of this device.
  await expect.poll(() => card().getByRole('img', { name: words.ticks.device }).count()).toBe(7);
  await page.reload();
  await card().waitFor();
  expect(await card().getByLabel(words.common.email).inputValue()).toBe('biblioteka@starepole.example');
  expect(await card().getByLabel(texts.enrolledOn).inputValue()).toBe('2026-09-01');
});

test('branches are added at the end, named anew, moved, and taken off with a way back', async () => {
  for (const name of ['Filia w Zawadzie', 'Filia w Łężycach', 'Filia w Bystrej']) {
    await card().getByLabel(texts.newBranch).fill(name);
    await page.keyboard.press('Enter');
    await page.getByRole('button', { name: texts.moreAbout(name) }).waitFor();
  }
  await card().getByRole('button', { name: texts.addBranch }).click();
  await page.getByText(words.problems.nameRequired).waitFor();

  await card().getByLabel(texts.branch(1)).fill('Filia nr 1 w Zawadzie');
  await card().getByLabel(texts.branch(1)).blur();
  await choose('Filia w Bystrej', words.common.moveUp);
  await expect.poll(branchNames).toEqual(['Filia nr 1 w Zawadzie', 'Filia w Bystrej', 'Filia w Łężycach']);

  await choose('Filia w Bystrej', words.common.remove);
  await expect.poll(branchNames).toEqual(['Filia nr 1 w Zawadzie', 'Filia w Łężycach']);
  await page.getByRole('button', { name: words.common.undo }).click();
  await expect.poll(branchNames).toEqual(['Filia nr 1 w Zawadzie', 'Filia w Bystrej', 'Filia w Łężycach']);
  await page.reload();
  await branches().first().waitFor();
  expect(await branchNames()).toEqual(['Filia nr 1 w Zawadzie', 'Filia w Bystrej', 'Filia w Łężycach']);
});
