// A screen of the built app in a certain state, for pictures and for checks of every screen. Scenes of one world share a
// device and come in their order: each begins where the one before it ended.

import type { Page } from 'playwright-core';

export interface Scene {
  /** File name and heading, "lista-otwarta". */
  readonly name: string;
  /** Brings the page to the screen; resolves when what matters is there. */
  readonly arrange: (page: Page) => Promise<void>;
}

export interface World {
  readonly name: string;
  readonly scenes: readonly Scene[];
}

/** Opens an address of the app and waits until the screen stands: its title, and nothing that is still on the way. */
export async function openScreen(page: Page, path: string): Promise<void> {
  await page.goto(new URL(path, page.url()).href);
  await settle(page);
}

/** Waits until nothing on the screen is on its way any more. */
export async function settle(page: Page): Promise<void> {
  await page.locator('h1').first().waitFor();
  await page.waitForFunction(
    () =>
      document.querySelector('main [aria-busy=true], main [role=status][aria-label^="Chwileczkę"]') === null,
  );
  await page.evaluate(() => document.fonts.ready.then(() => undefined));
}

/** A screen that its address alone leads to. */
export function screen(name: string, path: string): Scene {
  return { name, arrange: (page) => openScreen(page, path) };
}

/** Closes the dialog that is open, if one is. */
export async function closeDialog(page: Page): Promise<void> {
  await page.keyboard.press('Escape');
  await page.locator('dialog[open]').waitFor({ state: 'detached' });
}

/** After another scheme or size: colours and places that are on their way are nobody's to judge or to picture. */
export async function standStill(page: Page): Promise<void> {
  await page.evaluate(async () => {
    const frame = (): Promise<number> => new Promise((resolve) => requestAnimationFrame(resolve));
    // What is off the screen keeps the colours it was last painted in: everything is painted here.
    const sheet = new CSSStyleSheet();
    sheet.replaceSync('* { content-visibility: visible !important; transition: none !important }');
    document.adoptedStyleSheets = [sheet];
    await frame();
    await frame();
    await Promise.allSettled(document.getAnimations().map((animation) => animation.finished));
  });
}
