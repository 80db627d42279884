// The three at the built app: a librarian who brought the plan in, and two partners who joined by a link, all over one relay.

import * as Y from 'yjs';
import { hrefOf } from '../../../src/domain/places.ts';
import { placeOfSection } from '../../../src/domain/plan/planPages.ts';
import { documentName } from '../../../src/schema/documentName.ts';
import { decodeClientFrame, decodeServerFrame } from '../../../src/schema/socketFrame.ts';
import { encodeBackup } from '../../../src/storage/backup.ts';
import { catalogue as words } from '../../../src/ui/i18n/pl/catalogue.ts';
import { startBrowser } from '../../e2e/browser.ts';
import {
  bringInBackup,
  goTo,
  invite,
  joinByLink,
  waitForWorker,
  waitUntilSafe,
} from '../../e2e/librarianSteps.ts';
import { startRelay } from '../../e2e/relay.ts';
import { type Crowd, newPerson, openText, type Person } from './crowd.ts';
import type { FrameKind } from './frames.ts';
import { MEASURED, type PlanHistory } from './history.ts';

const PARTNERS = ['Ewa Maj', 'Marek Lis'] as const;
const PATH = hrefOf(placeOfSection(MEASURED));

export async function ourCrowd(history: PlanHistory): Promise<Crowd> {
  const relay = await startRelay();
  const browser = await startBrowser();
  const close = async (): Promise<void> => {
    await browser.close();
    await relay.close();
  };
  try {
    const librarian = await newPerson(browser, true, kindOf);
    await joinByLink(librarian.page, relay.firstLink, 'Barbara Zielińska');
    await librarian.page.getByText(words.identity.joinedProgramme).waitFor();
    await goTo(librarian.page, '/ustawienia');
    await bringInBackup(librarian.page, backupOf(history), 1);
    await goTo(librarian.page, '/');
    await waitUntilSafe(librarian.page);
    const link = await invite(librarian.page, 'partner');
    const partners: Person[] = [];
    for (const name of PARTNERS) {
      const partner = await newPerson(browser, false, kindOf);
      await joinByLink(partner.page, link, name);
      await partner.page.getByRole('navigation', { name: words.shell.places }).waitFor();
      partners.push(partner);
    }
    const [one, other] = partners;
    if (one === undefined || other === undefined) throw new Error('a crowd of three');
    for (const person of [librarian, one, other]) await openText(person, `${relay.url}${PATH}`);
    await waitForWorker(librarian.page);
    return {
      what: 'Wspólnie',
      people: [librarian, one, other],
      overview: `${relay.url}${hrefOf({ kind: 'plan' })}`,
      opener: `a[href="${PATH}"]`,
      text: `${relay.url}${PATH}`,
      killServer: relay.kill,
      close,
    };
  } catch (failure) {
    await close();
    throw failure;
  }
}

function backupOf({ id, doc }: PlanHistory): Uint8Array {
  const update = Y.encodeStateAsUpdateV2(doc);
  return encodeBackup([{ name: documentName('partnership', id), update }], Date.now());
}

function kindOf(frame: Uint8Array): FrameKind {
  const decoded = decodeServerFrame(frame) ?? decodeClientFrame(frame);
  switch (decoded?.kind) {
    case 'exchange':
    case 'exchanged':
    case 'changed':
      return 'change';
    case 'awareness':
      return 'presence';
    case 'authenticate':
    case 'ready':
    case 'ping':
    case 'pong':
    case undefined:
      return 'other';
  }
}
