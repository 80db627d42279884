// Starts the exchange of this tab over the ledger's engine. A module of its own, so that its code comes with it.

import type { Instant } from '../../domain/time.ts';
import type { DocumentName } from '../../schema/documentName.ts';
import type { DeviceDatabase } from '../../storage/database.ts';
import type { RebuildResult } from '../../storage/device.ts';
import type { ReplicaStore } from '../../storage/replicaStore.ts';
import type { ErasingOptions } from '../../sync/erasing.ts';
import { httpTo } from '../../sync/http.ts';
import { createIdentity, type Identity } from '../../sync/identity.ts';
import { eraseRegister } from './eraseRegister.ts';
import { type SyncControl, startSync } from '../../sync/startSync.ts';

export interface RunningSync {
  readonly control: SyncControl;
  readonly identity: Identity;
  readonly erase: (name: DocumentName, rebuild: ErasingOptions['rebuild']) => Promise<RebuildResult>;
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
  const http = httpTo(origin);
  const identity = createIdentity({ db, http, now });
  return {
    identity,
    control: startSync({ ...options, identity }),
    erase: (name, rebuild) => eraseRegister({ ...options, identity, http, name, rebuild }),
  };
}
