// Keys and what becomes of them: from a key to its letter painted on the same screen, and on another one, while others write
// into other paragraphs of the same text.

import type { Page } from 'playwright-core';
import { setTimeout as wait } from 'node:timers/promises';
import { EDITOR, type Person } from './crowd.ts';

/** Letters that nothing else writes, so that each can be found again. */
const OWN_KEY = '#';
const WATCHED_KEY = '%';
const BETWEEN_KEYS_MS = 200;
/** A run of letters without a space would be one long word. */
const KEYS_IN_A_WORD = 6;
/** Longest wait for the last letters to arrive. */
const ARRIVAL_MS = 60_000;

interface Watching {
  /** When keys went down and when their letters were painted, on the clock that all pages share. */
  readonly pressed: number[];
  readonly painted: number[];
  readonly stop: () => void;
}

declare global {
  interface Window {
    watching?: Watching;
  }
}

/** From then on the page notes each press of the key and each appearance of its letter in the text. */
async function watch(page: Page, key: string): Promise<void> {
  await page.evaluate(
    ([selector, letter]) => {
      const editor = document.querySelector(selector);
      if (editor === null) throw new Error('there is no text to write in');
      window.watching?.stop();
      const stopping = new AbortController();
      const watching: Watching = { pressed: [], painted: [], stop: () => stopping.abort() };
      window.watching = watching;
      const count = (): number => (editor.textContent ?? '').split(letter).length - 1;
      const before = count();
      let seen = 0;
      document.addEventListener(
        'keydown',
        (event) => {
          if (event.key === letter) watching.pressed.push(performance.timeOrigin + event.timeStamp);
        },
        { capture: true, signal: stopping.signal },
      );
      const observer = new MutationObserver(() => {
        const added = count() - before - seen;
        if (added <= 0) return;
        seen += added;
        requestAnimationFrame(() => {
          // After the frame: what it drew is on the screen.
          const channel = new MessageChannel();
          channel.port1.onmessage = () => {
            const at = performance.timeOrigin + performance.now();
            for (let each = 0; each < added; each += 1) watching.painted.push(at);
          };
          channel.port2.postMessage(undefined);
        });
      });
      observer.observe(editor, { subtree: true, childList: true, characterData: true });
      stopping.signal.addEventListener('abort', () => observer.disconnect());
    },
    [EDITOR, key] as const,
  );
}

async function watched(page: Page): Promise<Pick<Watching, 'pressed' | 'painted'>> {
  const found = await page.evaluate(
    () => window.watching && { pressed: window.watching.pressed, painted: window.watching.painted },
  );
  if (found === undefined) throw new Error('nothing was watched');
  return found;
}

/** Presses keys at the pace of somebody who types, spaces between words not counted. */
async function pressEach(page: Page, key: string, count: number): Promise<void> {
  const began = performance.now();
  for (let press = 0, pressed = 0; pressed < count; press += 1) {
    const isSpace = press % (KEYS_IN_A_WORD + 1) === KEYS_IN_A_WORD;
    await page.keyboard.press(isSpace ? 'Space' : key);
    if (!isSpace) pressed += 1;
    await wait(Math.max(0, began + (press + 1) * BETWEEN_KEYS_MS - performance.now()));
  }
}

/** Milliseconds from key to painted letter on the page itself. */
export async function ownKeys({ page }: Person, count: number): Promise<readonly number[]> {
  await watch(page, OWN_KEY);
  await pressEach(page, OWN_KEY, count);
  return between(page, page, count);
}

/** Milliseconds from a key on one page to its letter painted on another. */
export async function remoteKeys(from: Person, to: Person, count: number): Promise<readonly number[]> {
  await watch(from.page, WATCHED_KEY);
  await watch(to.page, WATCHED_KEY);
  await pressEach(from.page, WATCHED_KEY, count);
  return between(from.page, to.page, count);
}

async function between(from: Page, to: Page, count: number): Promise<readonly number[]> {
  await to.waitForFunction((all) => (window.watching?.painted.length ?? 0) >= all, count, {
    timeout: ARRIVAL_MS,
  });
  const { pressed } = await watched(from);
  const { painted } = await watched(to);
  return painted.map((at, index) => at - (pressed[index] ?? Number.NaN));
}

/** Letters at the pace of somebody who types, until it is told to stop. */
export function startTypist({ page }: Person): { readonly stop: () => Promise<void> } {
  let isOver = false;
  const typing = (async () => {
    for (let press = 0; !isOver; press += 1) {
      const began = performance.now();
      await page.keyboard.press(
        press % (KEYS_IN_A_WORD + 1) === KEYS_IN_A_WORD ? 'Space' : LETTERS.charAt(press % LETTERS.length),
      );
      await wait(Math.max(0, began + BETWEEN_KEYS_MS - performance.now()));
    }
  })();
  return {
    stop: async () => {
      isOver = true;
      await typing;
    },
  };
}

const LETTERS = 'bibliotekapartnerstwo';
