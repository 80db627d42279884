// What a room is given of the device: its database, its ledger, its clock and its name. Put together by the app.

import type { Doc } from 'yjs';
import type { DeviceId, PartnershipId } from '../domain/ids.ts';
import type { Instant, IsoDate } from '../domain/time.ts';
import type { DeviceDatabase, NewId } from './database.ts';
import type { Ledger } from './ledger.ts';

/** Why nothing was erased: not connected, no right, no room on this device, or the server could not. */
export type RebuildFailure = 'offline' | 'notAllowed' | 'notStored' | 'server';

export type RebuildResult =
  | { readonly kind: 'erased' }
  /** The server has done it, this device follows with its next exchange. */
  | { readonly kind: 'erasedAtServer' }
  | { readonly kind: 'failed'; readonly reason: RebuildFailure };

export interface Device {
  readonly id: DeviceId;
  readonly db: DeviceDatabase;
  readonly ledger: Ledger;
  /** Puts a rebuilt register in the place of the one that is there, on every device. Throws StorageFailure. */
  readonly rebuildRegister: (
    partnershipId: PartnershipId,
    rebuild: (doc: Doc, epoch: number) => Doc,
  ) => Promise<RebuildResult>;
  readonly newId: NewId;
  readonly now: () => Instant;
  readonly today: () => IsoDate;
  /** For promises that nobody awaits: shows the person what failed and keeps the cause. */
  readonly reportFailure: (failure: unknown) => void;
}
