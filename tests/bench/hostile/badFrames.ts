// Members who send what they should not, as fast as the relay takes it, and come back at once when they are put out.

import { randomFillSync } from 'node:crypto';
import type WebSocket from 'ws';
import * as Y from 'yjs';
import { encodeClientFrame } from '../../../src/schema/socketFrame.ts';
import { SCHEMA_VERSION } from '../../../src/schema/version.ts';
import { encodeSyncRequest, SYNC_MEDIA_TYPE } from '../../../src/schema/wire.ts';
import type { AttackCount, AttackJob } from './attackJob.ts';
import { openSignedIn } from './hostileSocket.ts';

const SOCKETS = 10;
const RANDOM_BYTES = 2_000;
const MEBIBYTE = 1024 * 1024;
/** Over the limit of a frame, and below it. */
const OVERSIZED = [20 * MEBIBYTE, 4.5 * MEBIBYTE];
const OVERSIZED_SOCKETS = 4;
/** Updates under way at once. */
const WINDOW = 32;
const NOTHING = new Uint8Array();

export function randomBytes(job: AttackJob, count: AttackCount): void {
  const bytes = (): Buffer => randomFillSync(Buffer.alloc(RANDOM_BYTES));
  throwAgain(job, count, SOCKETS, bytes);
  const post = async (): Promise<void> => {
    for (;;) {
      count.tried += 1;
      const headers = { 'content-type': SYNC_MEDIA_TYPE, authorization: `Bearer ${job.token}` };
      const url = `http://127.0.0.1:${job.port}/sync`;
      const answer = await fetch(url, { method: 'POST', headers, body: new Uint8Array(bytes()) });
      count.end(`status ${answer.status}`);
      await answer.arrayBuffer();
    }
  };
  void post();
}

export function oversizedFrames(job: AttackJob, count: AttackCount): void {
  const frames = OVERSIZED.map((length) => Buffer.alloc(length, 1));
  let turn = 0;
  throwAgain(job, count, OVERSIZED_SOCKETS, () => {
    turn += 1;
    return frames[turn % frames.length] ?? NOTHING;
  });
}

/** Signs in, sends one frame, is put out, comes again. */
function throwAgain(job: AttackJob, count: AttackCount, sockets: number, frame: () => Uint8Array): void {
  const open = (): void =>
    openSignedIn(job, count, {
      onReady: (socket) => {
        count.tried += 1;
        socket.send(frame());
      },
      onClosed: () => setImmediate(open),
    });
  for (let each = 0; each < sockets; each += 1) open();
}

export function tinyUpdates(job: AttackJob, count: AttackCount): void {
  const doc = new Y.Doc();
  let update: Uint8Array = NOTHING;
  doc.on('updateV2', (made: Uint8Array) => (update = made));
  const send = (socket: WebSocket): void => {
    count.tried += 1;
    doc.getText('text').insert(0, 'a');
    const document = { name: job.own, cursor: 0, stateVector: Y.encodeStateVector(doc), update };
    const body = encodeSyncRequest({
      schemaVersion: SCHEMA_VERSION,
      incarnation: '',
      room: 0,
      documents: [document],
    });
    socket.send(encodeClientFrame({ kind: 'exchange', request: count.tried, body }));
  };
  const open = (): void =>
    openSignedIn(job, count, {
      onReady: (socket) => {
        for (let each = 0; each < WINDOW; each += 1) send(socket);
      },
      onFrame: (frame, socket) => {
        if (frame.kind === 'exchanged') send(socket);
      },
      onClosed: () => setImmediate(open),
    });
  open();
}
