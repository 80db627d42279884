// The hard case: sixty people with long names and long names of institutions.

import { catalogue as words } from '../../src/ui/i18n/pl/catalogue.ts';
import { bringInBackup } from '../e2e/librarianSteps.ts';
import { backupOf, filledMeetingId } from '../filled/filledPartnership.ts';
import { type Scene, type World, openScreen, screen } from './scene.ts';

const KEY = 'hard';
const path = (index: number): string => `/spotkania/${filledMeetingId(KEY, index)}`;

function bringIn(): Scene {
  return {
    name: 'dzis',
    arrange: async (page) => {
      await openScreen(page, '/ustawienia');
      const bytes = backupOf([
        {
          key: KEY,
          naming: 'long',
          people: 60,
          meetings: 4,
          present: 44,
          signed: 30,
          today: new Date().toISOString().slice(0, 10),
          createdAt: Date.now(),
        },
      ]);
      await bringInBackup(page, bytes, 2);
      await openScreen(page, '/');
    },
  };
}

export const hardCase: World = {
  name: 'trudny-przypadek',
  scenes: [
    bringIn(),
    screen('spotkania', '/spotkania'),
    screen('spotkanie', path(3)),
    screen('spotkanie-zamkniete', path(0)),
    screen('lista', `${path(3)}/lista`),
    {
      name: 'zamknij-liste',
      arrange: async (page) => {
        await page.setViewportSize({ width: 1180, height: 820 });
        await page.getByRole('button', { name: words.attendance.closeList }).click();
        await page.getByRole('dialog').waitFor();
      },
    },
    screen('lista-zamknieta', `${path(0)}/lista`),
    screen('druk', `${path(0)}/druk`),
    screen('partnerzy', '/partnerzy'),
    screen('partnerstwo', '/partnerstwo'),
    screen('wysylka', '/wysylka'),
    screen('ustawienia', '/ustawienia'),
  ],
};
