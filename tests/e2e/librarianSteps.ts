// The librarian's way to an attendance list, as steps for the browser tests: joining, beginning a partnership, planning a
// meeting, inviting another device, bringing the invitation list in. Each resolves when the screen shows that it is done.

import type { BrowserContext, Page } from 'playwright-core';
import { catalogue as words } from '../../src/ui/i18n/pl/catalogue.ts';

export interface Tablet {
  readonly width: number;
  readonly height: number;
}

const TABLET: Tablet = { width: 1180, height: 820 };

/** A page of the size of a tablet in landscape. */
export async function openPage(context: BrowserContext, size: Tablet = TABLET): Promise<Page> {
  const page = context.pages()[0] ?? (await context.newPage());
  await page.setViewportSize(size);
  return page;
}

/** Follows an invitation link (or the first link) up to where it asks who joins, and joins. */
export async function joinByLink(page: Page, link: string, person: string): Promise<void> {
  await page.goto(link);
  await join(page, person);
}

/** Joins with the invitation that is open. */
export async function join(page: Page, person: string): Promise<void> {
  await page.getByRole('textbox', { name: words.identity.yourName }).fill(person);
  await page.getByRole('button', { name: words.identity.join, exact: true }).click();
}

export interface Beginning {
  readonly name: string;
  readonly library: string;
  readonly person: string;
}

export async function beginPartnership(page: Page, beginning: Beginning): Promise<void> {
  const texts = words.partnership;
  await page.getByRole('link', { name: words.today.beginHere }).click();
  await page.getByRole('textbox', { name: texts.name }).fill(beginning.name);
  await page.getByRole('textbox', { name: texts.library }).fill(beginning.library);
  await page.getByRole('textbox', { name: texts.ownName }).fill(beginning.person);
  await page.getByRole('button', { name: texts.create }).click();
  await page.getByText(words.today.noMeeting).waitFor();
}

/** Plans the first meeting from Dziś; ends on the meeting's screen. `date` as "2026-11-22". */
export async function planMeeting(page: Page, date: string): Promise<void> {
  const texts = words.meetings;
  await page.getByRole('link', { name: words.today.planMeeting }).click();
  await page.getByLabel(texts.date).fill(date);
  await page.getByRole('textbox', { name: texts.place }).fill('Świetlica w Zawadzie');
  await page.getByRole('button', { name: texts.add }).click();
  await page.waitForURL(/\/spotkania\/(?!nowe)[\w-]+$/);
  await page.getByRole('heading', { level: 1 }).waitFor();
}

/** An invitation as it is handed over. */
export interface HandedOver {
  readonly link: string;
  readonly code: string;
}

/** Makes an invitation in the partnership that is open, and reads what the screen hands over; ends on the list of them. */
export async function makeInvitation(
  page: Page,
  role: keyof typeof words.identity.roles,
): Promise<HandedOver> {
  const texts = words.identity;
  await goTo(page, '/dostep');
  await page.getByRole('button', { name: texts.invite, exact: true }).click();
  const dialog = page.getByRole('dialog', { name: texts.inviteTitle });
  // A choice is named by its label and its hint, and hints speak of other roles.
  await dialog.getByRole('radio', { name: new RegExp(`^${texts.roles[role]}`) }).check();
  await dialog.getByRole('button', { name: texts.makeInvitation }).click();
  const shown = page.getByRole('dialog', { name: texts.showTitle(texts.roles[role]) });
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
  await shown.getByRole('button', { name: texts.copyLink }).click();
  await page.getByText(texts.linkCopied).waitFor();
  const link = await page.evaluate(() => navigator.clipboard.readText());
  const code = (await shown.getByText(/^[0-9A-Z]{5}-[0-9A-Z]{5}$/).textContent()) ?? '';
  await shown.getByRole('button', { name: words.common.close }).click();
  return { link, code };
}

/** The link alone, as the person would send it on. */
export async function invite(page: Page, role: keyof typeof words.identity.roles): Promise<string> {
  return (await makeInvitation(page, role)).link;
}

/** Opens a place of the app by its address. */
export async function goTo(page: Page, path: string): Promise<void> {
  await page.goto(new URL(path, page.url()).href);
  await page.getByRole('heading', { level: 1 }).waitFor();
}

/** Chooses a file on the open import screen and waits for what was read from it. */
export async function chooseList(page: Page, file: string): Promise<void> {
  const [choosing] = await Promise.all([
    page.waitForEvent('filechooser'),
    page.getByLabel(words.importing.chooseFile, { exact: true }).click(),
  ]);
  await choosing.setFiles(file);
  await page.getByRole('table', { name: words.importing.preview }).waitFor();
}

/** Brings in what is previewed, inviting to the chosen meeting; ends on the meeting's screen. */
export async function takeList(page: Page, people: number): Promise<void> {
  await page.getByRole('button', { name: words.importing.takeAndInvite(people) }).click();
  await page.waitForURL(/\/spotkania\/[\w-]+$/);
}

/** Brings a backup file in on the settings screen; on an empty device the app's places appear with it. */
export async function bringInBackup(page: Page, bytes: Uint8Array, documents: number): Promise<void> {
  const places = page.getByRole('navigation', { name: words.shell.places });
  const isEmpty = !(await places.isVisible());
  await page.getByLabel(words.settings.importBackup).setInputFiles({
    name: 'kopia.json',
    mimeType: 'application/json',
    buffer: Buffer.from(bytes),
  });
  await page.getByText(words.settings.imported(documents)).waitFor({ timeout: 60_000 });
  if (isEmpty) await places.waitFor();
}

/** Resolves when the header says that the server has everything, in the short words of a phone too. */
export async function waitUntilSafe(page: Page): Promise<void> {
  const header = page.getByRole('region', { name: words.shell.sync });
  await header
    .getByRole('link', { name: words.sync.allSafe })
    .or(header.getByRole('link', { name: words.sync.allSafeShort, exact: true }))
    .waitFor();
}

/** Resolves when the app is installed for work without internet. */
export async function waitForWorker(page: Page): Promise<void> {
  await page.evaluate(async () => {
    await navigator.serviceWorker.ready;
  });
}
