// An hour of a librarian's work pressed into a minute: marking, searching, going between screens, opening dialogs. What the
// page holds in memory at the start, in the middle and at the end, after garbage collection.

import type { CDPSession, Page } from 'playwright-core';
import { catalogue as words } from '../../../src/ui/i18n/pl/catalogue.ts';
import { filledMeetingId } from '../../filled/filledPartnership.ts';
import { type Bench, FRONT, slowPage } from './bench.ts';
import { unsignedMarks } from './taps.ts';

export interface Heap {
  /** Megabytes in use. */
  readonly start: number;
  readonly middle: number;
  readonly end: number;
  readonly actions: number;
}

/** Twenty actions a minute. */
export async function measureHeap(bench: Bench, actions: number): Promise<Heap> {
  const { page, session } = await slowPage(bench);
  try {
    await session.send('Emulation.setCPUThrottlingRate', { rate: 1 });
    await page.goto(`${bench.origin}/spotkania/${filledMeetingId(FRONT, 2)}/lista`);
    await page.locator('[data-person]').first().waitFor();
    // One round first, so that code loaded once does not count as growth.
    await workOneRound(page, 0);
    const start = await readHeap(session);
    let done = 0;
    let middle = start;
    for (let round = 1; done < actions; round += 1) {
      done += await workOneRound(page, round);
      if (middle === start && done >= actions / 2) middle = await readHeap(session);
    }
    return { start, middle, end: await readHeap(session), actions: done };
  } finally {
    await page.close();
  }
}

/** Returns how many actions it took. */
async function workOneRound(page: Page, round: number): Promise<number> {
  const list = words.attendance;
  const marks = unsignedMarks(page);
  const people = await marks.count();
  for (let tap = 0; tap < 6; tap += 1) await marks.nth((round + tap) % people).click();
  const search = page.getByRole('searchbox', { name: list.searchLabel });
  await search.fill('kow');
  await search.fill('');
  await page.getByRole('button', { name: list.addPerson }).click();
  await page.keyboard.press('Escape');
  await page.locator('dialog[open]').waitFor({ state: 'detached' });
  await page.getByRole('link', { name: words.shell.today, exact: true }).click();
  await page.getByRole('link', { name: words.today.continueAttendance }).click();
  await page.locator('[data-person]').first().waitFor();
  return 12;
}

async function readHeap(session: CDPSession): Promise<number> {
  await session.send('HeapProfiler.enable');
  await session.send('HeapProfiler.collectGarbage');
  const { usedSize } = await session.send('Runtime.getHeapUsage');
  return Math.round(usedSize / 100_000) / 10;
}
