// Members who follow many busy documents and read what comes: all of it, a little of it, nothing of it.

import type WebSocket from 'ws';
import { encodeClientFrame } from '../../../src/schema/socketFrame.ts';
import { SCHEMA_VERSION } from '../../../src/schema/version.ts';
import { encodeSyncRequest } from '../../../src/schema/wire.ts';
import type { AttackCount, AttackJob } from './attackJob.ts';
import { openSignedIn } from './hostileSocket.ts';

const READERS = 10;
/** A slow one reads what has come this often. */
const SLOW_MS = 1_000;
const NOTHING = new Uint8Array();
const COME_BACK_MS = 500;

export function reads(job: AttackJob, count: AttackCount): Promise<void> {
  return follow(job, count, () => undefined);
}

export function readsSlowly(job: AttackJob, count: AttackCount): Promise<void> {
  return follow(job, count, (socket) => {
    socket.pause();
    const timer = setInterval(() => {
      socket.resume();
      setImmediate(() => socket.pause());
    }, SLOW_MS);
    socket.on('close', () => clearInterval(timer));
  });
}

export function neverReads(job: AttackJob, count: AttackCount): Promise<void> {
  return follow(job, count, (socket) => socket.pause());
}

/** Resolves once all of them follow the documents. */
async function follow(
  job: AttackJob,
  count: AttackCount,
  onFollowed: (socket: WebSocket) => void,
): Promise<void> {
  const documents = job.busy.map((name) => ({ name, cursor: 0, stateVector: NOTHING, update: NOTHING }));
  const body = encodeSyncRequest({ schemaVersion: SCHEMA_VERSION, incarnation: '', room: 0, documents });
  const open = (resolve: () => void): void =>
    openSignedIn(job, count, {
      onReady: (socket) => socket.send(encodeClientFrame({ kind: 'exchange', request: 1, body })),
      onFrame: (frame, socket) => {
        count.tried += 1;
        if (frame.kind !== 'exchanged') return;
        onFollowed(socket);
        resolve();
      },
      onClosed: () => setTimeout(() => open(resolve), COME_BACK_MS),
    });
  await Promise.all(Array.from({ length: READERS }, () => new Promise<void>(open)));
}
