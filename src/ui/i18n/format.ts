// Dates, times, numbers and sizes as people write them: "22 listopada 2026, 16:00", "13,5", "5 minut temu".
// The device's time zone is used; what "now" and "today" are is handed in.
import { currentLanguage } from './language.ts';
import type { Language } from './language.ts';

interface DateWords {
  readonly justNow: string;
  readonly today: string;
  readonly tomorrow: string;
  readonly yesterday: string;
  /** As they follow the day: "listopada". */
  readonly months: readonly string[];
  /** From Sunday, as `Date` counts. */
  readonly weekdays: readonly string[];
}

// Written out: the browser's own date formatter takes a tenth of a second to make on a slow phone, at the first screen.
const words: Readonly<Record<Language, DateWords>> = {
  pl: {
    justNow: 'przed chwilą',
    today: 'dziś',
    tomorrow: 'jutro',
    yesterday: 'wczoraj',
    months:
      'stycznia lutego marca kwietnia maja czerwca lipca sierpnia września października listopada grudnia'.split(
        ' ',
      ),
    weekdays: 'niedziela poniedziałek wtorek środa czwartek piątek sobota'.split(' '),
  },
  en: {
    justNow: 'just now',
    today: 'today',
    tomorrow: 'tomorrow',
    yesterday: 'yesterday',
    months: 'January February March April May June July August September October November December'.split(
      ' ',
    ),
    weekdays: 'Sunday Monday Tuesday Wednesday Thursday Friday Saturday'.split(' '),
  },
};

const locale = (): string => (currentLanguage() === 'pl' ? 'pl-PL' : 'en-GB');

// Making a formatter costs, so each is made once a language.
const cache = new Map<string, Intl.NumberFormat | Intl.RelativeTimeFormat>();

const cached = <F extends Intl.NumberFormat | Intl.RelativeTimeFormat>(
  name: string,
  kind: abstract new (...args: never[]) => F,
  make: (locale: string) => F,
): F => {
  const key = `${locale()} ${name}`;
  const known = cache.get(key);
  if (known instanceof kind) return known;
  const made = make(locale());
  cache.set(key, made);
  return made;
};

/** A moment: ISO date ("2026-11-22", that day here), local ISO ("2026-11-22T16:00"), instant ("…Z") or epoch ms. */
export type Moment = string | number;

const toDate = (moment: Moment): Date => {
  if (typeof moment === 'string' && /^\d{4}-\d{2}-\d{2}$/.test(moment)) return new Date(`${moment}T12:00`);
  return new Date(moment);
};

// What cannot be read as a time is shown as it came, never as "Invalid Date".
const write = (moment: Moment, format: (date: Date) => string): string => {
  const date = toDate(moment);
  return Number.isNaN(date.getTime()) ? String(moment) : format(date);
};

const dayMonth = (date: Date): string =>
  `${date.getDate()} ${words[currentLanguage()].months[date.getMonth()] ?? ''}`;

/** "22 listopada 2026" */
export const formatDate = (moment: Moment): string =>
  write(moment, (date) => `${dayMonth(date)} ${date.getFullYear()}`);

/** "22 listopada", for lists within one year */
export const formatDayMonth = (moment: Moment): string => write(moment, dayMonth);

/** "niedziela, 22 listopada" */
export const formatWeekday = (moment: Moment): string =>
  write(moment, (date) => `${words[currentLanguage()].weekdays[date.getDay()] ?? ''}, ${dayMonth(date)}`);

const twoDigits = (value: number): string => String(value).padStart(2, '0');

/** "16:00" */
export const formatTime = (moment: Moment): string => {
  // A bare time of day is already what is shown.
  if (typeof moment === 'string' && /^\d{2}:\d{2}$/.test(moment)) return moment;
  return write(moment, (date) => `${twoDigits(date.getHours())}:${twoDigits(date.getMinutes())}`);
};

/** "22 listopada 2026, 16:00" */
export const formatDateTime = (moment: Moment): string => {
  if (Number.isNaN(toDate(moment).getTime())) return String(moment);
  return `${formatDate(moment)}, ${formatTime(moment)}`;
};

/** Days from `today` to `day`, both ISO dates; negative when past. */
const daysBetween = (today: string, day: string): number =>
  Math.round((Date.parse(`${day}T00:00Z`) - Date.parse(`${today}T00:00Z`)) / 86_400_000);

/** "dziś", "jutro", "wczoraj", else "22 listopada" and the year when it is another one. Both are ISO dates. */
export const formatNearDay = (day: string, today: string): string => {
  const word = words[currentLanguage()];
  switch (daysBetween(today, day)) {
    case 0:
      return word.today;
    case 1:
      return word.tomorrow;
    case -1:
      return word.yesterday;
    default:
      return day.slice(0, 4) === today.slice(0, 4) ? formatDayMonth(day) : formatDate(day);
  }
};

/** "przed chwilą", "5 minut temu", "3 godziny temu", "9 dni temu"; both in epoch ms. */
export const formatRelative = (then: number, now: number): string => {
  const seconds = Math.round((then - now) / 1000);
  const size = Math.abs(seconds);
  if (size < 45) return words[currentLanguage()].justNow;
  const format = cached(
    'relative',
    Intl.RelativeTimeFormat,
    (tag) => new Intl.RelativeTimeFormat(tag, { numeric: 'always' }),
  );
  if (size < 45 * 60) return format.format(Math.round(seconds / 60), 'minute');
  if (size < 22 * 3600) return format.format(Math.round(seconds / 3600), 'hour');
  if (size < 26 * 86_400) return format.format(Math.round(seconds / 86_400), 'day');
  if (size < 320 * 86_400) return format.format(Math.round(seconds / 2_629_800), 'month');
  return format.format(Math.round(seconds / 31_557_600), 'year');
};

/** "1 234,5": a decimal comma in Polish, at most `digits` after it (1 unless told). */
export const formatNumber = (value: number, digits = 1): string =>
  cached(
    `number ${digits}`,
    Intl.NumberFormat,
    (tag) => new Intl.NumberFormat(tag, { maximumFractionDigits: digits, useGrouping: 'min2' }),
  ).format(value);

/** Minutes as hours: 810 is "13,5". */
export const formatHours = (minutes: number): string => formatNumber(minutes / 60, 2);

/** "820 B", "12 kB", "1,2 MB", in thousands. */
export const formatBytes = (bytes: number): string => {
  if (bytes < 1000) return `${bytes} B`;
  const units = ['kB', 'MB', 'GB', 'TB'];
  const power = Math.min(Math.floor(Math.log10(bytes) / 3), units.length);
  const value = bytes / 1000 ** power;
  return `${formatNumber(value, value < 10 ? 1 : 0)} ${units[power - 1] ?? ''}`;
};

/** "AW" for "Anna Wiśniewska": first letters of the first and the last word that have a letter or digit. */
export const initials = (name: string): string => {
  const letters = name
    .split(/\s+/u)
    .map((word) => /[\p{L}\p{N}]/u.exec(word)?.[0])
    .filter((letter) => letter !== undefined);
  const picked = letters.length > 1 ? [letters[0], letters[letters.length - 1]] : letters;
  return picked.join('').toLocaleUpperCase('pl');
};
