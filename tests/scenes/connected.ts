// A device that has joined: joining, people and access, invitations, what is where.

import { catalogue as words } from '../../src/ui/i18n/pl/catalogue.ts';
import { beginPartnership, join, waitUntilSafe } from '../e2e/librarianSteps.ts';
import { type World, closeDialog, openScreen, screen, settle } from './scene.ts';

const texts = words.identity;

/** The first link of the server is used up by it; asked for when the server is there. */
export function connected(firstLink: () => string): World {
  return {
    name: 'polaczone',
    scenes: [
      {
        name: 'zaproszenie',
        arrange: async (page) => {
          await page.goto(firstLink());
          await settle(page);
          await page.getByText(texts.invitedFirst).waitFor();
        },
      },
      {
        name: 'dolaczono',
        arrange: async (page) => {
          await join(page, 'Barbara Zielińska');
          await page.getByText(texts.joinedProgramme).waitFor();
        },
      },
      {
        name: 'dzis-nowe-partnerstwo',
        arrange: async (page) => {
          await openScreen(page, '/');
          await beginPartnership(page, {
            name: 'Stare Pole razem',
            library: 'Gminna Biblioteka Publiczna w Starym Polu',
            person: 'Barbara Zielińska',
          });
          await waitUntilSafe(page);
        },
      },
      screen('dostep', '/dostep'),
      {
        name: 'zapros',
        arrange: async (page) => {
          await page.getByRole('button', { name: texts.invite, exact: true }).click();
          await page.getByRole('dialog', { name: texts.inviteTitle }).waitFor();
        },
      },
      {
        name: 'zaproszenie-qr',
        arrange: async (page) => {
          await page.getByRole('button', { name: texts.makeInvitation }).click();
          await page.getByRole('img', { name: texts.qrLabel }).waitFor();
        },
      },
      {
        name: 'wysylka',
        arrange: async (page) => {
          await closeDialog(page);
          await openScreen(page, '/wysylka');
          await page.getByRole('button', { name: words.sending.sendNow }).click();
          await page.getByText(words.sending.sent(0)).waitFor();
        },
      },
      screen('program', '/program'),
      screen('partnerzy-pusto', '/partnerzy'),
      screen('spotkania-pusto', '/spotkania'),
    ],
  };
}
