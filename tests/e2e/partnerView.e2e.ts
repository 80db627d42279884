// What a partner's own phone shows and holds: the common work, nobody's contact data, no list, no signature. Looked for in
// every screen and in everything that the browser has stored, and found on the librarian's tablet by the same search.

import { join as joinPath } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { catalogue as words } from '../../src/ui/i18n/pl/catalogue.ts';
import { type RunningBrowser, startBrowser } from './browser.ts';
import {
  beginPartnership,
  chooseList,
  goTo,
  invite,
  joinByLink,
  openPage,
  planMeeting,
  takeList,
  waitUntilSafe,
} from './librarianSteps.ts';
import { closeList, markPresent, openList, sign } from './listSteps.ts';
import { type Relay, startRelay } from './relay.ts';

const LIST = joinPath(import.meta.dirname, '../rooms/partnership/importList/lists/invitees-utf8.csv');
/** Of the list that is brought in: a name, a telephone number and an address that no partner is to have. */
const PRIVATE = ['Anna Wiśniewska', 'Bogdan Lis', '501 222 310', 'sekretariat@sp-starepole.example'];
const LIBRARY = 'Gminna Biblioteka Publiczna w Starym Polu';

let relay: Relay;
let tablet: RunningBrowser;
let phone: RunningBrowser;
let librarian: Page;
let partner: Page;
let meeting = '';

beforeAll(async () => {
  [relay, tablet, phone] = await Promise.all([startRelay(), startBrowser(), startBrowser()]);
  librarian = await openPage(tablet.context);
  await joinByLink(librarian, relay.firstLink, 'Barbara Zielińska');
  await librarian.getByText(words.identity.joinedProgramme).waitFor();
  await goTo(librarian, '/');
  await beginPartnership(librarian, {
    name: 'Stare Pole razem',
    library: LIBRARY,
    person: 'Barbara Zielińska',
  });
  await planMeeting(librarian, new Date().toISOString().slice(0, 10));
  meeting = new URL(librarian.url()).pathname;
  await goTo(librarian, `${meeting}/wczytaj`);
  await chooseList(librarian, LIST);
  await takeList(librarian, 18);
  await goTo(librarian, `${meeting}/lista`);
  await openList(librarian);
  await markPresent(librarian, 'Anna Wiśniewska');
  await sign(librarian, 'Anna Wiśniewska', 3);
  await closeList(librarian, 'Barbara Zielińska');
  await waitUntilSafe(librarian);
  const link = await invite(librarian, 'partner');
  partner = await openPage(phone.context);
  await joinByLink(partner, link, 'Celina Partnerska');
  await partner.getByRole('navigation', { name: words.shell.places }).waitFor();
  await waitUntilSafe(partner);
  await partner.setViewportSize({ width: 360, height: 740 });
}, 120_000);

afterAll(async () => {
  await Promise.all([tablet?.close(), phone?.close()]);
  await relay?.close();
});

/** Everything that the browser keeps for the app, as text: databases with their keys and bytes, both storages, caches. */
async function everythingStored(page: Page): Promise<string> {
  return page.evaluate(async () => {
    const parts: string[] = [];
    const bytes = (view: Uint8Array): string =>
      `${new TextDecoder('utf-8').decode(view)} ${new TextDecoder('latin1').decode(view)}`;
    const tell = (value: unknown, seen: Set<object>): void => {
      if (value instanceof ArrayBuffer) parts.push(bytes(new Uint8Array(value)));
      else if (ArrayBuffer.isView(value))
        parts.push(bytes(new Uint8Array(value.buffer, value.byteOffset, value.byteLength)));
      else if (typeof value === 'object' && value !== null && !seen.has(value)) {
        seen.add(value);
        for (const [key, inner] of Object.entries(value)) {
          parts.push(key);
          tell(inner, seen);
        }
      } else if (typeof value === 'string') parts.push(value);
    };
    const done = <Value>(request: IDBRequest<Value>): Promise<Value> =>
      new Promise((resolve, reject) => {
        request.onsuccess = () => resolve(request.result);
        request.onerror = () => reject(request.error ?? new Error('not read'));
      });
    for (const { name } of await indexedDB.databases()) {
      if (name === undefined) continue;
      const db = await done(indexedDB.open(name));
      for (const store of db.objectStoreNames) {
        const rows = db.transaction(store).objectStore(store);
        tell([name, store, await done(rows.getAllKeys()), await done(rows.getAll())], new Set());
      }
      db.close();
    }
    for (const kept of [localStorage, sessionStorage]) tell(Object.entries(kept), new Set());
    for (const name of await caches.keys()) {
      const cache = await caches.open(name);
      for (const request of await cache.keys()) parts.push(request.url);
    }
    return parts.join('\n');
  });
}

/** Texts, what stands in fields, and what is only spoken. */
async function everythingShown(page: Page): Promise<string> {
  return page.evaluate(() => {
    const fields = [...document.querySelectorAll<HTMLInputElement>('input, textarea, select')];
    return [
      document.title,
      document.documentElement.outerHTML,
      document.body.textContent,
      ...fields.map((field) => field.value),
    ].join('\n');
  });
}

const privateIn = (text: string): readonly string[] => PRIVATE.filter((value) => text.includes(value));

describe('[G7] a partner’s phone', () => {
  test('shows nobody’s contact data, no list and no signature on any screen', async () => {
    await goTo(librarian, '/partnerzy');
    await librarian.getByText('Anna Wiśniewska').first().waitFor();
    expect(privateIn(await everythingShown(librarian))).toContain('Anna Wiśniewska');

    const screens = ['/', '/spotkania', '/spotkania/nowe', meeting, '/partnerzy', '/partnerzy/wczytaj'];
    const own = ['/partnerstwo', '/program', '/dostep', '/wysylka', '/ustawienia'];
    const lists = ['lista', 'podpisy', 'druk', 'wczytaj'].map((leaf) => `${meeting}/${leaf}`);
    for (const path of [...screens, ...own, ...lists]) {
      await goTo(partner, path);
      await partner.locator('main [aria-busy=true]').waitFor({ state: 'detached' });
      expect(privateIn(await everythingShown(partner)), `at ${path}`).toEqual([]);
      expect(await partner.getByRole('img', { name: /^Podpis: / }).count(), `at ${path}`).toBe(0);
    }
  });

  test('keeps nothing of it in any database, storage or cache, while the librarian’s tablet does', async () => {
    expect(privateIn(await everythingStored(librarian))).toEqual(PRIVATE);
    const stored = await everythingStored(partner);
    // The search sees what is there: the partnership's own facts.
    expect(stored).toContain(LIBRARY);
    expect(stored).toContain('Celina Partnerska');
    expect(privateIn(stored)).toEqual([]);
    expect(stored).not.toContain('register:');
  });

  test('is not offered what a partner may not do, and is led away from its addresses', async () => {
    await goTo(partner, meeting);
    for (const name of [words.meetings.invite, words.attendance.title])
      expect(
        await partner.getByRole('button', { name }).or(partner.getByRole('link', { name })).count(),
        `no ${name}`,
      ).toBe(0);
    for (const leaf of ['lista', 'podpisy', 'druk']) {
      await goTo(partner, `${meeting}/${leaf}`);
      await partner.getByRole('heading', { name: words.meetings.agenda }).waitFor();
    }
    await goTo(partner, '/partnerzy/wczytaj');
    await partner.getByRole('heading', { name: words.shell.notFoundTitle }).waitFor();
    await goTo(partner, '/partnerzy');
    await partner.getByRole('button', { name: words.partnership.addOrganisation }).first().waitFor();
    expect(await partner.getByRole('button', { name: words.partnership.addPerson }).count()).toBe(0);
    await goTo(partner, '/dostep');
    expect(await partner.getByRole('radio').count()).toBe(0);
    expect(await partner.getByRole('button', { name: words.identity.removeMember }).count()).toBe(0);
  });

  test('shows the library to read, and the common texts to write', async () => {
    await goTo(partner, '/partnerstwo');
    const library = partner.getByRole('region', { name: words.partnership.library, exact: true });
    await library.getByText(LIBRARY).waitFor();
    expect(await library.getByRole('textbox').count()).toBe(0);
    expect(await library.getByRole('button').count()).toBe(0);

    await goTo(partner, meeting);
    await partner.getByRole('button', { name: words.meetings.addDecision }).click();
    const dialog = partner.getByRole('dialog');
    await dialog.getByRole('textbox', { name: words.meetings.decision }).fill('Zapytać radę sołecką');
    await dialog.getByRole('button', { name: words.common.save }).click();
    await partner.getByText('Zapytać radę sołecką').waitFor();
    await goTo(librarian, meeting);
    await librarian.getByText('Zapytać radę sołecką').waitFor();
  });
});
