// Goals and activities of the sample plan in all their views, with what goes wrong in their forms.

import type { Page } from 'playwright-core';
import { hrefOf } from '../../src/domain/places.ts';
import { placeOfSection } from '../../src/domain/plan/planPages.ts';
import { catalogue as words } from '../../src/ui/i18n/pl/catalogue.ts';
import { type Scene, closeDialog, openScreen } from './scene.ts';

const texts = words.planWork;

const view = (page: Page, name: string): Promise<void> =>
  page.getByRole('radio', { name }).check({ force: true });

export const planWorkScenes: readonly Scene[] = [
  {
    name: 'cele',
    arrange: async (page) => {
      await openScreen(page, hrefOf(placeOfSection('goals')));
      await page.getByRole('list', { name: texts.goals }).waitFor();
    },
  },
  {
    name: 'cel',
    arrange: async (page) => {
      await openScreen(page, hrefOf(placeOfSection('goals', 'example-goal-1')));
      await page.getByRole('list', { name: texts.indicators }).waitFor();
    },
  },
  {
    name: 'wskaznik-bez-liczby',
    arrange: async (page) => {
      await page.getByRole('button', { name: texts.addIndicator }).click();
      const dialog = page.getByRole('dialog', { name: texts.addIndicator });
      await dialog.getByLabel(texts.indicatorName).fill('Konstantynopolitańczykowianeczki miesięcznie');
      await dialog.getByLabel(texts.baseline).fill('dużo');
      await dialog.getByRole('button', { name: words.common.save }).click();
      await dialog.getByText(texts.number.empty).waitFor();
    },
  },
  {
    name: 'dzialania',
    arrange: async (page) => {
      await closeDialog(page);
      await openScreen(page, hrefOf(placeOfSection('activities')));
      await page.getByRole('list', { name: texts.activities }).waitFor();
    },
  },
  {
    name: 'dzialania-filtry',
    arrange: async (page) => {
      await page.getByText(texts.filters, { exact: true }).click();
      await page.getByLabel(texts.onlyOverdue).check();
      await page.getByText(texts.filtersSet(1)).waitFor();
    },
  },
  {
    name: 'dzialania-tablica',
    arrange: async (page) => {
      await page.getByRole('button', { name: texts.clearFilters }).click();
      await page.getByText(texts.filters, { exact: true }).click();
      await view(page, texts.view.board);
    },
  },
  { name: 'dzialania-os-czasu', arrange: (page) => view(page, texts.view.timeline) },
  { name: 'dzialania-moje', arrange: (page) => view(page, texts.view.mine) },
  {
    name: 'dzialanie-zle-dane',
    arrange: async (page) => {
      await view(page, texts.view.list);
      await page.getByRole('button', { name: 'Zakup gier planszowych', exact: true }).click();
      const dialog = page.getByRole('dialog', { name: texts.editActivity });
      await dialog.getByLabel(texts.from).fill('2026-12-24');
      await dialog.getByLabel(texts.until).fill('2026-12-01');
      await dialog.getByLabel(texts.amount).first().fill('1.234');
      await dialog.getByRole('button', { name: texts.addBudgetLine }).click();
      await dialog.getByLabel(texts.amount).last().fill('12,345');
      await dialog.getByRole('button', { name: words.common.save }).click();
      await dialog.getByText(texts.endBeforeStart).waitFor();
    },
  },
  {
    name: 'pobierz-plan',
    arrange: async (page) => {
      await closeDialog(page);
      await openScreen(page, '/plan');
      await page.getByRole('button', { name: texts.takeOut }).click();
      await page.getByRole('dialog', { name: texts.takeOut }).waitFor();
    },
  },
  {
    name: 'wczytaj-plan',
    arrange: async (page) => {
      await closeDialog(page);
      await page.getByRole('button', { name: texts.bringIn }).click();
      const dialog = page.getByRole('dialog', { name: texts.bringIn });
      await dialog
        .getByLabel(words.planOutOf.orPaste)
        .fill('1. Wizja\n\nRazem.\n\n2. Partnerzy\n\nPoczta: listy\n\n3. Potrzeby\n\nDojazd');
      await dialog.getByRole('button', { name: words.planOutOf.readPasted }).click();
      await dialog.getByRole('button', { name: words.planOutOf.bringInNow }).waitFor();
    },
  },
];
