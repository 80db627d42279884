// The two catalogues side by side: nothing missing, nothing empty, Polish forms right.
import { afterEach, describe, expect, test } from 'vitest';
import { t } from '../../../src/ui/i18n/attendanceTexts.ts';
import { catalogue as english } from '../../../src/ui/i18n/en/catalogue.ts';
import { onLanguageChange, setLanguage, t as first } from '../../../src/ui/i18n/firstTexts.ts';
import { currentLanguage } from '../../../src/ui/i18n/language.ts';
import { catalogue as polish } from '../../../src/ui/i18n/pl/catalogue.ts';

type Leaf = { readonly path: string; readonly value: unknown };

const leaves = (node: unknown, path = ''): readonly Leaf[] =>
  typeof node === 'object' && node !== null
    ? Object.entries(node).flatMap(([key, child]) => leaves(child, path === '' ? key : `${path}.${key}`))
    : [{ path, value: node }];

const kinds = (node: unknown): ReadonlyMap<string, string> =>
  new Map(leaves(node).map(({ path, value }) => [path, typeof value]));

const isMessage = (value: unknown): value is (...args: readonly unknown[]) => unknown =>
  typeof value === 'function';

/** Messages take numbers, words and genders: each is tried with all of them, in every place. */
const samples = (message: (...args: readonly unknown[]) => unknown): readonly unknown[] => {
  const given = [1, 2, 5, 22, 'Anna Wiśniewska', 'feminine', 'masculine', 'unknown'];
  return given.flatMap((argument) => {
    try {
      return [message(argument, argument, argument, argument)];
    } catch (error) {
      // A word where a number belongs is refused by the plural rules; that is no fault of the message.
      if (error instanceof RangeError || error instanceof TypeError) return [];
      throw error;
    }
  });
};

afterEach(async () => {
  await setLanguage('pl');
});

test('English has exactly the messages of Polish, each of the same kind', () => {
  expect(kinds(english)).toEqual(kinds(polish));
});

const fault = (value: unknown): string | undefined => {
  const said = isMessage(value) ? samples(value).filter((text) => text !== undefined) : [value];
  if (said.length === 0) return 'says nothing';
  if (!said.every((text) => typeof text === 'string' && /\S/.test(text))) return 'is empty';
  return said.some((text) => /undefined|NaN|\[object/.test(String(text))) ? 'has a hole' : undefined;
};

test.each([
  ['Polish', polish],
  ['English', english],
])('every message of %s says something, whatever it is about', (_language, catalogue) => {
  const faults = leaves(catalogue).flatMap(({ path, value }) => {
    const found = fault(value);
    return found === undefined ? [] : [`${path} ${found}`];
  });
  expect(faults).toEqual([]);
});

describe('Polish forms for 1, 2, 5 and 22', () => {
  const four = (message: (count: number) => string) => [1, 2, 5, 22].map(message);

  test.each([
    ['common.people', polish.common.people, ['1 osoba', '2 osoby', '5 osób', '22 osoby']],
    ['common.changes', polish.common.changes, ['1 zmiana', '2 zmiany', '5 zmian', '22 zmiany']],
    [
      'common.organisations',
      polish.common.organisations,
      ['1 instytucja', '2 instytucje', '5 instytucji', '22 instytucje'],
    ],
    [
      'sync.waiting',
      polish.sync.waiting,
      [
        '1 zmiana czeka na wysłanie',
        '2 zmiany czekają na wysłanie',
        '5 zmian czeka na wysłanie',
        '22 zmiany czekają na wysłanie',
      ],
    ],
    [
      'attendance.signatureCount',
      polish.attendance.signatureCount,
      ['1 podpis', '2 podpisy', '5 podpisów', '22 podpisy'],
    ],
  ])('%s', (_name, message, expected) => {
    expect(four(message)).toEqual(expected);
  });
});

test('switching loads the English texts, tells those who listen, and comes back', async () => {
  const heard: string[] = [];
  const stop = onLanguageChange(() => heard.push(currentLanguage()));
  await setLanguage('en');
  expect(t()).toBe(english);
  expect(first()).toBe(english);
  await setLanguage('pl');
  expect(t()).toEqual(expect.objectContaining({ today: polish.today, attendance: polish.attendance }));
  expect(first()).toEqual(expect.objectContaining({ today: polish.today }));
  stop();
  await setLanguage('en');
  expect(heard).toEqual(['en', 'pl']);
});

test('the words for one and two ticks are the agreed ones', () => {
  expect(polish.ticks.device).toBe('zapisane na tym urządzeniu');
  expect(polish.ticks.server).toBe('bezpieczne na serwerze');
});

test('no Polish text speaks the jargon that the style forbids', () => {
  const texts = leaves(polish).flatMap(({ value }) => (typeof value === 'string' ? [value] : []));
  expect(
    texts.filter((text) => /synchroniz|CRDT|IndexedDB|WebSocket|\bcache\b|\bHTTP\b/i.test(text)),
  ).toEqual([]);
});
