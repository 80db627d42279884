// Steps at the plan for the browser tests: opening a section, writing in its text and in its rows, and reading what the
// screen shows of both, of who is there and of where their carets stand.

import type { Locator, Page } from 'playwright-core';
import { hrefOf } from '../../src/domain/places.ts';
import { placeOfSection } from '../../src/domain/plan/planPages.ts';
import type { PlanSection } from '../../src/domain/plan/sections.ts';
import { catalogue as words } from '../../src/ui/i18n/pl/catalogue.ts';
import { goTo } from './librarianSteps.ts';

const texts = words.plan;

export async function goToSection(page: Page, section: PlanSection): Promise<void> {
  await goTo(page, hrefOf(placeOfSection(section)));
}

/** The editor of the section that is open. */
export function editorOf(page: Page, section: PlanSection): Locator {
  return page.getByRole('textbox', { name: texts.textLabel(texts.sections[section]), exact: true });
}

/** Puts the caret that many letters behind the beginning of the text's first paragraph, or at the text's end. */
export async function putCaret(page: Page, section: PlanSection, letters: number | 'end'): Promise<void> {
  const editor = editorOf(page, section);
  await editor.focus();
  await page.keyboard.press(letters === 'end' ? 'Control+End' : 'Control+Home');
  for (let step = 0; letters !== 'end' && step < letters; step += 1) await page.keyboard.press('ArrowRight');
}

/** The paragraphs of the text as they read, without the names at others' carets. */
export async function paragraphsOf(page: Page, section: PlanSection): Promise<readonly string[]> {
  return editorOf(page, section).evaluate((editor) =>
    [...editor.children].map((block) => {
      const copy = block.cloneNode(true);
      if (!(copy instanceof Element)) return '';
      for (const caret of copy.querySelectorAll('[aria-hidden]')) caret.remove();
      return copy.textContent;
    }),
  );
}

/** What stands in its paragraph before the caret of each of the others, by the name at the caret. */
export async function othersCarets(
  page: Page,
  section: PlanSection,
): Promise<Readonly<Record<string, string>>> {
  return editorOf(page, section).evaluate((editor) => {
    const found: Record<string, string> = {};
    for (const caret of editor.querySelectorAll('[aria-hidden]')) {
      const block = caret.closest('p');
      if (block === null) continue;
      const range = document.createRange();
      range.setStart(block, 0);
      range.setEndBefore(caret);
      const before = range.cloneContents();
      for (const other of before.querySelectorAll('[aria-hidden]')) other.remove();
      found[(caret.textContent ?? '').replaceAll('\u2060', '')] = before.textContent ?? '';
    }
    return found;
  });
}

/** Who is here, as the line under the title says it, without the initials before it. */
export async function presenceLine(page: Page): Promise<string> {
  const line = page.locator('main').getByRole('status').first();
  return line.evaluate((element) => (element.lastElementChild ?? element).textContent);
}

export async function addNeed(page: Page, text: string): Promise<void> {
  const field = page.getByRole('textbox', { name: texts.newNeed });
  await field.fill(text);
  await page.getByRole('button', { name: texts.addNeed, exact: true }).click();
  await needRow(page, text).waitFor();
}

export function needRow(page: Page, text: string): Locator {
  return page
    .getByRole('list', { name: texts.needs, exact: true })
    .getByRole('listitem')
    .filter({ hasText: text });
}

/** The needs in the order of the screen, those that are only offered back not among them. */
export async function needsOf(page: Page): Promise<readonly string[]> {
  const rows = page
    .getByRole('list', { name: texts.needs, exact: true })
    .getByRole('button', { name: `${words.common.edit}, ${texts.need}:` });
  const spoken = await rows.allTextContents();
  return spoken.map((text) => text.replace(`${words.common.edit}, ${texts.need}: `, ''));
}

/** Writes into the text of a need at its end, or before its first letter, and waits for it to be on the device. */
export async function writeInNeed(
  page: Page,
  text: string,
  at: 'beginning' | 'end',
  written: string,
): Promise<void> {
  await needRow(page, text)
    .getByRole('button', { name: `${words.common.edit}, ${texts.need}:` })
    .click();
  const field = page.getByRole('textbox', { name: texts.need, exact: true });
  await field.and(page.locator(':not([readonly])')).waitFor();
  if (at === 'beginning') await field.press('Control+Home');
  await field.pressSequentially(written);
  await field.press('Escape');
  await field.waitFor({ state: 'detached' });
  await needRow(page, at === 'end' ? `${text}${written}` : `${written}${text}`)
    .getByRole('img', { name: words.ticks.device, exact: true })
    .waitFor();
}

export async function chooseForNeed(page: Page, text: string, item: string): Promise<void> {
  const row = needRow(page, text);
  await row.getByRole('button', { name: texts.moreAbout('') }).click();
  await page.getByRole('menuitem', { name: item, exact: true }).click();
}
