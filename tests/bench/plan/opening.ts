// From the app's start, and from a tap, to a text that can be written in, with the server dead and the processor slowed down.

import type { Page } from 'playwright-core';
import { type Crowd, EDITOR, slowPage } from './crowd.ts';

declare global {
  interface Window {
    /** Milliseconds after navigation at which what is waited for was painted, by name. */
    shownAt?: { opener?: number; editor?: number };
    tappedAt?: number;
  }
}

export interface Opening {
  /** From the address to the page from which the text is opened. */
  readonly start: number;
  /** From the tap there to the text that can be written in. */
  readonly tapped: number;
  /** From the text's own address to the text that can be written in. */
  readonly direct: number;
}

/** A text that is still coming is not yet opened. */
const LEAST_CHARACTERS = 1_000;
const PATIENCE_MS = 60_000;

export async function measureOpening(crowd: Crowd): Promise<Opening> {
  const tapping = await begin(crowd, crowd.overview);
  const start = await painted(tapping, 'opener');
  await tapping.locator(crowd.opener).click();
  const editor = await painted(tapping, 'editor');
  const tappedAt = await tapping.evaluate(() => window.tappedAt ?? Number.NaN);
  await tapping.close();
  const direct = await begin(crowd, crowd.text);
  const opening = { start, tapped: editor - tappedAt, direct: await painted(direct, 'editor') };
  await direct.close();
  return opening;
}

async function begin(crowd: Crowd, address: string): Promise<Page> {
  const page = await slowPage(crowd.people[0]);
  await page.addInitScript(
    ([opener, editor, least]) => {
      const at: { opener?: number; editor?: number } = {};
      window.shownAt = at;
      document.addEventListener('pointerup', (event) => void (window.tappedAt = event.timeStamp), {
        capture: true,
      });
      const mark = (name: 'opener' | 'editor'): void => {
        at[name] = Number.NaN;
        requestAnimationFrame(() => {
          // After the frame: what it drew is on the screen.
          const channel = new MessageChannel();
          channel.port1.onmessage = () => {
            at[name] = performance.now();
          };
          channel.port2.postMessage(undefined);
        });
      };
      new MutationObserver(() => {
        if (at.opener === undefined && document.querySelector(opener) !== null) mark('opener');
        if (at.editor !== undefined) return;
        const text = document.querySelector(editor)?.textContent ?? '';
        if (text.length >= least) mark('editor');
      }).observe(document, {
        subtree: true,
        childList: true,
        attributes: true,
        attributeFilter: ['contenteditable'],
      });
    },
    [crowd.opener, EDITOR, LEAST_CHARACTERS] as const,
  );
  await page.goto(address, { waitUntil: 'commit' });
  return page;
}

async function painted(page: Page, name: 'opener' | 'editor'): Promise<number> {
  await page.waitForFunction((each) => (window.shownAt?.[each] ?? Number.NaN) > 0, name, {
    timeout: PATIENCE_MS,
  });
  return page.evaluate((each) => window.shownAt?.[each] ?? Number.NaN, name);
}
