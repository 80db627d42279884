// The device's clock and calendar, for those who put the app or its worker together; everybody else is handed them.

import { asInstant, type Instant, isoDateOf, type IsoDate } from '../domain/time.ts';

export function systemNow(): Instant {
  return asInstant(Date.now());
}

export function systemToday(): IsoDate {
  return isoDateOf(new Date());
}
