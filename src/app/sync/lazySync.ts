// Sending and receiving as screens hold it from the first moment; its code comes after the first drawing.

import { createStore, type StoreApi } from 'zustand/vanilla';
import type { Identity } from '../../sync/identity.ts';
import type { SyncStatus } from '../../sync/status.ts';

export interface LazySync {
  readonly status: StoreApi<SyncStatus>;
  readonly identity: () => Promise<Identity>;
}

export interface LazySyncOptions {
  /** Whether this device has ever joined: then it is connecting from the first moment, else it works alone. */
  readonly hasJoined: boolean;
}

export function lazySync({ hasJoined }: LazySyncOptions): LazySync {
  const status = createStore<SyncStatus>(() => ({
    connection: { kind: hasJoined ? 'connecting' : 'noServer' },
    exchange: { kind: 'idle' },
    lastSuccess: undefined,
    clockSkewMinutes: 0,
  }));
  return {
    status,
    identity: () => Promise.reject(new Error('not yet')),
  };
}
