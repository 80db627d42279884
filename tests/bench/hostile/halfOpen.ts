// Connections that stand there: half of them say nothing at all, half become a WebSocket and do not sign in. Those that are
// ended come back.

import { connect } from 'node:net';
import type { AttackCount, AttackJob } from './attackJob.ts';

/** Of each process; two of them are ten thousand. */
const SOCKETS = 5_000;
/** Tried in a second, so that the opening itself does not take the whole processor. */
const A_SECOND = 2_500;
const TICK_MS = 20;
const COME_BACK_MS = 3_000;
const UPGRADE =
  'GET /socket HTTP/1.1\r\nHost: localhost\r\nConnection: Upgrade\r\nUpgrade: websocket\r\nSec-WebSocket-Version: 13\r\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n\r\n';

/** Resolves once each has been tried. */
export async function halfOpen({ port }: AttackJob, count: AttackCount): Promise<void> {
  const open = (index: number): void => {
    count.tried += 1;
    const socket = connect(port, '127.0.0.1', () => {
      count.standing += 1;
      socket.once('close', () => (count.standing -= 1));
      if (index % 2 === 1) socket.write(UPGRADE);
    });
    socket.resume();
    socket.once('error', () => undefined);
    socket.once('close', () => {
      count.end('closed');
      setTimeout(() => open(index), COME_BACK_MS);
    });
  };
  let opened = 0;
  await new Promise<void>((resolve) => {
    const timer = setInterval(() => {
      for (let left = (A_SECOND * TICK_MS) / 1_000; left > 0 && opened < SOCKETS; left -= 1) open(opened++);
      if (opened < SOCKETS) return;
      clearInterval(timer);
      resolve();
    }, TICK_MS);
  });
}
