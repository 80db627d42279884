import { afterEach, describe, expect, test } from 'vitest';
import { setLanguage } from '../../../src/ui/i18n/firstTexts.ts';
import {
  formatBytes,
  formatDate,
  formatDateTime,
  formatDayMonth,
  formatHours,
  formatNearDay,
  formatNumber,
  formatRelative,
  formatTime,
  formatWeekday,
  initials,
} from '../../../src/ui/i18n/format.ts';

afterEach(async () => {
  await setLanguage('pl');
});

describe('in Polish', () => {
  test('dates and times are written as people write them', () => {
    expect(formatDate('2026-11-22')).toBe('22 listopada 2026');
    expect(formatDateTime('2026-11-22T16:00')).toBe('22 listopada 2026, 16:00');
    expect(formatDayMonth('2026-11-22')).toBe('22 listopada');
    expect(formatWeekday('2026-11-22')).toBe('niedziela, 22 listopada');
    expect(formatTime('2026-11-22T09:05')).toBe('09:05');
    expect(formatTime('16:00')).toBe('16:00');
    expect(formatTime('2026-11-22T00:10')).toBe('00:10');
  });

  test('a day stays that day where summer time begins and ends', () => {
    for (const day of ['2026-03-29', '2026-10-25', '2026-01-01']) {
      expect(formatDate(day)).toBe(
        `${Number(day.slice(8))} ${formatDate(day).split(' ')[1]} ${day.slice(0, 4)}`,
      );
    }
  });

  test('near days get their word, others their date, with the year when it is another', () => {
    const near = (day: string) => formatNearDay(day, '2026-11-22');
    expect(near('2026-11-22')).toBe('dziś');
    expect(near('2026-11-23')).toBe('jutro');
    expect(near('2026-11-21')).toBe('wczoraj');
    expect(near('2026-12-15')).toBe('15 grudnia');
    expect(near('2027-01-15')).toBe('15 stycznia 2027');
  });

  test('time that has passed is told in the largest unit that fits', () => {
    const now = Date.UTC(2026, 10, 22, 16);
    const ago = (seconds: number) => formatRelative(now - seconds * 1000, now);
    expect(ago(10)).toBe('przed chwilą');
    expect(ago(60)).toBe('1 minutę temu');
    expect(ago(300)).toBe('5 minut temu');
    expect(ago(3 * 3600)).toBe('3 godziny temu');
    expect(ago(9 * 86_400)).toBe('9 dni temu');
  });

  test('numbers have a decimal comma', () => {
    expect(formatNumber(13.5)).toBe('13,5');
    expect(formatNumber(1234)).toBe('1234');
    expect(formatNumber(12_345.67)).toBe('12\u00a0345,7');
    expect(formatHours(810)).toBe('13,5');
    expect(formatHours(20)).toBe('0,33');
  });

  test('sizes are in thousands, with a decimal only where it tells something', () => {
    expect(formatBytes(820)).toBe('820 B');
    expect(formatBytes(12_300)).toBe('12 kB');
    expect(formatBytes(1_230_000)).toBe('1,2 MB');
    expect(formatBytes(0)).toBe('0 B');
  });
});

test('English writes the same moments and numbers in its own way', async () => {
  await setLanguage('en');
  expect(formatDateTime('2026-11-22T16:00')).toBe('22 November 2026, 16:00');
  expect(formatNumber(13.5)).toBe('13.5');
  expect(formatRelative(0, 300_000)).toBe('5 minutes ago');
  expect(formatNearDay('2026-11-22', '2026-11-22')).toBe('today');
});

test('what is no time is shown as it came', () => {
  expect(formatDate('wkrótce')).toBe('wkrótce');
  expect(formatDateTime('')).toBe('');
  expect(formatTime('25:99 ')).toBe('25:99 ');
});

test('initials are the first letters of the first and the last word, whatever else is in a name', () => {
  expect(initials('Anna Wiśniewska')).toBe('AW');
  expect(initials('KGW „Polanki”')).toBe('KP');
  expect(initials('łucja')).toBe('Ł');
  expect(initials('Anna Maria Żak-Nowak')).toBe('AŻ');
  expect(initials('🙂 Ewa')).toBe('E');
  expect(initials('  ')).toBe('');
});
