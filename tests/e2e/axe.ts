// The rules of accessibility as axe sees them on a page now, its colours standing still.

import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import { standStill } from '../scenes/scene.ts';

const ALL_RULES = "{ runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'] }";
/** The one rule that depends on the scheme. */
const CONTRAST = "{ runOnly: { type: 'rule', values: ['color-contrast'] } }";

let axe: Promise<string> | undefined;

/** Names of broken rules with the element. */
async function violations(page: Page, rules: string): Promise<unknown> {
  await standStill(page);
  axe ??= readFile(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
  if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(await axe);
  const found: unknown = await page.evaluate(
    `axe.run(document, ${rules})
       .then((result) => result.violations.flatMap((rule) => rule.nodes.map((node) => rule.id + ' ' + node.target)))`,
  );
  return found;
}

/** Every rule in the light scheme, and the colours in the dark one. `what` names the screen in a failure. */
export async function expectAccessible(page: Page, what: string): Promise<void> {
  await page.emulateMedia({ colorScheme: 'light' });
  expect(await violations(page, ALL_RULES), `${what}, light`).toEqual([]);
  await page.emulateMedia({ colorScheme: 'dark' });
  expect(await violations(page, CONTRAST), `${what}, dark`).toEqual([]);
}
