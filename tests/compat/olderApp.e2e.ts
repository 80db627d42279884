// The app of a former release, as it was built then, on the present server: beside the present app, told that it is too old,
// switched to the present one, and before a document that asks for a newer one. Nothing of its work is lost in any of it.

import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { documentName } from '../../src/schema/documentName.ts';
import { catalogue as words } from '../../src/ui/i18n/pl/catalogue.ts';
import { type RunningBrowser, startBrowser } from '../e2e/browser.ts';
import * as present from '../e2e/librarianSteps.ts';
import { addWalkIn, rowOf as presentRow, waitForTick as waitForPresentTick } from '../e2e/listSteps.ts';
import { type Relay, startRelay } from '../e2e/relay.ts';
import { readList } from '../e2e/shownList.ts';
import { TestDevice } from '../sync-server/testDevice.ts';
import { makeNextServer, type NextServer } from './nextServer.ts';
import * as older from './olderApp.ts';
import { unpackApp } from './releases.ts';

const PRESENT_APP = join(import.meta.dirname, '../../dist');

let olderApp = '';
beforeAll(() => {
  olderApp = mkdtempSync(join(tmpdir(), 'wspolnie-older-'));
  unpackApp(older.RELEASE, olderApp);
});
afterAll(() => rmSync(olderApp, { recursive: true, force: true }));

describe('[G9] the app of a former release', () => {
  let relay: Relay;
  let tablet: RunningBrowser;
  let phone: RunningBrowser;
  let librarian: Page;
  let facilitator: Page;
  let next: NextServer;
  let list = '';
  let link = '';

  beforeAll(async () => {
    next = makeNextServer();
    [relay, tablet, phone] = await Promise.all([startRelay(olderApp), startBrowser(), startBrowser()]);
    librarian = await present.openPage(tablet.context);
    facilitator = await present.openPage(phone.context);
  });
  afterAll(async () => {
    await Promise.all([tablet?.close(), phone?.close()]);
    await relay?.close();
    rmSync(next.folder, { recursive: true, force: true });
  });

  test('sends to the present server what it made without one, and shows it safe', async () => {
    await older.joinProgramme(librarian, relay.firstLink);
    await relay.kill();
    const meeting = await older.beginWithMeeting(librarian);
    list = `${meeting}/lista`;
    await older.openListOf(librarian, meeting);
    await older.addGuest(librarian, 'Anna Zdalna');
    await older.sign(librarian, 'Anna Zdalna');
    await older.addGuest(librarian, 'Bogdan Zdalny');
    await older.waitForTick(librarian, 'Bogdan Zdalny', older.DEVICE_TICK);
    await relay.start();
    await older.sendUntil(librarian, older.EVERYTHING_SAFE);
    link = await older.inviteFacilitator(librarian);
    await older.goTo(librarian, list);
    for (const name of ['Anna Zdalna', 'Bogdan Zdalny'])
      await older.waitForTick(librarian, name, older.SERVER_TICK);
    expect(link).toContain('#join=');
  });

  test('[G4] works on one list with the present app', async () => {
    await relay.kill();
    await relay.start(PRESENT_APP);
    await present.joinByLink(facilitator, link, 'Adam Animator');
    await facilitator.getByRole('navigation', { name: words.shell.places }).waitFor();
    await present.goTo(facilitator, list);
    for (const name of ['Anna Zdalna', 'Bogdan Zdalny']) await presentRow(facilitator, name).waitFor();
    await addWalkIn(facilitator, 'Celina Nowa');
    await older.waitForTick(librarian, 'Celina Nowa', older.SERVER_TICK);
    await older.addGuest(librarian, 'Daniel Dawny');
    await waitForPresentTick(facilitator, 'Daniel Dawny', 'server');
    expect((await readList(facilitator)).find(({ name }) => name === 'Anna Zdalna')?.strokes).toBe(3);
  });

  test('is told by a later server that it is too old, keeps its work, and gives it to the app that takes its place', async () => {
    await relay.kill();
    await older.addGuest(librarian, 'Ewa Niewysłana');
    await relay.start(PRESENT_APP, next.program);
    await older.sendUntil(librarian, older.TOO_OLD_FOR_SERVER);

    await older.switchVersion(librarian);
    await librarian.getByText(/^Wersja /).waitFor();
    expect(await librarian.getByText(words.settings.version(older.RELEASE)).count()).toBe(0);

    await present.goTo(librarian, list);
    await waitForPresentTick(librarian, 'Ewa Niewysłana', 'device');
    await relay.kill();
    await relay.start(PRESENT_APP);
    await present.goTo(librarian, '/wysylka');
    await librarian.getByRole('button', { name: words.sending.sendNow }).click();
    await present.waitUntilSafe(librarian);
    const everybody = ['Anna Zdalna', 'Bogdan Zdalny', 'Celina Nowa', 'Daniel Dawny', 'Ewa Niewysłana'];
    for (const page of [librarian, facilitator]) {
      // Who was told so asks again at the next opening, otherwise every ten minutes.
      await present.goTo(page, list);
      for (const name of everybody) await waitForPresentTick(page, name, 'server');
      const shown = await readList(page);
      expect(shown.map(({ name }) => name).toSorted()).toEqual(everybody);
      expect(shown.filter(({ isPresent }) => !isPresent)).toEqual([]);
    }
  });
});

describe('[G9] a document that asks for a newer app', () => {
  let relay: Relay;
  let tablet: RunningBrowser;
  beforeAll(async () => {
    [relay, tablet] = await Promise.all([startRelay(olderApp), startBrowser()]);
  });
  afterAll(async () => {
    await tablet?.close();
    await relay?.close();
  });

  test('may be read in the former one and not written, and what that had not sent is still taken', async () => {
    const librarian = await present.openPage(tablet.context);
    await older.joinProgramme(librarian, relay.firstLink);
    const meeting = await older.beginWithMeeting(librarian);
    await older.openListOf(librarian, meeting);
    await older.addGuest(librarian, 'Anna Zdalna');
    await older.waitForTick(librarian, 'Anna Zdalna', older.SERVER_TICK);
    const invitation = (await older.inviteFacilitator(librarian)).split('#join=')[1] ?? '';
    const newer = await TestDevice.create(Number(new URL(relay.url).port));
    const answer = await newer.redeem(invitation);
    if (answer.kind === 'refused') throw new Error(`not joined: ${answer.reason}`);
    await newer.signIn();
    const scope = answer.grants[0]?.scope;
    if (scope === undefined || scope === 'programme') throw new Error('no grant in a partnership');
    const partnership = documentName('partnership', scope);
    const register = documentName('register', scope);

    await older.goTo(librarian, `${meeting}/lista`);
    await relay.kill();
    await older.addGuest(librarian, 'Bogdan Niewysłany');
    await older.goTo(librarian, meeting);
    await older.typeAgenda(librarian, 'Zapisane bez zasięgu');
    await librarian.goto('about:blank');

    await relay.start();
    for (const name of [partnership, register]) newer.replica(name);
    await newer.sync();
    for (const name of [partnership, register]) newer.replica(name).doc.getMap('meta').set('leastWriter', 99);
    expect([...(await newer.sync()).values()].map(({ kind }) => kind)).toEqual(['receipt', 'receipt']);
    expect(JSON.stringify(newer.replica(register).doc.getMap('persons'))).not.toContain('Bogdan Niewysłany');

    await librarian.goto(relay.url + meeting);
    await older.sendUntil(librarian, older.EVERYTHING_SAFE);
    await newer.sync();
    const { doc } = newer.replica(register);
    expect(JSON.stringify(doc.getMap('persons'))).toContain('Bogdan Niewysłany');
    expect(JSON.stringify(newer.replica(partnership).doc.getMap('meetings'))).toContain(
      'Zapisane bez zasięgu',
    );

    await older.goTo(librarian, meeting);
    await librarian.getByText(older.READ_ONLY).first().waitFor();
    expect(await older.agendaOf(librarian).isEditable()).toBe(false);
    expect(await older.agendaOf(librarian).inputValue()).toContain('Zapisane bez zasięgu');
  });
});
