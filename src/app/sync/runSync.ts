// Starts the exchange of this tab over the ledger's engine. A module of its own, so that its code comes with it.

import type { Instant } from '../../domain/time.ts';
import type { DeviceDatabase } from '../../storage/database.ts';
import type { ReplicaStore } from '../../storage/replicaStore.ts';
import { httpTo } from '../../sync/http.ts';
import { createIdentity, type Identity } from '../../sync/identity.ts';
import { type SyncControl, startSync } from '../../sync/startSync.ts';

export interface RunningSync {
  readonly control: SyncControl;
  readonly identity: Identity;
}

export interface RunSyncOptions {
  readonly db: DeviceDatabase;
  readonly replicas: ReplicaStore;
  readonly now: () => Instant;
  readonly origin: string;
  readonly reportFailure: (failure: unknown) => void;
}

export function runSync(options: RunSyncOptions): RunningSync {
  const { db, now, origin } = options;
  const identity = createIdentity({ db, http: httpTo(origin), now });
  return { identity, control: startSync({ ...options, identity }) };
}
