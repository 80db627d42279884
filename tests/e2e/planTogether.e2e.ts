// Three write one plan: the librarian on a tablet, two partners on phones. At the same time in one paragraph, and each alone
// while the server is dead; afterwards all show the same, and nobody's work is missing.

import type { Locator, Page } from 'playwright-core';
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
    // Carets of others stand in this line, and are passed by.
    await putCaret(marek, 'vision', 0);
    await marek.keyboard.press('End');
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
    await putCaret(marek, 'vision', 'end');
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

describe('versions', () => {
  const versions = words.planTogether.versions;
  const versionOf = (page: Page, name: string): Locator =>
    page
      .getByRole('list', { name: versions.title })
      .getByRole('listitem')
      .filter({ has: page.getByRole('heading', { name, exact: true }) });

  async function addPartner(name: string): Promise<void> {
    const partners = words.partnership;
    await goTo(barbara, '/partnerzy');
    await barbara.getByRole('button', { name: partners.moreAbout(partners.partners) }).click();
    await barbara.getByRole('menuitem', { name: partners.addOrganisation }).click();
    const dialog = barbara.getByRole('dialog');
    await dialog.getByRole('textbox', { name: partners.organisationName }).fill(name);
    await dialog.getByLabel(partners.organisationStatus).selectOption('joined');
    await dialog.getByRole('button', { name: words.common.save }).click();
    await dialog.waitFor({ state: 'detached' });
  }

  async function accept(page: Page, version: string, organisation: string): Promise<void> {
    await page.getByRole('button', { name: versions.acceptThis(version) }).click();
    const dialog = page.getByRole('dialog', { name: versions.acceptTitle });
    await dialog.getByLabel(versions.acceptFor).selectOption({ label: organisation });
    await dialog.getByRole('button', { name: versions.acceptConfirm }).click();
    await page.getByText(versions.accepted(organisation)).waitFor();
  }

  test('a version is accepted on three devices, a change afterwards shows, and it is compared and restored', async () => {
    for (const name of ['OSP Zawada', 'GOK Stare Pole', 'Szkoła']) await addPartner(name);
    await goToSection(barbara, 'needs');
    await addNeed(barbara, 'Wspólny autobus');
    await goToSection(barbara, 'acceptance');
    await barbara.getByRole('button', { name: versions.keep }).click();
    await barbara.getByRole('textbox', { name: versions.name }).fill('Po spotkaniu drugim');
    await barbara.getByRole('dialog').getByRole('button', { name: words.common.save }).click();

    const title = 'Po spotkaniu drugim';
    await goToSection(celina, 'acceptance');
    await goToSection(marek, 'acceptance');
    await accept(barbara, title, 'Szkoła');
    await accept(celina, title, 'OSP Zawada');
    for (const page of all()) await versionOf(page, title).getByText(versions.acceptedBy(2, 3)).waitFor();
    await versionOf(marek, title).getByText(versions.asItIs).waitFor();

    await goToSection(marek, 'needs');
    await addNeed(marek, 'Ławki przy przystanku');
    await goToSection(marek, 'acceptance');
    for (const page of all()) await versionOf(page, title).getByText(versions.changedSince).waitFor();
    await accept(marek, title, 'GOK Stare Pole');
    for (const page of all()) await versionOf(page, title).getByText(versions.acceptedBy(3, 3)).waitFor();

    await versionOf(celina, title)
      .getByRole('button', { name: versions.more(title) })
      .click();
    await celina.getByRole('menuitem', { name: versions.compare }).click();
    const compared = celina.getByRole('dialog', { name: versions.compareTitle });
    const { rowAdded, rows } = words.planTogether.changes;
    await compared.getByText(rowAdded(rows.needs, 'Ławki przy przystanku')).waitFor();
    await compared.getByRole('button', { name: words.common.close }).click();

    await versionOf(barbara, title)
      .getByRole('button', { name: versions.more(title) })
      .click();
    await barbara.getByRole('menuitem', { name: versions.restore }).click();
    await barbara.getByText(versions.restored(title)).waitFor();
    for (const page of all()) await versionOf(page, title).getByText(versions.asItIs).waitFor();
    await barbara.getByRole('button', { name: words.common.undo }).last().click();
    for (const page of all()) await versionOf(page, title).getByText(versions.changedSince).waitFor();
    await goToSection(celina, 'needs');
    await needRow(celina, 'Ławki przy przystanku').waitFor();
  });
});

describe('talking and choosing', () => {
  const { comments, stories } = words.planTogether;
  const need = 'Oświetlenie drogi';

  test('a comment on a row is answered and dealt with by others, and all see it', async () => {
    await eachOpens('needs');
    await addNeed(barbara, need);
    await barbara.getByRole('button', { name: comments.add, exact: true }).click();
    await barbara.getByLabel(comments.about).selectOption({ label: need });
    await barbara.getByRole('textbox', { name: comments.text }).fill('Kto zna koszt?');
    await barbara.getByRole('button', { name: comments.send }).click();

    const threadOn = (page: Page): Locator =>
      page
        .getByRole('list', { name: comments.title })
        .getByRole('listitem')
        .filter({ hasText: 'Kto zna koszt?' });
    for (const page of [celina, marek]) await threadOn(page).getByText(need).waitFor();
    await threadOn(celina).getByRole('button', { name: comments.answer }).click();
    await celina.getByRole('textbox', { name: comments.answerText }).fill('Gmina ma kosztorys.');
    await celina.getByRole('form').getByRole('button', { name: comments.answer }).click();
    for (const page of all()) await threadOn(page).getByText('Gmina ma kosztorys.').waitFor();
    await threadOn(marek).getByRole('button', { name: comments.resolve }).click();
    for (const page of all()) await page.getByText(comments.resolvedCount(1)).waitFor();
  });

  test('of two values set without knowing of each other both see the one that lost, and one tap takes it back', async () => {
    await Promise.all(all().map(waitUntilSafe));
    await relay.kill();
    await chooseForNeed(barbara, need, texts.changeToProblem);
    await needRow(barbara, need).getByText(texts.problem, { exact: true }).waitFor();
    await chooseForNeed(celina, need, texts.changeToProblem);
    await needRow(celina, need).getByText(texts.problem, { exact: true }).waitFor();
    await chooseForNeed(celina, need, texts.changeToNeed);
    await needRow(celina, need).getByText(texts.problem, { exact: true }).waitFor({ state: 'detached' });

    await relay.start();
    await eachOpens('needs');
    const back = stories.takeBack(texts.needKinds.problem);
    for (const page of all()) await page.getByRole('button', { name: back }).waitFor();
    await barbara.getByRole('button', { name: back }).click();
    for (const page of all()) {
      await page.getByRole('button', { name: back }).waitFor({ state: 'detached' });
      await needRow(page, need).getByText(texts.problem, { exact: true }).waitFor();
    }
  });
});
