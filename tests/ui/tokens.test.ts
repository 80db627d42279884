// Contrast of the visual language, measured from the file itself in both schemes (WCAG 2.2: 1.4.3, 1.4.11, 2.4.13).
import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';

const source = readFileSync(new URL('../../src/ui/tokens.css', import.meta.url), 'utf8');

const declarations = (block: string): ReadonlyMap<string, string> =>
  new Map(
    [...block.matchAll(/--([\w-]+):\s*([^;]+);/g)].map((match) => [match[1] ?? '', (match[2] ?? '').trim()]),
  );

const darkAt = source.indexOf('@media screen and (prefers-color-scheme: dark)');
const light = declarations(source.slice(0, darkAt));
const dark = new Map([...light, ...declarations(source.slice(darkAt))]);

/** Relative luminance as WCAG defines it; `hex` is `#rrggbb`. */
const luminance = (hex: string): number => {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
    const value = Number.parseInt(hex.slice(at, at + 2), 16) / 255;
    return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
};

const contrast = (scheme: ReadonlyMap<string, string>, front: string, back: string): number => {
  const [a, b] = [front, back].map((name) => {
    const value = scheme.get(name);
    if (value === undefined || !/^#[0-9a-f]{6}$/.test(value))
      throw new Error(`--${name} is ${value}, not #rrggbb`);
    return luminance(value);
  });
  if (a === undefined || b === undefined) throw new Error('two colours are needed');
  return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
};

type Pairs = readonly (readonly [string, readonly string[]])[];

const surfaces = ['paper', 'card', 'sunken'];
const tints = ['forest-tint', 'amber-tint', 'brick-tint', 'sky-tint'];

const text: Pairs = [
  ['ink', [...surfaces, ...tints]],
  ['ink-soft', surfaces],
  ['forest', [...surfaces, 'forest-tint']],
  ['forest-strong', [...surfaces, 'forest-tint']],
  ['amber', ['paper', 'card', 'amber-tint']],
  ['brick', [...surfaces, 'brick-tint']],
  ['brick-strong', ['card', 'brick-tint']],
  ['sky', ['paper', 'card', 'sky-tint']],
  ['on-forest', ['forest', 'forest-strong']],
  ['on-brick', ['brick', 'brick-strong']],
  ['rail-ink', ['rail', 'rail-current']],
  ['rail-soft', ['rail']],
  ['pen', ['card', 'paper']],
  // toasts are the page's colours turned round
  ['paper', ['ink', 'brick']],
];

const controls: Pairs = [
  ['line-strong', surfaces],
  ['focus-colour', [...surfaces, ...tints]],
  ['forest-2', ['sunken', 'card']],
  ['forest', ['line']],
];

/** The pairs that fall short of `least`, with what they have: "amber on card 4.1". */
const tooFaint = (scheme: ReadonlyMap<string, string>, pairs: Pairs, least: number): readonly string[] =>
  pairs
    .flatMap(([front, backs]) => backs.map((back) => ({ front, back, ratio: contrast(scheme, front, back) })))
    .filter(({ ratio }) => ratio < least)
    .map(({ front, back, ratio }) => `${front} on ${back} ${ratio.toFixed(2)}`);

describe.each([
  ['light', light],
  ['dark', dark],
])('%s scheme', (_name, scheme) => {
  test('text keeps 4.5:1 on every surface that it stands on', () => {
    expect(tooFaint(scheme, text, 4.5)).toEqual([]);
  });

  test('borders of controls, bars and the focus ring keep 3:1', () => {
    expect(tooFaint(scheme, controls, 3)).toEqual([]);
  });
});

test('the dark scheme gives every colour of the light one a value of its own', () => {
  const own = declarations(source.slice(darkAt));
  const missing = [...light]
    .filter(([name, value]) => value.startsWith('#') && !own.has(name))
    .map(([name]) => name);
  expect(missing).toEqual([]);
});
