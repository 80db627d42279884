// What a room is given of the device: its database, its ledger, its clock and its name. Put together by the app.

import type { DeviceId } from '../domain/ids.ts';
import type { Instant, IsoDate } from '../domain/time.ts';
import type { DeviceDatabase, NewId } from './database.ts';
import type { Ledger } from './ledger.ts';

export interface Device {
  readonly id: DeviceId;
  readonly db: DeviceDatabase;
  readonly ledger: Ledger;
  readonly newId: NewId;
  readonly now: () => Instant;
  readonly today: () => IsoDate;
  /** For promises that nobody awaits: shows the person what failed and keeps the cause. */
  readonly reportFailure: (failure: unknown) => void;
}
