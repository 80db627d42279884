// The sample partnership: every screen of the main job, and the dialogs that stand over them.

import type { Page } from 'playwright-core';
import { catalogue as words } from '../../src/ui/i18n/pl/catalogue.ts';
import {
  addWalkIn,
  drawSignature,
  markPresent,
  openList,
  rowOf,
  sign,
  waitForTick,
} from '../e2e/listSteps.ts';
import { type World, closeDialog, openScreen, screen, settle } from './scene.ts';

const FIRST = '/spotkania/example-meeting-1';
const SECOND = '/spotkania/example-meeting-2';
const list = words.attendance;
const PIN = '2580';

/** The first people of the open list, by what is on the screen. */
async function namesOf(page: Page, count: number): Promise<readonly string[]> {
  await page.locator('[data-person]').first().waitFor();
  const names = await page
    .locator('[data-person] [role=rowheader]')
    .evaluateAll((headers) => headers.map((header) => header.firstChild?.textContent ?? ''));
  return names.slice(0, count);
}

export const sample: World = {
  name: 'przyklad',
  scenes: [
    screen('dzis', '/?example'),
    screen('spotkania', '/spotkania'),
    screen('zaplanuj', '/spotkania/nowe'),
    screen('spotkanie-zamkniete', FIRST),
    screen('spotkanie-zaplanowane', SECOND),
    {
      name: 'zmien-spotkanie',
      arrange: async (page) => {
        await page.getByRole('button', { name: words.common.edit, exact: true }).first().click();
        await page.locator('dialog[open]').waitFor();
      },
    },
    {
      name: 'ustalenie',
      arrange: async (page) => {
        await closeDialog(page);
        await page.getByRole('button', { name: words.meetings.addDecision }).click();
        await page.locator('dialog[open]').waitFor();
      },
    },
    {
      name: 'zapros-osoby',
      arrange: async (page) => {
        await closeDialog(page);
        await page.getByRole('button', { name: words.meetings.invite }).first().click();
        await page.locator('dialog[open]').waitFor();
      },
    },
    screen('lista-zamknieta', `${FIRST}/lista`),
    {
      name: 'popraw-liste',
      arrange: async (page) => {
        await page.getByRole('button', { name: list.seal.correct }).click();
        await page.locator('dialog[open]').waitFor();
      },
    },
    screen('lista-zaplanowana', `${SECOND}/lista`),
    {
      name: 'lista-otwarta',
      arrange: async (page) => {
        await openList(page);
        const names = await namesOf(page, 9);
        for (const name of names) await markPresent(page, name);
        for (const name of names.slice(0, 4)) await sign(page, name, 3);
        await addWalkIn(page, 'Wanda Gość', 'Koło Gospodyń w Zawadzie');
        await waitForTick(page, 'Wanda Gość', 'device');
      },
    },
    {
      name: 'lista-szukanie',
      arrange: async (page) => {
        await page.getByRole('searchbox', { name: list.searchLabel }).fill('zol');
        await page.getByText(list.notOnList).waitFor();
      },
    },
    {
      name: 'lista-z-papieru',
      arrange: async (page) => {
        await openScreen(page, `${SECOND}/lista`);
        await page.setViewportSize({ width: 1180, height: 820 });
        await page.getByRole('button', { name: list.moreOfList }).click();
        await page.getByRole('menuitem', { name: list.fromPaper }).click();
        await page.getByText(list.paperText).waitFor();
      },
    },
    {
      name: 'dopisz-osobe',
      arrange: async (page) => {
        await openScreen(page, `${SECOND}/lista`);
        await page.getByRole('button', { name: list.addPerson }).click();
        const dialog = page.getByRole('dialog');
        await dialog.getByRole('textbox', { name: words.common.fullName }).fill('Ann');
      },
    },
    {
      name: 'osoba-na-liscie',
      arrange: async (page) => {
        await closeDialog(page);
        const [name = ''] = await namesOf(page, 1);
        await rowOf(page, name)
          .getByRole('button', { name: `${words.common.more}: ${name}` })
          .click();
        await page.getByRole('dialog').waitFor();
      },
    },
    {
      name: 'podpis',
      arrange: async (page) => {
        await closeDialog(page);
        const name = (await namesOf(page, 7)).at(-1) ?? '';
        await rowOf(page, name)
          .getByRole('button', { name: `${list.sign}: ${name}` })
          .click();
        await drawSignature(page, name, 4);
      },
    },
    {
      name: 'podpis-pusty',
      arrange: async (page) => {
        const dialog = page.getByRole('dialog');
        await dialog.getByRole('button', { name: words.signing.clear }).click();
        await dialog.getByRole('button', { name: words.signing.done, exact: true }).click();
        await page.getByText(words.signing.refused.empty).waitFor();
      },
    },
    {
      name: 'potwierdz-bez-podpisu',
      arrange: async (page) => {
        await page.getByRole('dialog').getByRole('button', { name: words.signing.cannotDraw }).click();
        await page.getByRole('button', { name: words.signing.confirmWithout }).waitFor();
      },
    },
    {
      name: 'zamknij-liste',
      arrange: async (page) => {
        await closeDialog(page);
        await page.setViewportSize({ width: 1180, height: 820 });
        await page.getByRole('button', { name: list.closeList }).click();
        await page.getByRole('dialog', { name: list.closing.title }).waitFor();
      },
    },
    screen('druk', `${SECOND}/druk`),
    screen('partnerzy', '/partnerzy'),
    {
      name: 'dodaj-osobe-partnera',
      arrange: async (page) => {
        await page.getByRole('button', { name: words.partnership.addPerson }).first().click();
        await page.getByRole('dialog').waitFor();
      },
    },
    {
      name: 'dodaj-instytucje',
      arrange: async (page) => {
        await closeDialog(page);
        await page
          .getByRole('button', { name: words.partnership.moreAbout(words.partnership.partners) })
          .click();
        await page.getByRole('menuitem', { name: words.partnership.addOrganisation }).click();
        await page.getByRole('dialog').waitFor();
      },
    },
    screen('wczytaj', '/partnerzy/wczytaj'),
    {
      name: 'wczytaj-podglad',
      arrange: async (page) => {
        await page.getByRole('textbox', { name: words.importing.pasted }).fill(PASTED);
        await page.getByRole('button', { name: words.importing.readPasted }).click();
        await page.getByRole('table', { name: words.importing.preview }).waitFor();
      },
    },
    {
      name: 'popraw-wiersz',
      arrange: async (page) => {
        await page
          .getByRole('button', { name: /^Popraw: / })
          .first()
          .click();
        await page.getByRole('dialog').waitFor();
      },
    },
    {
      name: 'wczytaj-to-nie-lista',
      arrange: async (page) => {
        await openScreen(page, '/partnerzy/wczytaj');
        await page.getByLabel(words.importing.chooseFile, { exact: true }).setInputFiles({
          name: 'lista.xlsx',
          mimeType: 'application/zip',
          buffer: Buffer.from('PK\u0003\u0004 xl/'),
        });
        await page.getByText(words.importing.advice.spreadsheet).waitFor();
      },
    },
    screen('partnerstwo', '/partnerstwo'),
    screen('wysylka', '/wysylka'),
    screen('ustawienia', '/ustawienia'),
    {
      name: 'kiosk-pin',
      arrange: async (page) => {
        await openScreen(page, `${SECOND}/podpisy`);
        await page.getByLabel(words.signing.pinAgain).waitFor();
      },
    },
    {
      name: 'kiosk-start',
      arrange: async (page) => {
        await page.getByLabel(words.signing.pinSet).fill(PIN);
        await page.getByLabel(words.signing.pinAgain).fill(PIN);
        await page.getByRole('button', { name: words.signing.start }).click();
        await page.getByText(words.signing.readyTitle).waitFor();
      },
    },
    {
      name: 'kiosk-znajdz',
      arrange: async (page) => {
        await page.getByRole('button', { name: words.signing.begin }).click();
        await page.getByLabel(words.signing.findLabel).fill('ma');
        await page.getByRole('group', { name: words.signing.foundList }).waitFor();
      },
    },
    {
      name: 'kiosk-nowa-osoba',
      arrange: async (page) => {
        await page.getByRole('button', { name: words.signing.notListed }).click();
        await page.getByText(words.signing.newcomerTitle).waitFor();
      },
    },
    {
      name: 'kiosk-podpis',
      arrange: async (page) => {
        await page.getByRole('button', { name: words.common.back }).click();
        await page.getByLabel(words.signing.findLabel).fill('ma');
        const found = page.getByRole('group', { name: words.signing.foundList }).getByRole('button').first();
        const name = (await found.textContent())?.split(' · ')[0] ?? '';
        await found.click();
        await drawSignature(page, name, 3);
      },
    },
    {
      name: 'kiosk-wyjscie',
      arrange: async (page) => {
        await page.getByRole('button', { name: words.signing.finish }).click();
        const dialog = page.getByRole('dialog', { name: words.signing.pinTitle });
        await dialog.getByLabel(words.signing.pin, { exact: true }).fill('0000');
        await dialog.getByRole('button', { name: words.signing.pinLeave }).click();
        await dialog.getByText(words.signing.pinWrong).waitFor();
        await settle(page);
      },
    },
  ],
};

const PASTED = `1. Anna Nowak – Szkoła Podstawowa, tel. 501 222 310, anna@szkola.example
2. Zofia Żak-Śliwińska – Stowarzyszenie na rzecz Rozwoju Wsi Stare Pole Dolne „Nasza Bystra”
3. <b>Jan</b> Kowalski – OSP, tel. 50
4. ${'Bardzo Długie Nazwisko '.repeat(10)}
5. Teresa Lis`;
