// Tells the other tabs of this browser that documents have changed; what changed they read from the journal.

import { decodeDocumentName, type DocumentName } from '../schema/documentName.ts';
import { isRawRecord } from '../schema/decode.ts';

export interface TabMessage {
  readonly names: readonly DocumentName[];
  /** Whether something made on this device was among it, so that the leader sends it. */
  readonly hasLocal: boolean;
}

export interface TabChannel {
  readonly post: (message: TabMessage) => void;
  readonly dispose: () => void;
}

export function openTabChannel(name: string, onMessage: (message: TabMessage) => void): TabChannel {
  const channel = new BroadcastChannel(name);
  channel.addEventListener('message', (event: MessageEvent<unknown>) => {
    if (!isRawRecord(event.data) || !Array.isArray(event.data['names'])) return;
    const names = event.data['names'].flatMap((raw: unknown) => decodeDocumentName(raw) ?? []);
    onMessage({ names, hasLocal: event.data['hasLocal'] === true });
  });
  return { post: (message) => channel.postMessage(message), dispose: () => channel.close() };
}
