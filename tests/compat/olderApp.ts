// What a librarian does in the app of release 0.1.0-schema2, by the words that stand on its screens. They are frozen with it: the
// steps of tests/e2e follow the present catalogue.

import type { Locator, Page } from 'playwright-core';
import { drawStrokes } from '../e2e/listSteps.ts';

export const RELEASE = '0.1.0-schema2';
export const SERVER_TICK = 'bezpieczne na serwerze';
export const DEVICE_TICK = 'zapisane na tym urządzeniu';
export const READ_ONLY = 'Możesz to czytać. Do pisania potrzebna jest nowsza wersja aplikacji.';
export const TOO_OLD_FOR_SERVER = 'Ta wersja aplikacji jest za stara dla serwera. Włącz nową wersję.';
const PERSON = 'Barbara Zielińska';

/** Ends where the app works without internet. */
export async function joinProgramme(page: Page, link: string): Promise<void> {
  await page.goto(link);
  await page.getByRole('textbox', { name: 'Twoje imię i nazwisko' }).fill(PERSON);
  await page.getByRole('button', { name: 'Dołącz', exact: true }).click();
  await page.getByText('Dołączono do programu.').waitFor();
  await page.evaluate(async () => {
    await navigator.serviceWorker.ready;
  });
}

/** A partnership with a meeting today; ends on the meeting's screen, whose path it returns. */
export async function beginWithMeeting(page: Page): Promise<string> {
  await goTo(page, '/');
  await page.getByRole('link', { name: 'Zacznij partnerstwo na tym urządzeniu' }).click();
  await page.getByRole('textbox', { name: 'Nazwa partnerstwa' }).fill('Stare Pole razem');
  await page.getByRole('textbox', { name: 'Biblioteka' }).fill('Gminna Biblioteka Publiczna');
  await page.getByRole('textbox', { name: 'Twoje imię i nazwisko' }).fill(PERSON);
  await page.getByRole('button', { name: 'Utwórz partnerstwo' }).click();
  await page.getByText('Nie masz zaplanowanego spotkania').waitFor();
  await page.getByRole('link', { name: 'Zaplanuj spotkanie' }).click();
  await page.getByLabel('Data').fill(new Date().toISOString().slice(0, 10));
  await page.getByRole('textbox', { name: 'Miejsce' }).fill('Świetlica w Zawadzie');
  await page.getByRole('button', { name: 'Zaplanuj spotkanie' }).click();
  await page.waitForURL(/\/spotkania\/(?!nowe)[\w-]+$/);
  await page.getByRole('heading', { level: 1 }).waitFor();
  return new URL(page.url()).pathname;
}

export async function openListOf(page: Page, meeting: string): Promise<void> {
  await goTo(page, `${meeting}/lista`);
  await page.getByRole('button', { name: 'Otwórz spotkanie i listę' }).click();
  await page.getByRole('searchbox', { name: 'Szukaj na liście' }).waitFor();
}

/** Somebody who is not on the list, present; ends when the device has them. */
export async function addGuest(page: Page, name: string): Promise<void> {
  await page.getByRole('button', { name: 'Dopisz osobę' }).click();
  const dialog = page.getByRole('dialog', { name: 'Dopisz osobę' });
  await dialog.getByRole('textbox', { name: 'Imię i nazwisko' }).fill(name);
  await dialog.getByRole('button', { name: 'Dopisz i zaznacz obecność' }).click();
  await dialog.waitFor({ state: 'detached' });
  await rowOf(page, name)
    .getByRole('img', { name: new RegExp(`^(${DEVICE_TICK}|${SERVER_TICK})$`) })
    .waitFor();
}

export async function sign(page: Page, name: string): Promise<void> {
  await rowOf(page, name)
    .getByRole('button', { name: `Podpis: ${name}` })
    .click();
  const dialog = page.getByRole('dialog', { name });
  const pad = page.getByRole('img', { name: `Pole na podpis: ${name}` });
  await pad.waitFor();
  await drawStrokes(page, pad, 3);
  await dialog.getByRole('button', { name: 'Gotowe', exact: true }).click();
  await rowOf(page, name)
    .getByRole('img', { name: `Podpis: ${name}` })
    .waitFor();
}

export async function waitForTick(page: Page, name: string, tick: string): Promise<void> {
  await rowOf(page, name).getByRole('img', { name: tick, exact: true }).waitFor({ timeout: 60_000 });
}

/** The link of an invitation into the partnership. */
export async function inviteFacilitator(page: Page): Promise<string> {
  await goTo(page, '/dostep');
  await page.getByRole('button', { name: 'Zaproś', exact: true }).click();
  const dialog = page.getByRole('dialog', { name: 'Nowe zaproszenie' });
  await dialog.getByRole('radio', { name: /^animator lub animatorka/ }).check();
  await dialog.getByRole('button', { name: 'Utwórz zaproszenie' }).click();
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
  await page.getByRole('button', { name: 'Kopiuj link' }).click();
  await page.getByText('Link skopiowany').waitFor();
  return page.evaluate(() => navigator.clipboard.readText());
}

/** Sends from the screen that says where everything is, and waits for what it is to say then. */
export async function sendUntil(page: Page, said: string): Promise<void> {
  await goTo(page, '/wysylka');
  await page.getByRole('button', { name: 'Wyślij teraz' }).click();
  await page.getByText(said).first().waitFor({ timeout: 60_000 });
}

export const EVERYTHING_SAFE = 'Wszystko bezpieczne na serwerze';

function rowOf(page: Page, name: string): Locator {
  return page
    .getByRole('row')
    .filter({ has: page.getByRole('button', { name: `Więcej: ${name}`, exact: true }) });
}

export async function goTo(page: Page, path: string): Promise<void> {
  await page.goto(new URL(path, page.url()).href);
  await page.getByRole('heading', { level: 1 }).waitFor();
}

export const agendaOf = (page: Page): Locator => page.getByRole('textbox', { name: 'Scenariusz' });

/** Ends when the device has it. */
export async function typeAgenda(page: Page, text: string): Promise<void> {
  await agendaOf(page).fill(text);
  await agendaOf(page).blur();
  await page.getByRole('img', { name: DEVICE_TICK, exact: true }).first().waitFor();
}

/** How long after its opening a page is expected to have switched, and how often it is opened for it. */
const SWITCHED_WITHIN_MS = 6_000;
const OPENINGS = 3;

/** Ends in another version, on the screen that says which. */
export async function switchVersion(page: Page): Promise<void> {
  await page.evaluate(async () => {
    const registration = await navigator.serviceWorker.ready;
    await registration.update();
    while (registration.waiting === null) await new Promise((resolve) => setTimeout(resolve, 100));
  });
  const version = page.getByText(`Wersja ${RELEASE}`);
  for (let opening = 0; opening < OPENINGS; opening += 1) {
    await goTo(page, '/ustawienia');
    await page.getByText(/^Wersja /).waitFor();
    const isGone = await version.waitFor({ state: 'detached', timeout: SWITCHED_WITHIN_MS }).then(
      () => true,
      () => false,
    );
    if (isGone) return;
  }
  // It switches by itself only in the first moments after it was opened, which a busy machine spends on starting.
  await page.getByRole('button', { name: 'Włącz ją teraz' }).click();
  await version.waitFor({ state: 'detached' });
}
