// Three write one plan: the librarian on a tablet, two partners on phones. At the same time in one paragraph, and each alone
// while the server is dead; afterwards all show the same, and nobody's work is missing.

import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { catalogue as words } from '../../src/ui/i18n/pl/catalogue.ts';
import { type RunningBrowser, startBrowser } from './browser.ts';
import {
  beginPartnership,
  goTo,
  joinByLink,
  makeInvitation,
  openPage,
  waitForWorker,
  waitUntilSafe,
} from './librarianSteps.ts';
import {
  addNeed,
  chooseForNeed,
  editorOf,
  goToSection,
  needRow,
  needsOf,
  othersCarets,
  paragraphsOf,
  presenceLine,
  putCaret,
  writeInNeed,
} from './planSteps.ts';
import { type Relay, startRelay } from './relay.ts';

const texts = words.plan;
const PHONE = { width: 360, height: 740 };
/** For what has to travel between the three, on a busy machine too. */
const PATIENT = { timeout: 60_000 };

let relay: Relay;
let browser: RunningBrowser;
let barbara: Page;
let celina: Page;
let marek: Page;
const all = (): readonly Page[] => [barbara, celina, marek];

beforeAll(async () => {
  [relay, browser] = await Promise.all([startRelay(), startBrowser()]);
  barbara = await openPage(browser.context);
  await joinByLink(barbara, relay.firstLink, 'Barbara Zielińska');
  await barbara.getByText(words.identity.joinedProgramme).waitFor();
  await goTo(barbara, '/');
  await beginPartnership(barbara, {
    name: 'Stare Pole razem',
    library: 'Gminna Biblioteka Publiczna',
    person: 'Barbara Zielińska',
  });
  await waitUntilSafe(barbara);
  celina = await joinOnPhone('Celina Maj');
  marek = await joinOnPhone('Marek Lis');
  await Promise.all(all().map(waitForWorker));
}, 180_000);

afterAll(async () => {
  await browser?.close();
  await relay?.close();
});

/** A phone that has never been here, as a partner's. */
async function joinOnPhone(person: string): Promise<Page> {
  const { link } = await makeInvitation(barbara, 'partner');
  const owner = browser.context.browser();
  if (owner === null) throw new Error('no browser');
  const context = await owner.newContext({ locale: 'pl-PL', viewport: PHONE });
  const page = await context.newPage();
  await joinByLink(page, link, person);
  await page.getByRole('navigation', { name: words.shell.places }).waitFor();
  await waitUntilSafe(page);
  return page;
}

async function eachOpens(section: 'vision' | 'needs'): Promise<void> {
  await Promise.all(all().map((page) => goToSection(page, section)));
}

/** All three show these paragraphs. */
async function expectParagraphs(expected: readonly string[]): Promise<void> {
  for (const page of all()) await expect.poll(() => paragraphsOf(page, 'vision'), PATIENT).toEqual(expected);
}

/** That one shows the caret of another behind these letters. */
async function expectCaret(page: Page, name: string, before: string): Promise<void> {
  await expect.poll(async () => (await othersCarets(page, 'vision'))[name], PATIENT).toBe(before);
}

async function expectNeeds(expected: readonly string[]): Promise<void> {
  for (const page of all()) await expect.poll(() => needsOf(page), PATIENT).toEqual(expected);
}

/** What the three have typed together. */
const together = 'Żyjemy tu razem. Wspólna nasza i dobra świetlica. Otwarta co dzień.';

describe('online', () => {
  test('[G4] three who type in one paragraph at the same time keep every letter, each in one piece', async () => {
    await eachOpens('vision');
    await putCaret(barbara, 'vision', 0);
    await barbara.keyboard.type('Wspólna świetlica.');
    await expectParagraphs(['Wspólna świetlica.']);

    await putCaret(barbara, 'vision', 0);
    await expectCaret(celina, 'Barbara Zielińska', '');
    await putCaret(celina, 'vision', 'Wspólna '.length);
    await expectCaret(barbara, 'Celina Maj', 'Wspólna ');
    await putCaret(marek, 'vision', 'Wspólna świetlica.'.length);
    await expectCaret(barbara, 'Marek Lis', 'Wspólna świetlica.');
    await Promise.all([
      barbara.keyboard.type('Żyjemy tu razem. ', { delay: 30 }),
      celina.keyboard.type('nasza i dobra ', { delay: 30 }),
      marek.keyboard.type(' Otwarta co dzień.', { delay: 30 }),
    ]);
    await expectParagraphs([together]);
  });

  test('each sees whose caret stands where, and who writes', async () => {
    const carets = {
      'Barbara Zielińska': 'Żyjemy tu razem. ',
      'Celina Maj': 'Żyjemy tu razem. Wspólna nasza i dobra ',
      'Marek Lis': together,
    };
    for (const [page, name] of [
      [barbara, 'Barbara Zielińska'],
      [celina, 'Celina Maj'],
      [marek, 'Marek Lis'],
    ] as const) {
      const others = Object.entries(carets).filter(([other]) => other !== name);
      await expect.poll(() => othersCarets(page, 'vision'), PATIENT).toEqual(Object.fromEntries(others));
      const [one = '', two = ''] = others.map(([other]) => other.split(' ')[0]);
      const said = [texts.editing(texts.and(one, two), 2), texts.editing(texts.and(two, one), 2)];
      await expect.poll(async () => said.includes(await presenceLine(page))).toBe(true);
    }
  });

  test('who goes to another section is seen there, and their caret is gone', async () => {
    await goToSection(marek, 'needs');
    await expect
      .poll(async () => Object.keys(await othersCarets(barbara, 'vision')), PATIENT)
      .toEqual(['Celina Maj']);
    await expect.poll(() => presenceLine(celina), PATIENT).toBe(texts.editing('Barbara', 1));
    await goTo(celina, '/plan');
    await celina
      .getByRole('link', { name: texts.sections.needs })
      .getByTitle('Marek Lis', { exact: true })
      .waitFor();
    await expect.poll(() => othersCarets(barbara, 'vision'), PATIENT).toEqual({});
    await expect.poll(() => presenceLine(barbara), PATIENT).toBe(texts.together);
  });
});

describe('with the server dead', () => {
  const before = ['Brak świetlicy', 'Dowóz seniorów', 'Place zabaw', 'Zajęcia po szkole'];

  test('[G1] each writes texts, edits, moves and takes away rows, and finds it after a reload', async () => {
    await eachOpens('needs');
    for (const need of before) await addNeed(barbara, need);
    await expectNeeds(before);
    await Promise.all(all().map(waitUntilSafe));
    await relay.kill();

    for (let step = 0; step < 3; step += 1)
      await chooseForNeed(barbara, 'Zajęcia po szkole', words.common.moveUp);
    await writeInNeed(barbara, 'Dowóz seniorów', 'end', ' do lekarza');
    await writeInNeed(celina, 'Dowóz seniorów', 'beginning', 'Darmowy: ');
    await chooseForNeed(celina, 'Place zabaw', words.common.remove);
    for (let step = 0; step < 2; step += 1)
      await chooseForNeed(celina, 'Brak świetlicy', words.common.moveDown);
    await writeInNeed(marek, 'Place zabaw', 'end', ' w każdej wsi');
    await addNeed(marek, 'Ścieżka rowerowa');

    await eachOpens('vision');
    await putCaret(barbara, 'vision', 0);
    await barbara.keyboard.type('Od lat. ');
    await putCaret(celina, 'vision', 'Żyjemy tu '.length);
    await celina.keyboard.type('wszyscy ');
    await putCaret(marek, 'vision', together.length);
    await marek.keyboard.press('Enter');
    await marek.keyboard.type('Dla każdego.');
    for (const page of all())
      await page.locator('main').getByRole('img', { name: words.ticks.device, exact: true }).waitFor();

    await eachOpens('needs');
    await expect
      .poll(() => needsOf(barbara))
      .toEqual(['Zajęcia po szkole', 'Brak świetlicy', 'Dowóz seniorów do lekarza', 'Place zabaw']);
    await expect
      .poll(() => needsOf(celina))
      .toEqual(['Darmowy: Dowóz seniorów', 'Zajęcia po szkole', 'Brak świetlicy']);
    await expect
      .poll(() => needsOf(marek))
      .toEqual([
        'Brak świetlicy',
        'Dowóz seniorów',
        'Place zabaw w każdej wsi',
        'Zajęcia po szkole',
        'Ścieżka rowerowa',
      ]);
    for (const page of all()) await expect.poll(() => presenceLine(page)).toBe(texts.together);
  });

  test('[G4] with the server back all three show the same, and what each meant has happened', async () => {
    await relay.start();
    await eachOpens('needs');
    await Promise.all(all().map(waitUntilSafe));
    for (const page of all()) await expect.poll(() => needsOf(page), PATIENT).toHaveLength(4);
    const merged = await needsOf(barbara);
    expect(merged[0]).toBe('Zajęcia po szkole');
    expect(merged[1]).toBe('Darmowy: Dowóz seniorów do lekarza');
    expect(merged.slice(2).toSorted()).toEqual(['Brak świetlicy', 'Ścieżka rowerowa']);
    await expectNeeds(merged);
    await eachOpens('vision');
    await expectParagraphs([
      'Od lat. Żyjemy tu wszyscy razem. Wspólna nasza i dobra świetlica. Otwarta co dzień.',
      'Dla każdego.',
    ]);
    for (const page of all()) await waitUntilSafe(page);
  });

  test('a row that one took away and another was writing is offered back to all, and comes back whole with one tap', async () => {
    await eachOpens('needs');
    for (const page of all()) {
      await page.getByText(texts.offeredBack).waitFor();
      await page.getByText('Place zabaw w każdej wsi').waitFor();
    }
    await celina.getByRole('button', { name: texts.restore }).click();
    for (const page of all()) {
      await needRow(page, 'Place zabaw w każdej wsi').waitFor();
      await page.getByText(texts.offeredBack).waitFor({ state: 'detached' });
    }
    await expectNeeds(await needsOf(barbara));
    for (const page of all()) await editorOf(page, 'vision').waitFor({ state: 'detached' });
  });
});
