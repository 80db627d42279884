// Dates, times of day and instants as branded values. `today` and `now` are always passed in: the domain has no clock.

declare const brand: unique symbol;

/** A calendar day, "2026-11-22". */
export type IsoDate = string & { readonly [brand]: 'IsoDate' };
/** A time of day, "16:00". */
export type LocalTime = string & { readonly [brand]: 'LocalTime' };
/** An instant, milliseconds since 1970 UTC, by the clock of the device that recorded it. */
export type Instant = number & { readonly [brand]: 'Instant' };
/** A length of time in whole minutes. */
export type Minutes = number & { readonly [brand]: 'Minutes' };

const DATE = /^(\d{4})-(\d{2})-(\d{2})$/;
const TIME = /^([01]\d|2[0-3]):[0-5]\d$/;

/** A real calendar day between the years 1900 and 2199, or `undefined`. */
export function decodeIsoDate(raw: unknown): IsoDate | undefined {
  if (typeof raw !== 'string') return undefined;
  const match = DATE.exec(raw);
  if (!match) return undefined;
  const [year, month, day] = [Number(match[1]), Number(match[2]), Number(match[3])];
  const date = new Date(Date.UTC(year, month - 1, day));
  const real = date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
  return real && year >= 1900 && year < 2200 ? (raw as IsoDate) : undefined;
}

export function decodeLocalTime(raw: unknown): LocalTime | undefined {
  return typeof raw === 'string' && TIME.test(raw) ? (raw as LocalTime) : undefined;
}

/** A finite, non-negative number of milliseconds, rounded; `undefined` for anything else. */
export function decodeInstant(raw: unknown): Instant | undefined {
  return typeof raw === 'number' && Number.isFinite(raw) && raw >= 0
    ? (Math.round(raw) as Instant)
    : undefined;
}

export function asInstant(milliseconds: number): Instant {
  return Math.round(milliseconds) as Instant;
}

export function asMinutes(minutes: number): Minutes {
  return Math.round(minutes) as Minutes;
}

/** The calendar day of an instant in the time zone of the machine it runs on. */
export function isoDateOf(instant: Date): IsoDate {
  const two = (value: number): string => String(value).padStart(2, '0');
  return `${instant.getFullYear()}-${two(instant.getMonth() + 1)}-${two(instant.getDate())}` as IsoDate;
}

/** Whole days from `from` to `to`; negative when `to` is earlier. */
export function daysBetween(from: IsoDate, to: IsoDate): number {
  return Math.round((Date.parse(`${to}T00:00Z`) - Date.parse(`${from}T00:00Z`)) / 86_400_000);
}
