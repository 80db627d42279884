import { expect, test } from 'vitest';
import { plural } from '../../../src/ui/i18n/plural.ts';

const person = { one: 'osoba', few: 'osoby', many: 'osób', other: 'osoby (ułamek)' };

test('Polish picks among four forms by the rules of the language', () => {
  const said = (count: number) => plural('pl', count, person);
  expect([1].map(said)).toEqual(['osoba']);
  expect([2, 3, 4, 22, 34, 102].map(said)).toEqual(Array<string>(6).fill('osoby'));
  expect([0, 5, 11, 12, 14, 21, 25, 112].map(said)).toEqual(Array<string>(8).fill('osób'));
  expect([0.5, 1.5].map(said)).toEqual(Array<string>(2).fill('osoby (ułamek)'));
});

test('English needs two forms', () => {
  const said = (count: number) => plural('en', count, { one: 'person', other: 'people' });
  expect([1, 0, 2, 5].map(said)).toEqual(['person', 'people', 'people', 'people']);
});
