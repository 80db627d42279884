// Days and moments of the sample, counted from the day on which it is opened.

import { type Instant, type IsoDate, asInstant, decodeIsoDate } from '../../domain/time.ts';

const DAY_MS = 86_400_000;

/** The calendar day `days` after `today`; negative is earlier. */
export function dayFrom(today: IsoDate, days: number): IsoDate {
  const day = decodeIsoDate(
    new Date(Date.parse(`${today}T12:00Z`) + days * DAY_MS).toISOString().slice(0, 10),
  );
  if (day === undefined) throw new Error(`no day ${days} days from ${today}`);
  return day;
}

/** A time of that day by the device's clock, `minutes` after midnight. */
export function momentOf(day: IsoDate, minutes: number): Instant {
  const midnight = new Date(`${day}T00:00`).getTime();
  return asInstant(midnight + minutes * 60_000);
}
