// A socket of a member with a good session, as far as the relay's word that it is in.

import WebSocket from 'ws';
import { decodeServerFrame, encodeClientFrame, type ServerFrame } from '../../../src/schema/socketFrame.ts';
import type { AttackCount, AttackJob } from './attackJob.ts';

export interface HostileSocketEvents {
  readonly onReady: (socket: WebSocket) => void;
  readonly onFrame?: (frame: ServerFrame, socket: WebSocket) => void;
  readonly onClosed: () => void;
}

export function openSignedIn(
  { port, token }: AttackJob,
  count: AttackCount,
  events: HostileSocketEvents,
): void {
  const socket = new WebSocket(`ws://127.0.0.1:${port}/socket`, { perMessageDeflate: false });
  socket.on('open', () => socket.send(encodeClientFrame({ kind: 'authenticate', token })));
  socket.on('message', (bytes: Buffer) => {
    const frame = decodeServerFrame(bytes);
    if (frame?.kind === 'ready') {
      count.standing += 1;
      socket.on('close', () => (count.standing -= 1));
      events.onReady(socket);
    } else if (frame !== undefined) events.onFrame?.(frame, socket);
  });
  // What is being written when the relay closes fails; the close code tells why.
  socket.on('error', () => undefined);
  socket.on('close', (code) => {
    count.end(code);
    events.onClosed();
  });
}
