// Starts the exchange with the server in a tab: one tab leads and keeps the connection, the others ask it and show its
// status. Put together here; each part is in its own module.

import { createStore, type StoreApi } from 'zustand/vanilla';
import { decodeInstant, type Instant } from '../domain/time.ts';
import type { DocumentName } from '../schema/documentName.ts';
import type { DeviceDatabase } from '../storage/database.ts';
import type { ReplicaStore } from '../storage/replicaStore.ts';
import { type AwarenessHandle, createAwarenessHub } from './awareness.ts';
import { type Connection, startConnection } from './connection.ts';
import { browserEnvironment, type SyncEnvironment } from './environment.ts';
import type { Identity } from './identity.ts';
import { INITIAL_STATUS, reduceStatus, type SyncEvent, type SyncStatus } from './status.ts';
import type { Question } from './tabMessages.ts';
import { joinTabs } from './tabs.ts';
import type { SendResult } from './visit.ts';

export interface SyncControl {
  readonly status: StoreApi<SyncStatus>;
  /** A whole visit now; resolves with what truly became of it. Never rejects. */
  readonly sendNow: () => Promise<SendResult>;
  /** Who else is at a document; released by whoever opened it. */
  readonly awareness: (name: DocumentName) => AwarenessHandle;
  readonly dispose: () => void;
}

export interface StartSyncOptions {
  readonly replicas: ReplicaStore;
  readonly db: DeviceDatabase;
  readonly identity: Identity;
  readonly now: () => Instant;
  /** "https://wspolnie.example", where app and server are. */
  readonly origin: string;
  readonly reportFailure: (failure: unknown) => void;
  readonly environment?: SyncEnvironment;
}

const LAST_SUCCESS_SETTING = 'sync.lastSuccess';
/** The time of the last success is shown to the minute, so it is written down no more often. */
const REMEMBER_EVERY_MS = 60_000;

export function startSync(options: StartSyncOptions): SyncControl {
  const { replicas, db, identity, now, reportFailure } = options;
  const environment = options.environment ?? browserEnvironment();
  const http = { origin: options.origin, fetch: environment.fetch, timers: environment.timers };
  const status = createStore<SyncStatus>(() => INITIAL_STATUS);
  let connection: Connection | undefined;
  let remembered = 0;

  function dispatch(event: SyncEvent): void {
    const before = status.getState();
    const after = reduceStatus(before, event);
    if (after === before) return;
    status.setState(after, true);
    tabs.postStatus(after);
    if (event.kind === 'succeeded' && event.at - remembered >= REMEMBER_EVERY_MS) {
      remembered = event.at;
      db.settings.put({ key: LAST_SUCCESS_SETTING, value: event.at }).catch(reportFailure);
    }
  }

  const hub = createAwarenessHub((name, body) => {
    connection?.sendAwareness(name, body);
    tabs.postAwareness('tab', name, body);
  });

  function lead(): () => void {
    let isLeading = true;
    const led = startConnection({
      identity,
      replicas,
      http,
      environment,
      now,
      // What a connection finishes after another tab has taken over is that tab's to tell.
      dispatch: (event) => {
        if (isLeading) dispatch(event);
      },
      onAwareness: (name, body) => {
        hub.receive(name, body);
        tabs.postAwareness('server', name, body);
      },
      onLive: hub.announce,
      reportFailure,
    });
    connection = led;
    return () => {
      isLeading = false;
      connection = undefined;
      led.dispose();
    };
  }

  const nothing: SendResult = { kind: 'sent', documents: 0, received: 0, refused: [] };

  async function answer(question: Question): Promise<SendResult> {
    if (connection === undefined) return { kind: 'failed', reason: 'unreachable' };
    switch (question) {
      case 'sendNow':
        return connection.sendNow();
      case 'refresh':
        connection.refresh();
        return nothing;
      case 'wake':
        connection.wake();
        tabs.postStatus(status.getState());
        return nothing;
      case 'status':
        tabs.postStatus(status.getState());
        return nothing;
    }
  }

  const tabs = joinTabs({
    environment,
    name: `${db.name}-sync`,
    lead,
    answer,
    onStatus: (told) => status.setState(told, true),
    onAwareness: (from, name, body) => {
      hub.receive(name, body);
      if (from === 'tab') connection?.sendAwareness(name, body);
    },
    reportFailure,
  });

  const asking = (question: Question) => () => {
    tabs.ask(question).catch(reportFailure);
  };
  const stops = [environment.onWake(asking('wake')), identity.onChange(asking('refresh'))];
  // The tab that leads may have nothing new to tell for a long time.
  asking('status')();
  db.settings
    .get(LAST_SUCCESS_SETTING)
    .then((row) => {
      const lastSuccess = decodeInstant(row?.value);
      // Not for other tabs: each remembers by itself, and this one may not be the one that leads.
      if (lastSuccess !== undefined)
        status.setState(reduceStatus(status.getState(), { kind: 'remembered', lastSuccess }), true);
    })
    .catch(reportFailure);

  return {
    status,
    sendNow: () => tabs.ask('sendNow'),
    awareness: hub.open,
    dispose: () => {
      for (const stop of stops) stop();
      hub.dispose();
      tabs.dispose();
    },
  };
}
