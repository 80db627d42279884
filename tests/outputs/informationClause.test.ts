// The information clause of RODO, art. 13, under a list.
import { describe, expect, test } from 'vitest';
import { THIRD_ROUND } from '../../src/domain/programme/thirdRound.ts';
import type { RoundPrivacy } from '../../src/domain/programme/round.ts';
import { type IsoDate, decodeIsoDate } from '../../src/domain/time.ts';
import { informationClause, retentionEnd } from '../../src/outputs/informationClause.ts';
import { listWords } from '../../src/rooms/attendance/print/listWords.ts';
import { PARTNERSHIP } from './listFixture.ts';

function day(text: string): IsoDate {
  const date = decodeIsoDate(text);
  if (date === undefined) throw new Error(`no date: ${text}`);
  return date;
}

function clauseWith(privacy: Partial<RoundPrivacy>, date: IsoDate | undefined = day('2026-11-22')) {
  const round = { ...THIRD_ROUND, privacy: { ...THIRD_ROUND.privacy, ...privacy } };
  return informationClause(round, PARTNERSHIP, date, listWords());
}

describe('controller and inspector', () => {
  test('are those of the round', () => {
    const { text } = clauseWith({ controller: 'Fundacja Źródło', inspector: 'iod@zrodlo.example' });
    expect(text).toContain('Administratorem danych jest Fundacja Źródło.');
    expect(text).toContain('Kontakt z inspektorem ochrony danych: iod@zrodlo.example.');
  });

  test('without them the library is the controller and the way to the inspector', () => {
    const { text } = clauseWith({});
    expect(text).toContain('Administratorem danych jest Gminna Biblioteka Publiczna w Starym Polu.');
    expect(text).toContain('Z inspektorem ochrony danych skontaktujesz się przez administratora.');
  });
});

test('the basis is art. 6(1)(c) and (e), and nobody is asked to consent', () => {
  const { title, text } = clauseWith({});
  expect(`${title} ${text}`).toContain('art. 6 ust. 1 lit. c i e RODO');
  expect(`${title} ${text}`).not.toMatch(/zgod[aęzy]|zgadzam|wyrażam/i);
});

describe('retention', () => {
  test.each([
    [1, 'Przechowujemy je 1 rok od dnia spotkania, do 22 listopada 2027.'],
    [3, 'Przechowujemy je 3 lata od dnia spotkania, do 22 listopada 2029.'],
    [5, 'Przechowujemy je 5 lat od dnia spotkania, do 22 listopada 2031.'],
  ])('of %i years is told with its last day', (retentionYears, expected) => {
    expect(clauseWith({ retentionYears }).text).toContain(expected);
  });

  test('is told without a day while the meeting has no date', () => {
    const round = THIRD_ROUND;
    const { text } = informationClause(round, PARTNERSHIP, undefined, listWords());
    expect(text).toContain('Przechowujemy je 5 lat od dnia spotkania.');
  });

  test('from 29 February ends on the 28th where the year has no 29th', () => {
    expect(retentionEnd(day('2028-02-29'), 5)).toBe('2033-02-28');
    expect(retentionEnd(day('2028-02-29'), 4)).toBe('2032-02-29');
    expect(retentionEnd(day('2199-01-01'), 5)).toBeUndefined();
  });
});

describe('the whole clause', () => {
  test('is linked where the round has a web address for it', () => {
    const { link, text } = clauseWith({ clauseUrl: 'https://www.cal.org.pl/rodo' });
    expect(link).toEqual({ label: 'Pełna informacja:', url: 'https://www.cal.org.pl/rodo' });
    expect(text).not.toContain('Pełną informację');
  });

  test.each(['', 'javascript:alert(1)', 'tablica w bibliotece'])(
    'of "%s" is at the controller',
    (clauseUrl) => {
      const { link, text } = clauseWith({ clauseUrl });
      expect(link).toBeUndefined();
      expect(text).toContain('Pełną informację dostaniesz u administratora.');
    },
  );
});
