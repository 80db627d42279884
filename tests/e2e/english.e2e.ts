// The app in English: the language is chosen in the settings, every room is walked, and no Polish message is left anywhere in
// it, shown or spoken. What people entered stays in their language; so does the round's own data.

import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { THIRD_ROUND } from '../../src/domain/programme/thirdRound.ts';
import { catalogue as english } from '../../src/ui/i18n/en/catalogue.ts';
import { catalogue as polish } from '../../src/ui/i18n/pl/catalogue.ts';
import { type RunningBrowser, startBrowser } from './browser.ts';
import { goTo, openPage } from './librarianSteps.ts';
import { type Relay, startRelay } from './relay.ts';

const FIRST = '/spotkania/example-meeting-1';
const SECOND = '/spotkania/example-meeting-2';

let relay: Relay;
let browser: RunningBrowser;
let page: Page;

beforeAll(async () => {
  [relay, browser] = await Promise.all([startRelay(), startBrowser()]);
  page = await openPage(browser.context);
  await page.goto(`${relay.url}/?example`);
  await page.getByRole('heading', { level: 1 }).waitFor();
});

afterAll(async () => {
  await browser?.close();
  await relay?.close();
});

type Message = (...given: readonly unknown[]) => unknown;

const isMessage = (value: unknown): value is Message => typeof value === 'function';

/** Stands where a message takes a word; a letter that no message has. */
const WORD = '\u{1F13F}';

/** What a message can say, words and numbers as patterns; a text is its own pattern. */
function saidBy(value: unknown): readonly string[] {
  if (typeof value === 'string') return [value];
  if (typeof value === 'object' && value !== null) return Object.values(value).flatMap(saidBy);
  if (!isMessage(value)) return [];
  return [WORD, 1, 2, 5, 22, 'feminine', 'masculine', 'unknown'].flatMap((given) => {
    try {
      const said = value(given, given, given, given);
      return typeof said === 'string' ? [said] : [];
    } catch (error) {
      // A word where a number belongs is refused by the plural rules.
      if (error instanceof RangeError || error instanceof TypeError) return [];
      throw error;
    }
  });
}

const plain = (text: string): string => text.replaceAll(/\s+/g, ' ').trim();

function patternOf(said: string): string {
  const escaped = plain(said).replaceAll(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`);
  return escaped.replaceAll(WORD, '.+').replaceAll(/\d+/g, String.raw`\d+`);
}

/** Both languages say it, or it says nothing but what it is given. */
const spoken = new Set(saidBy(english).map(patternOf));
const patterns = [...new Set(saidBy(polish).map(patternOf))].filter(
  (pattern) => !spoken.has(pattern) && /\p{L}{3}/u.test(pattern.replaceAll(String.raw`\d`, '')),
);
const onlyPolish = new RegExp(`^(?:${patterns.join('|')})$`, 'u');

/** What the round says of itself is data, in Polish whatever the language of the app. */
const roundData = new Set(saidBy(THIRD_ROUND).map(plain));

const months = Array.from({ length: 12 }, (_month, at) =>
  new Intl.DateTimeFormat('pl', { day: 'numeric', month: 'long' }).format(new Date(2026, at, 1)).slice(2),
);
const days = Array.from({ length: 7 }, (_day, at) =>
  new Intl.DateTimeFormat('pl', { weekday: 'long' }).format(new Date(2026, 10, 22 + at)),
);
const polishDate = new RegExp(String.raw`\d (?:${months.join('|')})\b|^(?:${days.join('|')})\b`, 'iu');

/** Every text on the page by itself, with what is spoken of elements: labels, tooltips, placeholders. */
async function texts(): Promise<readonly string[]> {
  const found = await page.evaluate(() => {
    const all: string[] = [document.title];
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node !== null; node = walker.nextNode())
      if (node.parentElement?.closest('script, style') === null) all.push(node.textContent ?? '');
    // A sentence may be put together of several texts.
    for (const element of document.querySelectorAll('p, h1, h2, h3, li, button, a, label, td, th, span'))
      all.push(element.textContent ?? '');
    for (const element of document.querySelectorAll('*'))
      for (const name of [
        'aria-label',
        'title',
        'placeholder',
        'alt',
        'aria-roledescription',
        'aria-description',
      ])
        all.push(element.getAttribute(name) ?? '');
    return all;
  });
  return [...new Set(found.map(plain))].filter((text) => text !== '');
}

async function expectEnglish(where: string): Promise<void> {
  const shown = await texts();
  expect(shown.length, `texts at ${where}`).toBeGreaterThan(3);
  expect(
    shown.filter((text) => onlyPolish.test(text) && !roundData.has(text)),
    `Polish at ${where}`,
  ).toEqual([]);
  expect(
    shown.filter((text) => polishDate.test(text)),
    `Polish dates at ${where}`,
  ).toEqual([]);
  expect(
    shown.filter((text) => /\bundefined\b|\bNaN\b|\[object/.test(text)),
    `holes at ${where}`,
  ).toEqual([]);
}

test('Polish would be found: the same search finds it everywhere before the language is changed', async () => {
  for (const path of ['/', '/spotkania', SECOND, '/partnerzy', '/ustawienia']) {
    await goTo(page, path);
    expect((await texts()).filter((text) => onlyPolish.test(text)).length, `at ${path}`).toBeGreaterThan(10);
  }
});

test('every room is in English once it is chosen, and after the next start', async () => {
  await goTo(page, '/ustawienia');
  await page.getByRole('radio', { name: polish.settings.languages.en }).check();
  await page.getByRole('heading', { name: english.settings.title, level: 1 }).waitFor();
  await expectEnglish('settings, at once');
  expect(await page.evaluate(() => document.documentElement.lang)).toBe('en');

  const meetings = [FIRST, SECOND].flatMap((path) =>
    ['', '/lista', '/druk', '/podpisy', '/wczytaj'].map((leaf) => path + leaf),
  );
  const places = [
    '/',
    '/zacznij',
    '/dolacz',
    '/spotkania',
    '/spotkania/nowe',
    '/partnerzy',
    '/partnerzy/wczytaj',
  ];
  const own = ['/partnerstwo', '/program', '/dostep', '/wysylka', '/ustawienia', '/nie-ma'];
  for (const path of [...places, ...meetings, ...own]) {
    await goTo(page, path);
    await page.locator('main [aria-busy=true]').waitFor({ state: 'detached' });
    await page.locator('main').getByText(english.common.loading).waitFor({ state: 'detached' });
    await expectEnglish(path);
  }
});

test('an open list, its dialogs, what is refused in forms, and the passed-round tablet are in English', async () => {
  const list = english.attendance;
  const close = async (): Promise<void> => {
    await page.keyboard.press('Escape');
    await page.locator('dialog[open]').waitFor({ state: 'detached' });
  };
  await goTo(page, `${SECOND}/lista`);
  await page.getByRole('button', { name: list.openList }).click();
  await page.locator('[data-person]').first().waitFor();
  await page.locator('[data-person]').nth(2).getByRole('button').first().click();
  await page.getByRole('button', { name: english.common.undo }).waitFor();
  await expectEnglish('the open list with a toast');
  await page.locator('[data-person]').first().getByRole('button', { name: english.common.more }).click();
  await page.locator('dialog[open]').waitFor();
  await expectEnglish('a person of the list');
  await close();
  await page.getByRole('button', { name: list.addPerson }).click();
  await page.locator('dialog[open]').getByRole('button', { name: list.addAndMark }).click();
  await expectEnglish('adding a person, refused');
  await close();
  await page.getByRole('button', { name: list.closeList }).click();
  await page.locator('dialog[open]').waitFor();
  await expectEnglish('closing');
  await close();

  await goTo(page, SECOND);
  await page.getByRole('button', { name: english.meetings.addDecision }).click();
  await page.locator('dialog[open]').getByRole('button', { name: english.common.save }).click();
  await expectEnglish('a decision, refused');
  await close();
  await goTo(page, '/zacznij');
  await page.getByRole('button', { name: english.partnership.create }).click();
  await page.getByText(english.problems.nameRequired).first().waitFor();
  await expectEnglish('beginning, refused');
  await goTo(page, '/dolacz');
  await page.getByRole('button', { name: english.common.next }).click();
  await expectEnglish('joining, refused');

  await goTo(page, `${SECOND}/podpisy`);
  await page.getByLabel(english.signing.pinSet).fill('2580');
  await page.getByLabel(english.signing.pinAgain).fill('2580');
  await page.getByRole('button', { name: english.signing.start }).click();
  await page.getByRole('button', { name: english.signing.begin }).click();
  await page.getByLabel(english.signing.findLabel).fill('wis');
  await page.getByRole('group', { name: english.signing.foundList }).waitFor();
  await expectEnglish('finding oneself');
  await page.getByRole('group', { name: english.signing.foundList }).getByRole('button').first().click();
  await page.getByRole('button', { name: english.signing.cannotDraw }).click();
  await expectEnglish('confirming without a signature');
});
