// Sending and receiving as screens hold it from the first moment; its code comes after the first drawing.

import { createStore, type StoreApi } from 'zustand/vanilla';
import type { DocumentName } from '../../schema/documentName.ts';
import type { AwarenessHandle } from '../../sync/awareness.ts';
import type { Identity } from '../../sync/identity.ts';
import type { SyncStatus } from '../../sync/status.ts';
import type { SendResult } from '../../sync/visit.ts';
import type { RunningSync } from './runSync.ts';

export interface LazySync {
  readonly status: StoreApi<SyncStatus>;
  /** Starts the exchange, once. */
  readonly start: () => Promise<void>;
  /** A whole visit now; resolves with what truly became of it. */
  readonly sendNow: () => Promise<SendResult>;
  readonly identity: () => Promise<Identity>;
  readonly erase: RunningSync['erase'];
  /** Who else is at a document; to be released. */
  readonly awareness: (name: DocumentName) => Promise<AwarenessHandle>;
}

export interface LazySyncOptions {
  /** Whether this device has ever joined: then it is connecting from the first moment, else it works alone. */
  readonly hasJoined: boolean;
  readonly fetchSync: () => Promise<RunningSync>;
}

/** A fetch that failed is tried anew with the next call. */
export function lazySync({ hasJoined, fetchSync }: LazySyncOptions): LazySync {
  const status = createStore<SyncStatus>(() => ({
    connection: { kind: hasJoined ? 'connecting' : 'noServer' },
    exchange: { kind: 'idle' },
    lastSuccess: undefined,
    clockSkewMinutes: 0,
  }));
  let fetched: Promise<RunningSync> | undefined;

  const begin = async (): Promise<RunningSync> => {
    const running = await fetchSync();
    const { control } = running;
    let isKnown = false;
    const take = (next: SyncStatus): void => {
      // "Connecting" is only its beginning: until it has looked, what was known at the start stands.
      isKnown ||= next.connection.kind !== 'connecting';
      if (isKnown || hasJoined) status.setState(next, true);
    };
    take(control.status.getState());
    control.status.subscribe(take);
    return running;
  };

  const running = async (): Promise<RunningSync> => {
    fetched ??= begin();
    try {
      return await fetched;
    } catch (cause) {
      fetched = undefined;
      throw cause;
    }
  };

  return {
    status,
    start: async () => {
      await running();
    },
    sendNow: async () => (await running()).control.sendNow(),
    identity: async () => (await running()).identity,
    erase: async (name, rebuild) => (await running()).erase(name, rebuild),
    awareness: async (name) => (await running()).control.awareness(name),
  };
}
