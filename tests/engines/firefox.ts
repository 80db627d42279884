// Firefox by WebDriver BiDi, which it speaks itself.

import { existsSync } from 'node:fs';
import puppeteer from 'puppeteer-core';
import { type Engine, TARGET } from './engine.ts';

export async function startFirefox(): Promise<Engine> {
  const browser = await puppeteer.launch({
    browser: 'firefox',
    executablePath: findFirefox(),
    headless: true,
    args: ['--width=1180', '--height=820'],
    extraPrefsFirefox: { 'intl.accept_languages': 'pl' },
  });
  const page = await browser.newPage();
  await page.setViewport({ width: 1180, height: 820 });
  return {
    goto: async (url) => {
      await page.goto(url);
    },
    reload: async () => {
      await page.reload();
    },
    evaluate: (expression) => page.evaluate(expression),
    click: async () => {
      await page.click(TARGET);
    },
    type: async (text) => {
      await page.type(TARGET, text);
    },
    draw: async ([first, ...points]) => {
      if (first === undefined) return;
      await page.mouse.move(first.x, first.y);
      await page.mouse.down();
      for (const { x, y } of points) await page.mouse.move(x, y);
      await page.mouse.up();
    },
    close: () => browser.close(),
  };
}

function findFirefox(): string {
  const found = ['/usr/bin/firefox-esr', '/usr/bin/firefox'].find(existsSync);
  if (found === undefined) throw new Error('No Firefox found: install firefox-esr.');
  return found;
}
