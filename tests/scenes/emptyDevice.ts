// The first minute, and a device whose storage does not open.

import { catalogue as words } from '../../src/ui/i18n/pl/catalogue.ts';
import { type World, openScreen, screen, settle } from './scene.ts';

export const emptyDevice: World = {
  name: 'pierwsza-minuta',
  scenes: [
    screen('witaj', '/'),
    screen('zacznij', '/zacznij'),
    {
      name: 'zacznij-bez-nazwy',
      arrange: async (page) => {
        await page.getByRole('button', { name: words.partnership.create }).click();
        await page.getByText(words.problems.nameRequired).first().waitFor();
      },
    },
    screen('dolacz', '/dolacz'),
    {
      name: 'dolacz-pomylka-w-kodzie',
      arrange: async (page) => {
        await page.getByRole('textbox', { name: words.identity.code }).fill('7K3QF-9M2XE');
        await page.getByRole('button', { name: words.common.next }).click();
        await page.getByText(words.sending.invitation.mistyped).waitFor();
      },
    },
    screen('wysylka-bez-serwera', '/wysylka'),
    screen('dostep-bez-serwera', '/dostep'),
    screen('nie-ma-strony', '/nie-ma'),
  ],
};

export const brokenStorage: World = {
  name: 'awaria-pamieci',
  scenes: [
    {
      name: 'nie-mozna-otworzyc',
      arrange: async (page) => {
        await page.addInitScript(() => {
          IDBFactory.prototype.open = () => {
            throw new DOMException('Internal error opening backing store', 'UnknownError');
          };
        });
        await openScreen(page, '/');
        await page.getByText(words.recovery.title).waitFor();
        await settle(page);
      },
    },
  ],
};
