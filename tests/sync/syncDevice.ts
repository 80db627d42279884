// A whole device for tests: ledger, identity and exchange as in the app, each tab of it started by hand, over the network of
// this machine or one of the test's.

import 'fake-indexeddb/auto';
import type { LedgerEngine } from '../../src/storage/ledgerEngine.ts';
import { asInstant, type Instant } from '../../src/domain/time.ts';
import { type OpenRawSocket, openWebSocket, type SyncEnvironment } from '../../src/sync/environment.ts';
import { createIdentity, type Identity } from '../../src/sync/identity.ts';
import { startSync, type SyncControl } from '../../src/sync/startSync.ts';
import { realTimers } from '../../src/sync/timers.ts';
import { freshName, openTab, type TestTab } from '../storage/testLedger.ts';

/** What lies between a device and the server; a test cuts it. */
export class Network {
  isDown = false;
  areSocketsBlocked = false;
  sockets = 0;
  posts = 0;
  #live = new Set<() => void>();

  readonly fetch = async (url: string, init: RequestInit): Promise<Response> => {
    if (this.isDown) throw new TypeError('Failed to fetch');
    if (url.endsWith('/sync')) this.posts += 1;
    return fetch(url, init);
  };

  readonly openSocket: OpenRawSocket = (url, events) => {
    if (this.isDown || this.areSocketsBlocked) {
      queueMicrotask(() => events.onClose(1006));
      return { send: () => undefined, close: () => undefined };
    }
    this.sockets += 1;
    const socket = openWebSocket(url, events);
    const cut = (): void => {
      this.#live.delete(cut);
      socket.close();
      events.onClose(1006);
    };
    this.#live.add(cut);
    return socket;
  };

  cut(): void {
    this.isDown = true;
    for (const cut of this.#live) cut();
  }

  restore(): void {
    this.isDown = false;
  }
}

export interface DeviceTab extends TestTab {
  readonly identity: Identity;
  readonly sync: SyncControl;
  readonly ledger: LedgerEngine;
  /** As when the tab becomes visible or the machine comes online. */
  readonly wake: () => void;
  readonly close: () => Promise<void>;
}

export interface DeviceOptions {
  readonly origin: string;
  readonly network?: Network;
  /** The name of its database; tabs of one device share it. */
  readonly name?: string;
  readonly now?: () => Instant;
  readonly environment?: Partial<SyncEnvironment>;
}

export function openDevice({
  origin,
  network = new Network(),
  name = freshName(),
  now = () => asInstant(Date.now()),
  environment: changes = {},
}: DeviceOptions): DeviceTab {
  const tab = openTab(name, { now, hasServer: true });
  const reportFailure = (failure: unknown): void => {
    tab.failures.push(failure);
  };
  const wakes = new Set<() => void>();
  const environment: SyncEnvironment = {
    fetch: network.fetch,
    openSocket: network.openSocket,
    timers: realTimers,
    // The shortest pauses that full jitter allows, so that no test waits long.
    random: () => 0.001,
    locks: navigator.locks,
    openTabPort: (channelName, onMessage) => {
      const channel = new BroadcastChannel(channelName);
      channel.addEventListener('message', (event: MessageEvent<unknown>) => onMessage(event.data));
      return { post: (message) => channel.postMessage(message), close: () => channel.close() };
    },
    isVisible: () => true,
    onWake: (listener) => {
      wakes.add(listener);
      return () => wakes.delete(listener);
    },
    ...changes,
  };
  const { db, ledger } = tab;
  const identity = createIdentity({
    db,
    http: { origin, fetch: environment.fetch, timers: environment.timers },
    now,
  });
  const sync = startSync({
    replicas: ledger.replicas,
    db,
    identity,
    now,
    origin,
    reportFailure,
    environment,
  });
  return {
    ...tab,
    identity,
    sync,
    wake: () => {
      for (const wake of wakes) wake();
    },
    close: async () => {
      sync.dispose();
      await ledger.dispose();
    },
  };
}
