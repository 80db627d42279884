// The plan on a phone, with the server dead: a text, a vote, an order and a new row are there again after the app was closed.

import type { Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { EXAMPLE_ID } from '../../src/app/example/buildExample.ts';
import { DATABASE } from '../../src/storage/databaseNames.ts';
import { MEMBERSHIP_SETTING } from '../../src/storage/grantedRoles.ts';
import { catalogue as words } from '../../src/ui/i18n/pl/catalogue.ts';
import { type RunningBrowser, startBrowser } from './browser.ts';
import { goTo, openPage, waitForWorker } from './librarianSteps.ts';
import { type Relay, startRelay } from './relay.ts';

const texts = words.plan;
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

const needs = (): Locator => page.getByRole('list', { name: texts.needs }).locator('[data-row-id]');
/** The button that shows a row's text and opens it for writing. */
const textOf = (row: Locator): Locator =>
  row.getByRole('button', { name: new RegExp(`^${words.common.edit}, `) });
const need = (text: string): Locator => needs().filter({ hasText: text });
const order = async (): Promise<readonly string[]> => {
  await needs().first().waitFor();
  return needs().evaluateAll((rows) =>
    rows.map((row) => row.querySelector('button[title="Zmień"]')?.lastChild?.textContent ?? ''),
  );
};

/** The battery dies and the phone is switched on again. */
async function restart(): Promise<void> {
  const { profile } = browser;
  const url = page.url();
  await browser.kill();
  browser = await startBrowser({ profile });
  page = await openPage(browser.context, PHONE);
  await page.goto(url);
}

test('the way to the plan is in the bar, and says what is missing first', async () => {
  await page
    .getByRole('navigation', { name: words.shell.places })
    .getByRole('link', { name: words.shell.plan })
    .click();
  await page.getByRole('heading', { level: 1, name: texts.title.project }).waitFor();
  const next = page.getByRole('region', { name: texts.next });
  await next.getByText(texts.numbered(3, texts.sections.partners)).waitFor();
  await next.getByRole('link', { name: texts.continueNext }).click();
  await page.getByRole('heading', { level: 1, name: texts.numbered(3, texts.sections.partners) }).waitFor();
});

test('[G1] a text that was written with the server dead and had its tick is there after a kill', async () => {
  await goTo(page, '/plan/wizja');
  const text = page.getByRole('textbox', { name: texts.textLabel(texts.sections.vision) });
  await text.click();
  await page.keyboard.press('Control+End');
  await page.keyboard.type(' Zażółć gęślą jaźń.');
  const card = page.getByRole('region', { name: texts.textTitle });
  await text.getByText('Zażółć gęślą jaźń.').waitFor();
  await card.getByRole('img', { name: words.ticks.device }).waitFor();
  await restart();
  await page
    .getByRole('textbox', { name: texts.textLabel(texts.sections.vision) })
    .getByText('Zażółć gęślą jaźń.')
    .waitFor();
});

test('the guide is open at the first visit and folded at the next', async () => {
  const guide = page.getByText(words.planGuides.roles.question);
  await goTo(page, '/plan/zasady');
  await guide.waitFor();
  await goTo(page, '/plan/zasady');
  await page.getByText(texts.guide).waitFor();
  expect(await guide.isVisible()).toBe(false);
});

describe('needs', () => {
  test('[G1] are added with Enter, written in place, and there after a kill', async () => {
    await goTo(page, '/plan/potrzeby');
    const field = page.getByRole('textbox', { name: texts.newNeed });
    await field.fill('?');
    await field.press('Enter');
    await page.getByText(texts.emptyProblem).waitFor();
    await field.fill('Chodnik do przystanku');
    await field.press('Enter');
    await need('Chodnik do przystanku').waitFor();
    expect(await field.inputValue()).toBe('');

    await textOf(need('Chodnik do przystanku')).click();
    const edited = page.getByRole('textbox', { name: texts.need, exact: true });
    await edited.press('End');
    await edited.pressSequentially(' w Łężycach');
    await page.getByRole('button', { name: texts.closeText }).click();
    await need('Chodnik do przystanku w Łężycach').getByRole('img', { name: words.ticks.device }).waitFor();
    await restart();
    await need('Chodnik do przystanku w Łężycach').waitFor();
  });

  test('[G1] keep the order that keys, menu and hand have given them', async () => {
    await goTo(page, '/plan/potrzeby');
    const before = await order();
    const [first = '', second = '', third = ''] = before;
    const moved = (): Promise<void> =>
      page.getByText(/^Przesunięto na miejsce/).waitFor({ state: 'attached' });

    await page
      .getByRole('button', { name: texts.moveRow('') })
      .first()
      .focus();
    await page.keyboard.press('Alt+ArrowDown');
    await moved();
    await expect.poll(order).toEqual([second, first, third, ...before.slice(3)]);
    expect(await page.evaluate(() => document.activeElement?.getAttribute('aria-label'))).toContain(
      first.slice(0, 20),
    );

    await needs()
      .nth(2)
      .getByRole('button', { name: /^Więcej czynności/ })
      .click();
    await page.getByRole('menuitem', { name: words.common.moveUp }).click();
    await expect.poll(order).toEqual([second, third, first, ...before.slice(3)]);

    // High enough that the page has nothing to scroll under the pointer.
    await page.setViewportSize({ width: 1180, height: 2000 });
    const handle = await needs()
      .nth(0)
      .getByRole('button', { name: /^Przesuń: / })
      .boundingBox();
    const target = await needs().nth(2).boundingBox();
    if (handle === null || target === null) throw new Error('the rows are not on the screen');
    await page.mouse.move(handle.x + 10, handle.y + 10);
    await page.mouse.down();
    await page.mouse.move(handle.x + 10, target.y + target.height / 2 + 10, { steps: 8 });
    await page.mouse.up();
    await page.setViewportSize(PHONE);
    await expect.poll(order).toEqual([third, first, second, ...before.slice(3)]);
    await needs().getByRole('img', { name: words.ticks.saving }).waitFor({ state: 'detached' });
    await restart();
    await expect.poll(order).toEqual([third, first, second, ...before.slice(3)]);
  });

  test('[G1] matter to those for whom it was said, by one tap once the device writes for somebody', async () => {
    await goTo(page, '/plan/potrzeby');
    const row = (): Locator => need('Chodnik do przystanku w Łężycach');
    await row().getByText(texts.votes(0)).waitFor();
    await row()
      .getByRole('button', { name: /^Ważne dla nas: / })
      .click();
    const dialog = page.getByRole('dialog', { name: texts.votesOf });
    await dialog.getByRole('checkbox', { name: 'Gminny Ośrodek Kultury' }).check();
    await dialog.getByRole('button', { name: words.common.done }).click();
    await row().getByText(texts.votes(1)).waitFor();

    await goTo(page, '/plan');
    await page.getByRole('button', { name: texts.choose, exact: true }).click();
    await page
      .getByRole('dialog', { name: texts.whoAmI })
      .getByRole('combobox')
      .selectOption({ label: 'Ochotnicza Straż Pożarna w Starym Polu' });
    await page.getByRole('dialog').getByRole('button', { name: words.common.save }).click();
    await page.getByText(texts.writingFor('Ochotnicza Straż Pożarna w Starym Polu')).waitFor();
    await goTo(page, '/plan/potrzeby');
    await row()
      .getByRole('button', { name: /^Ważne dla nas: / })
      .click();
    await row().getByText(texts.votes(2)).waitFor();
    await restart();
    await row().getByText(texts.votes(2)).waitFor();
    await row()
      .getByRole('button', { name: /^Ważne dla nas: /, pressed: true })
      .click();
    await row().getByText(texts.votes(1)).waitFor();
  });

  test('that were removed come back with one tap', async () => {
    const row = need('Chodnik do przystanku w Łężycach');
    await row.getByRole('button', { name: /^Więcej czynności/ }).click();
    await page.getByRole('menuitem', { name: words.common.remove }).click();
    await row.waitFor({ state: 'detached' });
    await page.getByRole('button', { name: words.common.undo }).click();
    await row.waitFor();
  });
});

test('a section is left out, and the whole counts without it', async () => {
  await goTo(page, '/plan/promocja');
  await page.getByRole('button', { name: texts.sectionMenu }).click();
  await page.getByRole('menuitem', { name: texts.leaveOut }).click();
  await page.getByText(texts.leftOutText).waitFor();
  await goTo(page, '/plan');
  await page.getByText(texts.completeOf(9, 12)).waitFor();
  await page.getByText(texts.standing.leftOut).waitFor();
});

test('what was written of a partner stays when the partner is taken off the list, and says whose it was', async () => {
  const name = 'Szkoła Podstawowa im. Jana Kochanowskiego w Starym Polu';
  await goTo(page, '/partnerzy');
  await page.getByRole('button', { name: words.partnership.moreAbout(name) }).click();
  await page.getByRole('menuitem', { name: words.common.remove }).click();
  await page.getByText(words.partnership.removed(name)).waitFor();
  await goTo(page, '/plan/partnerzy');
  const former = page.getByRole('region', { name: texts.removedOrganisation(name) });
  await former.getByText('Żeby uczniowie mieli co robić po lekcjach', { exact: false }).waitFor();
});

test('[G7] whoever may only read the plan is told why, and is offered nothing to write', async () => {
  // As the server would have told it.
  await page.evaluate(
    async ([database, key, value]) => {
      const db = await new Promise<IDBDatabase>((resolve, reject) => {
        const request = indexedDB.open(database);
        request.onsuccess = () => resolve(request.result);
        request.onerror = () => reject(request.error ?? new Error('not opened'));
      });
      const change = db.transaction('settings', 'readwrite');
      change.objectStore('settings').put({ key, value });
      await new Promise((resolve) => {
        change.oncomplete = resolve;
      });
      db.close();
    },
    [
      DATABASE,
      MEMBERSHIP_SETTING,
      {
        kind: 'joined',
        member: { memberId: 'm1', displayName: 'Ewa' },
        grants: [{ scope: EXAMPLE_ID, role: 'coordinator' }],
        partnershipName: null,
      },
    ] as const,
  );
  for (const path of [
    '/plan/potrzeby',
    '/plan/partnerzy',
    '/plan/zasoby',
    '/plan/wizja',
    '/plan/ewaluacja',
  ]) {
    await goTo(page, path);
    await page.getByText(texts.readOnlyRole).waitFor();
    await page.getByRole('navigation', { name: texts.sectionsTitle }).waitFor();
    await page.getByText(texts.textWaiting).waitFor({ state: 'detached' });
    const offered = page.locator('main').getByRole('button');
    // The way out of the sample stands above every screen.
    expect(await offered.allTextContents(), `at ${path}`).toEqual([words.example.remove]);
  }
  await goTo(page, '/plan/wizja');
  const text = page.getByRole('textbox', { name: texts.textLabel(texts.sections.vision) });
  await text.getByText('Zażółć gęślą jaźń.').waitFor();
  expect(await text.getAttribute('contenteditable')).toBe('false');
});
