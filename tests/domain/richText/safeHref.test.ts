import { expect, test } from 'vitest';
import { safeHref, typedHref } from '../../../src/domain/richText/safeHref.ts';

test.each([
  ['https://szkola.pl/plan?a=1', 'https://szkola.pl/plan?a=1'],
  [' http://gok.pl ', 'http://gok.pl/'],
  ['mailto:gok@wilkow.pl', 'mailto:gok@wilkow.pl'],
  ['tel:+48123456789', 'tel:+48123456789'],
])('a link may lead to %s', (raw, href) => {
  expect(safeHref(raw)).toBe(href);
});

test.each([
  'javascript:alert(1)',
  ' JaVaScRiPt:alert(1)',
  'java\nscript:alert(1)',
  'data:text/html,<script>alert(1)</script>',
  'vbscript:x',
  'file:///etc/passwd',
  'blob:https://szkola.pl/1',
  '/spotkania',
  'szkola.pl',
  '',
  `https://szkola.pl/${'a'.repeat(2_000)}`,
])('a link never leads to %s', (raw) => {
  expect(safeHref(raw)).toBeUndefined();
});

test.each([
  ['szkola.pl', 'https://szkola.pl/'],
  ['www.gok.wilkow.pl/plan', 'https://www.gok.wilkow.pl/plan'],
  ['szkola.pl:8080/a', 'https://szkola.pl:8080/a'],
  ['gok@wilkow.pl', 'mailto:gok@wilkow.pl'],
  ['https://szkola.pl', 'https://szkola.pl/'],
])('what a person types as %s leads to %s', (typed, href) => {
  expect(typedHref(typed)).toBe(href);
});

test.each(['javascript:alert(1)', 'data:text/html,x', 'zwykły tekst', 'słowo', '.', 'a b.pl'])(
  '%s that a person types is no address',
  (typed) => {
    expect(typedHref(typed)).toBeUndefined();
  },
);
