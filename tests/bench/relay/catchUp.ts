// A device that comes back far behind: a document of so many updates, read whole by a client that has nothing.

import * as Y from 'yjs';
import type { Server } from './servers.ts';
import { openWire } from './wire.ts';

export interface CatchUpFigures {
  readonly updates: number;
  /** Writing them, one after the other. */
  readonly writtenMilliseconds: number;
  /** From opening the socket of the new client to the answer with everything, and its bytes. */
  readonly milliseconds: number;
  readonly bytes: number;
}

/** Under way at once where the protocol allows it, so that a peer's queue stays short. */
const WINDOW = 64;
const PHRASE = 'ustalono, że ';

export async function measureCatchUp(server: Server, updates: number): Promise<CatchUpFigures> {
  const [place] = await server.places(1);
  if (place === undefined) throw new Error('no place to write to');
  const doc = new Y.Doc();
  const text = doc.getText('text');
  let update: Uint8Array = new Uint8Array();
  doc.on(server.protocol === 'wspolnie' ? 'updateV2' : 'update', (made: Uint8Array) => {
    update = made;
  });
  const began = performance.now();
  await new Promise<void>((resolve, reject) => {
    let sent = 0;
    let acknowledged = 0;
    const ignore = (): void => undefined;
    const onAcknowledged = (): void => {
      acknowledged += 1;
      if (acknowledged === updates) resolve();
      else fill();
    };
    let fill = ignore;
    openWire(server.protocol, server.port, place, {
      onAcknowledged,
      onChanged: ignore,
      onClosed: ignore,
    }).then((client) => {
      fill = () => {
        while (sent < updates && sent - acknowledged < Math.min(WINDOW, client.window)) {
          // Into the middle of what is there, as several people write: no two insertions melt into one.
          text.insert(Math.floor(text.length / 2), PHRASE);
          client.send(update);
          sent += 1;
        }
      };
      fill();
    }, reject);
  });
  const writtenMilliseconds = Math.round(performance.now() - began);
  let bytes = 0;
  const start = performance.now();
  const nothing = (): void => undefined;
  const reader = await openWire(server.protocol, server.port, place, {
    onAcknowledged: nothing,
    onChanged: nothing,
    onClosed: nothing,
    onBytes: (count) => (bytes += count),
  });
  const milliseconds = Math.round(performance.now() - start);
  reader.close();
  return { updates, writtenMilliseconds, milliseconds, bytes };
}
