// Asks the browser to wake the service worker when the connection is back, for what was left unsent when the last page was
// closed. Chromium only, and an accelerator: the app sends by itself whenever it is open.

import type { StoreApi } from 'zustand/vanilla';
import type { ReplicaStore } from '../../storage/replicaStore.ts';
import type { SyncStatus } from '../../sync/status.ts';

/** As in the service worker. */
const SEND_TAG = 'wspolnie-send';

interface SyncManager {
  readonly register: (tag: string) => Promise<void>;
}

/** Returns how to stop. */
export function sendInBackground(
  replicas: Pick<ReplicaStore, 'onLocalCommit'>,
  status: StoreApi<SyncStatus>,
): () => void {
  let isAsked = false;
  const ask = async (): Promise<void> => {
    const registration = await navigator.serviceWorker.getRegistration();
    const manager: unknown = registration && 'sync' in registration ? registration.sync : undefined;
    if (isSyncManager(manager)) await manager.register(SEND_TAG);
  };
  const stopStatus = status.subscribe(({ connection }) => {
    if (connection.kind === 'online') isAsked = false;
  });
  const stopCommits = replicas.onLocalCommit(() => {
    const { kind } = status.getState().connection;
    if (isAsked || kind === 'online' || kind === 'noServer' || !('serviceWorker' in navigator)) return;
    isAsked = true;
    // A browser that refuses (private mode, permission) leaves the sending to the open app.
    ask().catch(() => undefined);
  });
  return () => {
    stopStatus();
    stopCommits();
  };
}

function isSyncManager(value: unknown): value is SyncManager {
  return (
    typeof value === 'object' && value !== null && 'register' in value && typeof value.register === 'function'
  );
}
