// Goals and activities on a phone, with the server dead: what was added, moved and made of a decision is there again after the app
// was closed, and the plan leaves the app as files and takes a written one in.

import { readFile } from 'node:fs/promises';
import type { Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { catalogue as words } from '../../src/ui/i18n/pl/catalogue.ts';
import { type RunningBrowser, startBrowser } from './browser.ts';
import { goTo, openPage, waitForWorker } from './librarianSteps.ts';
import { type Relay, startRelay } from './relay.ts';

const texts = words.planWork;
const files = words.planOutOf;
const PHONE = { width: 360, height: 740 };

let relay: Relay;
let browser: RunningBrowser;
let page: Page;

beforeAll(async () => {
  [relay, browser] = await Promise.all([startRelay(), startBrowser()]);
  page = await openPage(browser.context, PHONE);
  await page.goto(`${relay.url}/?example`);
  await page.getByRole('navigation', { name: words.shell.places }).waitFor();
  await waitForWorker(page);
  await relay.kill();
}, 120_000);

afterAll(async () => {
  await browser?.close();
  await relay?.close();
});

const dialog = (name: string): Locator => page.getByRole('dialog', { name });
const save = (within: Locator): Promise<void> =>
  within.getByRole('button', { name: words.common.save }).click();

/** The battery dies and the phone is switched on again. */
async function restart(): Promise<void> {
  const { profile } = browser;
  const url = page.url();
  await browser.kill();
  browser = await startBrowser({ profile });
  page = await openPage(browser.context, PHONE);
  await page.goto(url);
}

test('[G1] a goal with an indicator and a measurement is there after a kill; a wrong number is told and kept', async () => {
  await goTo(page, '/plan/cele');
  await page.getByRole('button', { name: texts.addGoal }).click();
  const goal = dialog(texts.addGoal);
  await save(goal);
  await goal.getByText(words.problems.nameRequired).waitFor();
  await goal.getByLabel(texts.goalTitle).fill('Świetlica żyje także zimą');
  await save(goal);
  await page.getByRole('link', { name: /Świetlica żyje także zimą$/ }).click();
  await page.getByRole('heading', { level: 1, name: /Świetlica żyje także zimą$/ }).waitFor();

  await page.getByRole('button', { name: texts.addIndicator }).click();
  const indicator = dialog(texts.addIndicator);
  await indicator.getByLabel(texts.indicatorName).fill('Spotkania w miesiącu');
  await indicator.getByLabel(texts.target).fill('osiem');
  await save(indicator);
  await indicator.getByText(texts.number.notANumber).waitFor();
  expect(await indicator.getByLabel(texts.target).inputValue()).toBe('osiem');
  await indicator.getByLabel(texts.target).fill('8');
  await indicator.getByLabel(texts.baseline).fill('1,5');
  await save(indicator);
  const row = (): Locator =>
    page.getByRole('list', { name: texts.indicators }).getByRole('listitem').filter({
      hasText: 'Spotkania w miesiącu',
    });
  await row().getByText('1,5 → 8').waitFor();
  await row()
    .getByRole('button', { name: /^Dodaj pomiar/ })
    .click();
  const measurement = dialog(texts.addMeasurementTo('Spotkania w miesiącu'));
  await measurement.getByLabel(texts.measured).fill('5');
  await save(measurement);
  await row()
    .getByText(/Teraz: 5/)
    .first()
    .waitFor();
  await restart();
  await row()
    .getByText(/Teraz: 5/)
    .first()
    .waitFor();
});

test('a decision becomes an activity in one tap, and only once', async () => {
  await goTo(page, '/spotkania/example-meeting-1');
  const decisions = page.getByRole('list', { name: words.meetings.decisions });
  const first = decisions.getByRole('listitem').first();
  const title = (await first.locator('label').textContent())?.trim() ?? '';
  await first.getByRole('button', { name: words.meetings.decisionToPlan }).click();
  await first.getByRole('link', { name: words.meetings.decisionInPlan }).waitFor();
  expect(await first.getByRole('button', { name: words.meetings.decisionToPlan }).count()).toBe(0);
  await first.getByRole('link', { name: words.meetings.decisionInPlan }).click();
  await activities().getByRole('button', { name: title, exact: true }).waitFor();
});

const activities = (): Locator => page.getByRole('list', { name: texts.activities });
const order = (): Promise<readonly string[]> =>
  activities()
    .locator('[data-row-id]')
    .evaluateAll((rows) => rows.map((row) => row.getAttribute('data-row-id') ?? ''));

test('[G1] activities keep the order and the state that the keyboard has given them', async () => {
  await goTo(page, '/plan/dzialania');
  await activities().waitFor();
  const [first = '', second = '', ...rest] = await order();
  await activities()
    .getByRole('button', { name: /^Przesuń: / })
    .first()
    .focus();
  await page.keyboard.press('Alt+ArrowDown');
  await expect.poll(order).toEqual([second, first, ...rest]);

  await page.getByRole('radio', { name: texts.view.board }).check({ force: true });
  const column = (state: string): Locator => page.locator(`[data-column="${state}"]`);
  const card = (state: string): Locator =>
    column(state).getByRole('button', { name: 'Zakup gier planszowych', exact: true });
  await card('inProgress').focus();
  await page.keyboard.press('Alt+ArrowRight');
  await card('done').waitFor();
  await restart();
  await activities().waitFor();
  await expect.poll(order).toEqual([second, first, ...rest]);
  await page.getByRole('radio', { name: texts.view.board }).check({ force: true });
  await card('done').waitFor();
  await page.getByRole('radio', { name: texts.view.timeline }).check({ force: true });
  await page.getByRole('listitem', { name: /^Transport z sołectw.*po terminie$/ }).waitFor();
});

test('an end before its start is told at its field, and nothing of the form is lost', async () => {
  await goTo(page, '/plan/dzialania');
  await page.getByRole('button', { name: texts.addActivity }).click();
  const form = dialog(texts.addActivity);
  await form.getByLabel(texts.title).fill('Kolędnicy');
  await form.getByLabel(texts.from).fill('2026-12-24');
  await form.getByLabel(texts.until).fill('2026-12-01');
  await form.getByRole('button', { name: texts.addBudgetLine }).click();
  await form.getByLabel(texts.lineName).fill('Stroje');
  await form.getByLabel(texts.amount).fill('1 234,5');
  await save(form);
  await form.getByText(texts.endBeforeStart).waitFor();
  await form.getByLabel(texts.until).fill('2027-01-06');
  await save(form);
  const row = activities().getByRole('listitem').filter({ hasText: 'Kolędnicy' });
  await row.getByText(/1234,50 zł · grant/).waitFor();
});

async function download(name: string): Promise<Buffer> {
  const [file] = await Promise.all([
    page.waitForEvent('download'),
    dialog(texts.takeOut)
      .getByRole('button', { name: `${words.common.download}: ${name}` })
      .click(),
  ]);
  return readFile(await file.path());
}

test('the plan is downloaded as DOCX and its activities as CSV with the server dead', async () => {
  await goTo(page, '/plan');
  await page.getByRole('button', { name: texts.takeOut }).click();
  const docx = await download(files.files.docx);
  expect(docx.subarray(0, 4).toString('latin1')).toBe('PK\u0003\u0004');
  const csv = (await download(files.files.csv)).toString('utf8');
  expect(csv).toContain('Kolędnicy');
  expect(csv.split('\n').length).toBeGreaterThan(4);
  await page.getByText(/^Zapisano plik: /).waitFor();
  await dialog(texts.takeOut).getByRole('button', { name: words.common.close }).click();
});

test('a pasted plan is shown part by part, and goes where it is told', async () => {
  await goTo(page, '/plan');
  await page.getByRole('button', { name: texts.bringIn }).click();
  const bringIn = dialog(texts.bringIn);
  await bringIn.getByRole('button', { name: files.readPasted }).click();
  await bringIn.getByText(files.refused.empty).waitFor();
  await bringIn
    .getByLabel(files.orPaste)
    .fill('1. Promocja\n\nPlakaty w każdym sołectwie.\n\n2. Potrzeby\n\nOświetlenie przystanku');
  await bringIn.getByRole('button', { name: files.readPasted }).click();
  const section = bringIn.getByLabel(`${files.toSection}: 2. Potrzeby`);
  expect(await section.inputValue()).toBe('needs');
  await bringIn.getByRole('button', { name: files.bringInNow }).click();
  await page.getByText(files.broughtIn).waitFor();
  await page.getByRole('button', { name: words.common.undo }).waitFor();
  await goTo(page, '/plan/potrzeby');
  const need = page
    .getByRole('list', { name: words.plan.needs })
    .getByRole('listitem')
    .filter({ hasText: 'Oświetlenie przystanku' });
  await need.waitFor();
});
