// What a librarian does on an open attendance list, as steps for the browser tests: marking, signing, adding, closing.
// Each resolves when the screen shows that it is done; what is right to expect afterwards is the test's.

import type { Locator, Page } from 'playwright-core';
import { catalogue as words } from '../../src/ui/i18n/pl/catalogue.ts';

const list = words.attendance;

/** The row of a person; every row has a button with the whole name, whatever the list's state. */
export function rowOf(page: Page, name: string): Locator {
  const more = page.getByRole('button', { name: `${words.common.more}: ${name}`, exact: true });
  return page.getByRole('row').filter({ has: more });
}

const present = /^(Obecna|Obecny|Obecność): /;

export function presenceButton(page: Page, name: string): Locator {
  return rowOf(page, name).getByRole('button', { name: present });
}

/** Waits until a person's row bears this tick. */
export async function waitForTick(page: Page, name: string, tick: keyof typeof words.ticks): Promise<void> {
  const text = words.ticks[tick];
  await rowOf(page, name).getByRole('img', { name: text, exact: true }).waitFor();
}

export async function openList(page: Page): Promise<void> {
  await page.getByRole('button', { name: list.openList }).click();
  await page.getByRole('searchbox', { name: list.searchLabel }).waitFor();
}

export async function markPresent(page: Page, name: string): Promise<void> {
  await presenceButton(page, name).click();
  await rowOf(page, name).getByRole('button', { pressed: true, name: present }).waitFor();
}

/** Draws `strokes` strokes into the pad that is open, with the pointer pressed along each. */
export async function drawSignature(page: Page, name: string, strokes: number): Promise<void> {
  await drawStrokes(page, page.getByRole('img', { name: words.signing.areaOf(name) }), strokes);
}

export async function drawStrokes(page: Page, pad: Locator, strokes: number): Promise<void> {
  const box = await pad.boundingBox();
  if (box === null) throw new Error('no pad to sign on');
  for (let stroke = 0; stroke < strokes; stroke += 1) {
    const left = box.x + box.width * (0.15 + 0.6 * (stroke / strokes));
    const middle = box.y + box.height / 2;
    await page.mouse.move(left, middle - box.height * 0.2);
    await page.mouse.down();
    for (let step = 1; step <= 6; step += 1) {
      const side = step % 2 === 0 ? -1 : 1;
      await page.mouse.move(left + box.width * 0.02 * step, middle + side * box.height * 0.2);
    }
    await page.mouse.up();
  }
}

/** Collects the signature of somebody who is present. */
export async function sign(page: Page, name: string, strokes: number): Promise<void> {
  await rowOf(page, name)
    .getByRole('button', { name: `${list.sign}: ${name}` })
    .click();
  const dialog = page.getByRole('dialog', { name });
  await dialog.getByRole('img', { name: words.signing.areaOf(name) }).waitFor();
  await drawSignature(page, name, strokes);
  await dialog.getByRole('button', { name: words.signing.done, exact: true }).click();
  await dialog.waitFor({ state: 'detached' });
  await rowOf(page, name)
    .getByRole('img', { name: words.signing.signedBy(name) })
    .waitFor();
}

export async function addWalkIn(page: Page, name: string, organisation = ''): Promise<void> {
  await page.getByRole('button', { name: list.addPerson }).click();
  const dialog = page.getByRole('dialog', { name: list.addPerson });
  await dialog.getByRole('textbox', { name: words.common.fullName }).fill(name);
  if (organisation !== '')
    await dialog.getByRole('textbox', { name: words.common.organisation }).fill(organisation);
  await dialog.getByRole('button', { name: list.addAndMark }).click();
  await dialog.waitFor({ state: 'detached' });
  await rowOf(page, name).waitFor();
}

/** Seals the list; returns its fingerprint as it is shown. */
export async function closeList(page: Page, by: string): Promise<string> {
  await page.getByRole('button', { name: list.closeList }).click();
  const dialog = page.getByRole('dialog', { name: list.closing.title });
  await dialog.getByRole('textbox', { name: list.closing.by }).fill(by);
  await dialog.getByRole('button', { name: list.closeList }).click();
  await dialog.waitFor({ state: 'detached' });
  return readFingerprint(page);
}

/** The fingerprint of a sealed list. Rejects when the list does not say that it is sealed as it stands. */
export async function readFingerprint(page: Page): Promise<string> {
  await page.getByText(list.seal.closed, { exact: true }).waitFor();
  const line = await page.getByText(list.seal.fingerprint).textContent();
  return (line ?? '').replace(list.seal.fingerprint, '').trim();
}
