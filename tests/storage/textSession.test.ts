import { describe, expect, it } from 'vitest';
import { editedMeetingText, meetingText, planMeeting } from '../../src/documents/meetingCommands.ts';
import { asInstant } from '../../src/domain/time.ts';
import { documentName } from '../../src/schema/documentName.ts';
import { openTextSession, type TextSessionOptions } from '../../src/storage/textSession.ts';
import { MEETING, PARTNERSHIP, type TestTab, freshName, openTab } from './testLedger.ts';

const name = documentName('partnership', PARTNERSHIP);
const MOST = 40;

function options(tab: TestTab): TextSessionOptions {
  return {
    ledger: tab.ledger,
    now: () => asInstant(2_000),
    reportFailure: (failure) => tab.failures.push(failure),
    name,
    find: (doc) => editedMeetingText(doc, MEETING, 'notes'),
    most: MOST,
  };
}

async function planned(tab: TestTab): Promise<void> {
  await tab.ledger.write([
    {
      name,
      run: (doc) =>
        planMeeting(doc, {
          id: MEETING,
          number: 1,
          theme: 'buildPartnership',
          title: '',
          date: undefined,
          from: undefined,
          to: undefined,
          place: '',
          state: 'planned',
          openedAt: undefined,
          closedAt: undefined,
          isHidden: false,
        }),
    },
  ]);
}

async function open(tab: TestTab) {
  const session = await openTextSession(options(tab));
  if (session === undefined) throw new Error('the planned meeting has no notes');
  return session;
}

async function stored(device: string): Promise<string | undefined> {
  const tab = openTab(device);
  const opened = await tab.ledger.open(name);
  const text = meetingText(opened.doc, MEETING, 'notes')?.toJSON();
  opened.release();
  return text;
}

describe('a text while a field is bound to it', () => {
  it('[G1] counts as stored only once what was typed is there for the next start', async () => {
    const device = freshName();
    const tab = openTab(device);
    await planned(tab);
    const session = await open(tab);
    session.type('Ala', 3);
    expect(session.state.getState()).toMatchObject({ value: 'Ala', tick: 'saving' });
    session.type('Ala ma', 6);
    await expect.poll(() => session.state.getState().tick).toBe('stored');
    tab.kill();
    expect(await stored(device)).toBe('Ala ma');
  });

  it('[G1] stores what is left when it is closed', async () => {
    const device = freshName();
    const tab = openTab(device);
    await planned(tab);
    const session = await open(tab);
    session.type('Kot', 3);
    await session.close();
    tab.kill();
    expect(await stored(device)).toBe('Kot');
  });

  it('keeps on the screen what is too long, and stores it once it was shortened', async () => {
    const tab = openTab(freshName());
    await planned(tab);
    const session = await open(tab);
    const long = 'x'.repeat(MOST + 1);
    session.type(long, long.length);
    expect(session.state.getState()).toMatchObject({ value: long, isTooLong: true, tick: 'saving' });
    session.type('krótki', 6);
    await expect.poll(() => session.state.getState()).toMatchObject({ isTooLong: false, tick: 'stored' });
    await session.close();
    const opened = await tab.ledger.open(name);
    expect(meetingText(opened.doc, MEETING, 'notes')?.toJSON()).toBe('krótki');
  });

  it('tells what others change, and where the caret belongs', async () => {
    const tab = openTab(freshName());
    await planned(tab);
    const [one, other] = [await open(tab), await open(tab)];
    const carets: number[] = [];
    one.onShown(({ caretAfter }) => carets.push(caretAfter(3)));
    one.type('kot', 3);
    one.flush();
    await expect.poll(() => other.state.getState().value).toBe('kot');
    other.type('mój kot', 4);
    other.flush();
    await expect.poll(() => one.state.getState().value).toBe('mój kot');
    expect(carets.at(-1)).toBe(7);
  });

  it('is not there before its record has arrived', async () => {
    const tab = openTab(freshName());
    expect(await openTextSession(options(tab))).toBeUndefined();
  });
});
