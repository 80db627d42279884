// The plan of the sample partnership: the overview, every kind of section, and what is done in them.

import type { Page } from 'playwright-core';
import { hrefOf } from '../../src/domain/places.ts';
import { placeOfSection } from '../../src/domain/plan/planPages.ts';
import type { PlanSection } from '../../src/domain/plan/sections.ts';
import { catalogue as words } from '../../src/ui/i18n/pl/catalogue.ts';
import { planWorkScenes } from './planWork.ts';
import { type Scene, type World, closeDialog, openScreen, screen } from './scene.ts';

const texts = words.plan;

/** A section after its content has come: rows and texts are read after the frame stands. */
function section(name: string, which: PlanSection, waitFor: (page: Page) => Promise<void>): Scene {
  return {
    name,
    arrange: async (page) => {
      await openScreen(page, hrefOf(placeOfSection(which)));
      await waitFor(page);
    },
  };
}

const text = (page: Page): Promise<void> => page.getByRole('textbox').first().waitFor();
const list = (name: string) => (page: Page) => page.getByRole('list', { name }).first().waitFor();

export const planScenes: World = {
  name: 'plan',
  scenes: [
    {
      name: 'przeglad',
      arrange: async (page) => {
        await openScreen(page, '/?example');
        await openScreen(page, '/plan');
      },
    },
    section('metryczka', 'profile', text),
    section('potrzeby', 'needs', list(texts.needs)),
    {
      name: 'potrzeba-w-edycji',
      arrange: async (page) => {
        await page
          .getByRole('button', { name: new RegExp(`^${words.common.edit}, ${texts.need}`) })
          .first()
          .click();
        await page.getByRole('button', { name: texts.closeText }).waitFor();
      },
    },
    {
      name: 'dla-kogo-wazne',
      arrange: async (page) => {
        await page.getByRole('button', { name: texts.closeText }).click();
        await page
          .getByRole('button', { name: /^Ważne dla nas: / })
          .first()
          .click();
        await page.getByRole('dialog', { name: texts.votesOf }).waitFor();
      },
    },
    {
      name: 'co-na-to-mamy',
      arrange: async (page) => {
        await closeDialog(page);
        await page.getByRole('button', { name: /^Więcej czynności: Po lekcjach/ }).click();
        await page.getByRole('menuitem', { name: texts.match }).click();
        await page.getByRole('dialog', { name: texts.matchTitle }).waitFor();
      },
    },
    section(
      'partnerzy',
      'partners',
      list(
        texts.newNote(texts.noteKinds.interest, 'Szkoła Podstawowa im. Jana Kochanowskiego w Starym Polu'),
      ),
    ),
    section('zasoby', 'resources', list(texts.resources)),
    {
      name: 'dodaj-zasob',
      arrange: async (page) => {
        await page.getByRole('button', { name: texts.addResource }).click();
        const dialog = page.getByRole('dialog', { name: texts.addResource });
        await dialog.getByRole('button', { name: words.common.save }).click();
        await dialog.getByText(words.problems.nameRequired).waitFor();
      },
    },
    section('wizja', 'vision', text),
    ...planWorkScenes,
    section('projekt', 'project', text),
    section('ewaluacja', 'evaluation', list(texts.benefits.promotion)),
    section('akceptacja-pusta', 'acceptance', text),
    screen('nie-ma-strony-planu', '/plan/nie-ma'),
  ],
};
