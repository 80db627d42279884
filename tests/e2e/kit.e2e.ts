// The component kit in a real browser: accessible in both schemes and at all sizes, worked by keyboard alone, nothing
// cut off at 320 px or with doubled text.
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { createRequire } from 'node:module';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { preact } from '@preact/preset-vite';
import type { Page } from 'playwright-core';
import { build, preview } from 'vite';
import type { InlineConfig, PreviewServer } from 'vite';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { startBrowser } from './browser.ts';
import type { RunningBrowser } from './browser.ts';

const scenes = ['controls', 'fields', 'records'] as const;

let folder = '';
let server: PreviewServer;
let browser: RunningBrowser;
let page: Page;
let axe = '';

const root = fileURLToPath(new URL('../ui/gallery', import.meta.url));

const addressOf = (running: PreviewServer): string => {
  const address: AddressInfo | string | null = running.httpServer.address();
  if (address === null || typeof address === 'string') throw new Error('the gallery has no port');
  return `http://127.0.0.1:${address.port}`;
};

const open = async (scene: (typeof scenes)[number]): Promise<void> => {
  await page.goto('about:blank');
  await page.goto(`${addressOf(server)}/#${scene}`);
  await page.waitForSelector('h1');
};

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'wspolnie-kit-'));
  const config: InlineConfig = {
    configFile: false,
    root,
    logLevel: 'error',
    plugins: [preact()],
    build: { outDir: folder, emptyOutDir: true },
    preview: { host: '127.0.0.1', port: 0 },
  };
  await build(config);
  server = await preview(config);
  axe = await readFile(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
  browser = await startBrowser();
  page = await browser.context.newPage();
});

afterAll(async () => {
  await browser?.close();
  await server?.close();
  await rm(folder, { recursive: true, force: true });
});

beforeEach(async () => {
  await page.setViewportSize({ width: 1180, height: 820 });
  await page.emulateMedia({ colorScheme: 'light', reducedMotion: 'reduce' });
});

/** Names of broken rules with the element, as axe sees the page now. */
const violations = async (): Promise<unknown> => {
  await page.addScriptTag({ content: axe });
  const found: unknown = await page.evaluate(
    `axe.run(document, { runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'] })
       .then((result) => result.violations.flatMap((rule) => rule.nodes.map((node) => rule.id + ' ' + node.target)))`,
  );
  return found;
};

const overflow = (): Promise<number> =>
  page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);

const focused = (): Promise<string> =>
  page.evaluate(() => {
    const element = document.activeElement;
    return element?.getAttribute('aria-label') ?? element?.textContent ?? '';
  });

describe.each(['light', 'dark'] as const)('%s', (colorScheme) => {
  test.each(scenes)('%s breaks no accessibility rule on a tablet and on a phone', async (scene) => {
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
    await open(scene);
    expect(await violations()).toEqual([]);
    await page.setViewportSize({ width: 360, height: 740 });
    expect(await violations()).toEqual([]);
  });
});

test.each(scenes)('%s fits into 320 px', async (scene) => {
  await page.setViewportSize({ width: 320, height: 640 });
  await open(scene);
  expect(await overflow()).toBe(0);
});

test.each(scenes)('everything that is pressed in %s is at least 48 px high and wide', async (scene) => {
  await open(scene);
  const small = await page.evaluate(() =>
    [...document.querySelectorAll('main :is(button, select, input, label:has(input), summary)')]
      .map((element) => ({ element, box: (element.closest('label') ?? element).getBoundingClientRect() }))
      .filter(({ box }) => box.width > 0 && (box.height < 48 || box.width < 48))
      .map(({ element, box }) => `${element.outerHTML.slice(0, 80)} ${box.width}x${box.height}`),
  );
  expect(small).toEqual([]);
});

test('opening a screen names the tab and starts readers at its title', async () => {
  await open('records');
  expect(await page.title()).toBe('Zapisy · Wspólnie');
  expect(await focused()).toBe('Zapisy');
});

test('the first Tab of a screen offers to skip to the content', async () => {
  await open('controls');
  await page.evaluate(() => document.body.focus());
  const skip = page.getByRole('link', { name: 'Przejdź do treści' });
  await skip.focus();
  await page.keyboard.press('Enter');
  expect(await page.evaluate(() => document.activeElement?.id)).toBe('content');
});

describe('dialog', () => {
  test('takes the focus to its field, keeps it inside, gives it back on Esc', async () => {
    await open('controls');
    await page.getByRole('button', { name: 'Otwórz okno' }).focus();
    await page.keyboard.press('Enter');
    const field = page.getByRole('textbox', { name: 'Imię i nazwisko' });
    expect(await field.evaluate((element) => element === document.activeElement)).toBe(true);
    expect(await violations()).toEqual([]);
    await page.keyboard.press('Escape');
    expect(await page.getByRole('dialog').count()).toBe(0);
    expect(await focused()).toBe('Otwórz okno');
  });

  test('lets Esc close a menu inside it first', async () => {
    await open('controls');
    await page.getByRole('button', { name: 'Otwórz okno' }).click();
    await page.getByRole('button', { name: 'W oknie' }).click();
    await page.getByRole('menuitem', { name: 'Pierwsza' }).waitFor();
    await page.keyboard.press('Escape');
    expect(await page.getByRole('menuitem').count()).toBe(0);
    expect(await page.getByRole('dialog').count()).toBe(1);
    await page.keyboard.press('Escape');
    expect(await page.getByRole('dialog').count()).toBe(0);
  });

  test('that destroys something has its focus on the way out', async () => {
    await open('controls');
    await page.getByRole('button', { name: 'Usuń', exact: true }).click();
    expect(await focused()).toBe('Anuluj');
    await page.getByRole('button', { name: 'Usuń przykład' }).click();
    expect(await page.textContent('#chosen')).toBe('usunięto');
  });
});

describe('menu', () => {
  test('is worked by arrows and Enter, and gives the focus back on Esc', async () => {
    await open('controls');
    const trigger = page.getByRole('button', { name: 'Więcej czynności' });
    await trigger.focus();
    await page.keyboard.press('Enter');
    await page.waitForFunction(() => document.activeElement?.textContent === 'Zmień');
    await page.keyboard.press('ArrowDown');
    expect(await focused()).toBe('Usuń z listy');
    await page.keyboard.press('ArrowDown');
    expect(await focused()).toBe('Zmień');
    await page.keyboard.press('End');
    expect(await violations()).toEqual([]);
    await page.keyboard.press('Escape');
    expect(await focused()).toBe('Więcej czynności');
    await page.keyboard.press('Enter');
    await page.waitForFunction(() => document.activeElement?.textContent === 'Zmień');
    await page.keyboard.press('End');
    await page.keyboard.press('Enter');
    expect(await page.textContent('#chosen')).toBe('usuń');
  });

  test('opens beside its button and inside the window', async () => {
    await page.setViewportSize({ width: 360, height: 740 });
    await open('controls');
    await page.getByRole('button', { name: 'Więcej czynności' }).click();
    const box = await page.getByRole('menu').boundingBox();
    expect(box?.x).toBeGreaterThanOrEqual(0);
    expect((box?.x ?? 0) + (box?.width ?? 999)).toBeLessThanOrEqual(360);
  });
});

test('a toast can be undone, and waits while it is pointed at', async () => {
  await page.clock.install();
  await open('controls');
  await page.getByRole('button', { name: 'Pokaż komunikat' }).click();
  const undo = page.getByRole('button', { name: 'Cofnij' });
  await undo.hover();
  await page.clock.runFor(60_000);
  expect(await undo.count()).toBe(1);
  await page.mouse.move(5, 5);
  await page.clock.runFor(13_000);
  expect(await undo.count()).toBe(0);
  await page.getByRole('button', { name: 'Pokaż komunikat' }).click();
  await undo.click();
  expect(await page.textContent('#chosen')).toBe('cofnięto');
  await page.clock.resume();
});

test('a busy button ignores presses and keeps the focus', async () => {
  await open('controls');
  const busy = page.getByRole('button', { name: 'Wysyłam' });
  await busy.focus();
  await page.keyboard.press('Enter');
  expect(await page.textContent('#presses')).toBe('0');
  expect(await focused()).toBe('Wysyłam');
});

test('the store hook renders once for many changes, and not for what it did not select', async () => {
  await open('controls');
  const before = await page.textContent('#selected');
  await page.getByRole('button', { name: 'Zmień inną liczbę' }).click();
  expect(await page.textContent('#selected')).toBe(before);
  await page.getByRole('button', { name: 'Zmień liczby' }).click();
  await page.waitForFunction(() => document.querySelector('#selected')?.textContent === '6=6 (2)');
});

describe('fields', () => {
  test('an error is said at its field, and the focus goes there', async () => {
    await open('fields');
    await page.getByRole('button', { name: 'Zapisz' }).click();
    const field = page.getByRole('textbox', { name: 'Nazwa partnerstwa' });
    await page.waitForFunction(() => document.activeElement?.getAttribute('aria-invalid') === 'true');
    expect(await field.evaluate((element) => element === document.activeElement)).toBe(true);
    const described = (await field.getAttribute('aria-describedby'))?.split(' ') ?? [];
    const said = await Promise.all(described.map((id) => page.textContent(`[id="${id}"]`)));
    expect(said).toEqual(['Na przykład „Stare Pole razem”', 'Wpisz nazwę.']);
    expect(await violations()).toEqual([]);
    await page.keyboard.type('Razem');
    expect(await page.getByText('Wpisz nazwę.').count()).toBe(0);
  });

  test('choices are made with the keyboard alone', async () => {
    await open('fields');
    await page.getByRole('combobox', { name: 'Rodzaj instytucji' }).selectOption('ngo');
    await page.getByRole('radio', { name: 'Projektowe' }).focus();
    await page.keyboard.press('ArrowDown');
    await page.getByRole('radio', { name: 'Wszyscy' }).focus();
    await page.keyboard.press('ArrowRight');
    await page.getByRole('checkbox', { name: 'Dołącz kartę kontaktową' }).focus();
    await page.keyboard.press('Space');
    expect(await page.textContent('#state')).toBe('ngo longTerm missing true');
  });

  test('Esc and the cross clear a search and leave the focus in it', async () => {
    await open('fields');
    const search = page.getByRole('searchbox', { name: 'Szukaj osoby' });
    await search.fill('żak');
    await page.keyboard.press('Escape');
    expect(await search.inputValue()).toBe('');
    await search.fill('żak');
    await page.getByRole('button', { name: 'Wyczyść' }).click();
    expect(await search.inputValue()).toBe('');
    expect(await search.evaluate((element) => element === document.activeElement)).toBe(true);
  });
});

test('a chosen file reaches the caller, and can be chosen again', async () => {
  await open('controls');
  const input = page.locator('input[type="file"]');
  const file = { name: 'lista.csv', mimeType: 'text/csv', buffer: Buffer.from('a') };
  await input.setInputFiles(file);
  expect(await page.textContent('#chosen')).toBe('lista.csv');
  expect(await input.inputValue()).toBe('');
});
