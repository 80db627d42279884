// `npm run pictures`: every screen of the built app, in three sizes, light and dark, into the ignored folder pictures/, with
// an index page to leaf through.

import { mkdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { startBrowser } from '../e2e/browser.ts';
import { startRelay } from '../e2e/relay.ts';
import { connected } from '../scenes/connected.ts';
import { brokenStorage, emptyDevice } from '../scenes/emptyDevice.ts';
import { hardCase } from '../scenes/hardCase.ts';
import { planScenes } from '../scenes/plan.ts';
import { sample } from '../scenes/sample.ts';
import { type World, settle, standStill } from '../scenes/scene.ts';
import { type PictureRow, indexPage } from './indexPage.ts';
import { VIEWS, viewName } from './views.ts';

const folder = join(import.meta.dirname, '../../pictures');
/** `npm run pictures -- przyklad`: only the worlds so named. */
const chosen = process.argv.slice(2);

/** Longer pages are cut: what is below is more of the same. */
const LONGEST_PX = 3_000;

async function shoot(page: Page, name: string): Promise<readonly string[]> {
  const files: string[] = [];
  const hasDialog = (await page.locator('dialog[open]').count()) > 0;
  for (const view of VIEWS) {
    await page.setViewportSize({ width: view.width, height: view.height });
    await page.emulateMedia({ colorScheme: view.scheme, reducedMotion: 'reduce' });
    await standStill(page);
    const height = await page.evaluate(() => document.documentElement.scrollHeight);
    const file = `${name}-${viewName(view)}.png`;
    const isLong = !hasDialog && height > view.height;
    if (isLong) await page.setViewportSize({ width: view.width, height: Math.min(height, LONGEST_PX) });
    await standStill(page);
    await page.screenshot({ path: join(folder, file) });
    files.push(file);
  }
  await page.setViewportSize({ width: 1180, height: 820 });
  return files;
}

async function shootWorld(browser: Browser, url: string, world: World): Promise<readonly PictureRow[]> {
  const context = await browser.newContext({ locale: 'pl-PL', viewport: { width: 1180, height: 820 } });
  const page = await context.newPage();
  page.setDefaultTimeout(15_000);
  const rows: PictureRow[] = [];
  try {
    await page.goto(url);
    await settle(page);
    for (const scene of world.scenes) {
      try {
        await scene.arrange(page);
      } catch (cause) {
        const reason = cause instanceof Error ? cause.message.split('\n')[0] : String(cause);
        failed.push(`${world.name}/${scene.name}: ${reason}`);
        console.log(`✗ ${world.name}/${scene.name}: ${reason}`);
      }
      rows.push({
        title: `${world.name} / ${scene.name}`,
        files: await shoot(page, `${world.name}-${scene.name}`),
      });
    }
    console.log(`${world.name}: ${rows.length} screens`);
  } finally {
    await context.close();
  }
  return rows;
}

const failed: string[] = [];
await rm(folder, { recursive: true, force: true });
await mkdir(folder, { recursive: true });
const relay = await startRelay();
const browser = await startBrowser();
const rows: PictureRow[] = [];
try {
  const owner = browser.context.browser();
  if (owner === null) throw new Error('no browser');
  for (const world of [
    emptyDevice,
    sample,
    planScenes,
    hardCase,
    connected(() => relay.firstLink),
    brokenStorage,
  ])
    if (chosen.length === 0 || chosen.includes(world.name))
      rows.push(...(await shootWorld(owner, relay.url, world)));
} finally {
  await browser.close();
  await relay.close();
}
await writeFile(join(folder, 'index.html'), indexPage(rows));
console.log(`Leaf through them: ${join(folder, 'index.html')}`);
console.log(
  `RESULT ${JSON.stringify({ screens: rows.length, pictures: rows.length * VIEWS.length, failed: failed.length })}`,
);
process.exitCode = failed.length === 0 ? 0 : 1;
