// Three people at one text, each with a browser's storage of their own: what is measured is done through this, whether their
// editor and server are the product's or the peer's.

import type { BrowserContext, CDPSession, Page } from 'playwright-core';
import type { RunningBrowser } from '../../e2e/browser.ts';
import { type FrameLog, type FrameKind, logFrames } from './frames.ts';

export interface Person {
  readonly context: BrowserContext;
  readonly page: Page;
  readonly session: CDPSession;
  readonly frames: FrameLog;
}

export interface Crowd {
  readonly what: string;
  /** The first one works on a slow phone when that is asked for. */
  readonly people: readonly [Person, Person, Person];
  /** A page from which one tap opens the text. */
  readonly overview: string;
  /** What is tapped there. */
  readonly opener: string;
  /** Opens the text without a tap. */
  readonly text: string;
  /** Nothing answers any more but what is on the device. */
  readonly killServer: () => Promise<void>;
  readonly close: () => Promise<void>;
}

export const SLOWDOWN = 6;
/** Only the text that is written in. */
export const EDITOR = '[contenteditable="true"]';
/** The paragraphs in which the three write. */
const PLACES = [1, 4, 7] as const;
/** Where people join and invite; they write on a phone. */
const TABLET = { width: 1180, height: 820 } as const;
const PHONE = { width: 390, height: 844 } as const;

/** A person with a page, in the browser's own context or in one of their own. */
export async function newPerson(
  browser: RunningBrowser,
  isFirst: boolean,
  kindOf: (frame: Uint8Array) => FrameKind,
): Promise<Person> {
  const context = isFirst ? browser.context : await freshContext(browser);
  const page = await context.newPage();
  await page.setViewportSize(TABLET);
  const frames = logFrames(page, kindOf);
  return { context, page, session: await context.newCDPSession(page), frames };
}

async function freshContext(browser: RunningBrowser): Promise<BrowserContext> {
  const all = browser.context.browser();
  if (all === null) throw new Error('the context has no browser');
  return all.newContext({ locale: 'pl-PL', viewport: TABLET });
}

/** A further page of a person, on a processor slowed down so many times. */
export async function slowPage({ context }: Person): Promise<Page> {
  const page = await context.newPage();
  await page.setViewportSize(PHONE);
  // The browser builds the tab itself, on the same cores: that is not the app's start.
  await page.waitForTimeout(TAB_MS);
  await setSlowdown(await context.newCDPSession(page), SLOWDOWN);
  return page;
}

const TAB_MS = 1_000;

export async function setSlowdown(session: CDPSession, rate: number): Promise<void> {
  await session.send('Emulation.setCPUThrottlingRate', { rate });
}

/** Opens the text on a phone's screen; resolves when it can be written in. */
export async function openText({ page }: Person, address: string): Promise<void> {
  await page.setViewportSize(PHONE);
  await page.goto(address);
  await page.locator(`${EDITOR} > p`).nth(1).waitFor();
}

/** Puts each one's caret to the end of a line of their own paragraph. */
export async function takePlaces({ people }: Crowd): Promise<void> {
  for (const [index, { page }] of people.entries()) {
    await page
      .locator(`${EDITOR} > p`)
      .nth(PLACES[index] ?? 0)
      .click();
    await page.keyboard.press('End');
  }
}
