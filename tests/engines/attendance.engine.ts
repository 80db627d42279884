// The attendance job and the start without a server in the engines of other tablets: WebKit's (iPads) and Firefox's.

import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { catalogue as words } from '../../src/ui/i18n/pl/catalogue.ts';
import { type Relay, startRelay } from '../e2e/relay.ts';
import type { Engine } from './engine.ts';
import { startFirefox } from './firefox.ts';
import {
  aim,
  chooseDate,
  drawAcross,
  fill,
  press,
  waitForAddress,
  waitForPicture,
  waitForText,
} from './steps.ts';
import { startWebKit } from './webkit.ts';

const PEOPLE = ['Żaneta Gęś', 'Józef Ślązak', 'Łucja Ćwik'] as const;
const SIGNER = PEOPLE[0];
const WALK_IN = 'Wanda Późna';

const engines: readonly (readonly [string, () => Promise<Engine>])[] = [
  ['WebKitGTK', startWebKit],
  ['Firefox', startFirefox],
];

describe.each(engines)('%s', (_name, start) => {
  let relay: Relay;
  let engine: Engine;

  beforeAll(async () => {
    relay = await startRelay();
    engine = await start();
  });

  afterAll(async () => {
    await engine?.close();
    await relay?.close();
  });

  async function add(name: string): Promise<void> {
    await press(engine, 'button', words.attendance.addPerson);
    await fill(engine, words.common.fullName, name);
    await press(engine, 'button', words.attendance.addAndMark);
    // Its row, which moves others: a press before would meet the wrong one.
    await aim(engine, 'button', `${words.common.more}: ${name}`);
  }

  test('[G1] attendance with a signature is taken, is there after a start without the server, and is sealed', async () => {
    await engine.goto(relay.url);
    await press(engine, 'link', words.today.beginHere);
    await fill(engine, words.partnership.name, 'Stare Pole razem');
    await fill(engine, words.partnership.library, 'Biblioteka w Starym Polu');
    await fill(engine, words.partnership.ownName, 'Barbara Zielińska');
    await press(engine, 'button', words.partnership.create);
    await press(engine, 'link', words.today.planMeeting);
    await chooseDate(engine, words.meetings.date, new Date().toISOString().slice(0, 10));
    await fill(engine, words.meetings.place, 'Świetlica');
    await press(engine, 'button', words.meetings.add);
    const meeting = await waitForAddress(engine, /\/spotkania\/(?!nowe)[\w-]+$/);
    await engine.evaluate('navigator.serviceWorker.ready.then(() => true)');
    await engine.goto(`${meeting}/lista`);
    await press(engine, 'button', words.attendance.openList);
    for (const name of PEOPLE) await add(name);
    await press(engine, 'button', `${words.attendance.sign}: ${SIGNER}`);
    await drawAcross(engine, words.signing.areaOf(SIGNER));
    await press(engine, 'button', words.signing.done);
    await waitForPicture(engine, words.signing.signedBy(SIGNER));
    await waitForPicture(engine, words.ticks.device);

    await relay.kill();
    await engine.reload();
    for (const name of PEOPLE) await waitForText(engine, name);
    await waitForPicture(engine, words.signing.signedBy(SIGNER));
    await add(WALK_IN);
    await press(engine, 'button', words.attendance.closeList);
    await press(engine, 'button', words.attendance.closeList);
    await waitForText(engine, words.attendance.seal.closed);
    const sealed = await shownFingerprint(engine);
    expect(sealed).toMatch(/^[0-9A-F]{4}( [0-9A-F]{4}){3}$/);

    await engine.reload();
    await waitForText(engine, words.attendance.seal.closed);
    await waitForText(engine, WALK_IN);
    expect(await shownFingerprint(engine)).toBe(sealed);
  });
});

async function shownFingerprint(engine: Engine): Promise<string> {
  const shown = String(await engine.evaluate('document.body.innerText'));
  return /[0-9A-F]{4}(?: [0-9A-F]{4}){3}/.exec(shown)?.[0] ?? '';
}
