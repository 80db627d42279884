// A line of a given speed between browser and server: a TCP proxy with a token of time for every byte and a delay for
// every packet. It can be made fast, slow or dead while connections come and go.

import { once } from 'node:events';
import { type Socket, connect, createServer } from 'node:net';

export interface LineSpeed {
  /** Bits per second towards the browser. */
  readonly down: number;
  readonly up: number;
  /** There and back, in milliseconds; a new connection pays it once before its first byte. */
  readonly roundTrip: number;
}

/** What browsers' developer tools call slow 4G. */
export const SLOW_4G: LineSpeed = { down: 1_600_000, up: 750_000, roundTrip: 150 };

export interface Line {
  readonly port: number;
  /** `undefined`: as fast as it goes. Counts from the next byte on. */
  readonly shape: (speed: LineSpeed | undefined) => void;
  /** What has come to the line so far; the content of the connections, without the headers of TCP. */
  readonly carried: () => Carried;
  /** Breaks every connection; new ones may come. */
  readonly cut: () => void;
  readonly close: () => Promise<void>;
}

interface Carried {
  readonly up: number;
  readonly down: number;
  readonly connections: number;
}

/** Small enough that several connections share the line fairly. */
const PIECE_BYTES = 2_048;

interface Direction {
  /** Puts bytes on the line; `deliver` is called when they have come through. */
  readonly send: (bytes: Buffer, deliver: (piece: Buffer) => void) => void;
}

/** A piece on its way. */
interface UnderWay {
  readonly arrivesAt: number;
  readonly arrive: () => void;
}

/** One direction of the line, shared by all connections. Pieces arrive in their order: timers of their own might not. */
function direction(bitsPerSecond: () => number | undefined, delay: () => number): Direction {
  const underWay: UnderWay[] = [];
  let freeAt = 0;
  let timer: ReturnType<typeof setTimeout> | undefined;

  const arrive = (): void => {
    timer = undefined;
    for (let first = underWay[0]; first !== undefined; [first] = underWay) {
      const left = first.arrivesAt - performance.now();
      if (left > 0) {
        timer = setTimeout(arrive, left);
        return;
      }
      underWay.shift();
      first.arrive();
    }
  };
  const put = (arrivesAt: number, piece: Buffer, deliver: (piece: Buffer) => void): void => {
    const last = underWay.at(-1)?.arrivesAt ?? 0;
    underWay.push({ arrivesAt: Math.max(arrivesAt, last), arrive: () => deliver(piece) });
    timer ??= setTimeout(arrive, Math.max(0, arrivesAt - performance.now()));
  };

  return {
    send: (bytes, deliver) => {
      const speed = bitsPerSecond();
      // As fast as it goes, but behind what is still on its way.
      if (speed === undefined) return underWay.length === 0 ? deliver(bytes) : put(0, bytes, deliver);
      for (let at = 0; at < bytes.length; at += PIECE_BYTES) {
        const piece = bytes.subarray(at, at + PIECE_BYTES);
        freeAt = Math.max(performance.now(), freeAt) + (piece.length * 8_000) / speed;
        put(freeAt + delay(), piece, deliver);
      }
    },
  };
}

/** Opens a line to a port of this machine. */
export async function openLine(target: number): Promise<Line> {
  let speed: LineSpeed | undefined;
  const oneWay = (): number => (speed?.roundTrip ?? 0) / 2;
  const down = direction(() => speed?.down, oneWay);
  const up = direction(() => speed?.up, oneWay);
  const sockets = new Set<Socket>();

  const carried = { up: 0, down: 0, connections: 0 };
  const server = createServer((browser) => {
    carried.connections += 1;
    // Listening for the line's delay before the first byte stands for the handshake.
    const opened = setTimeout(() => join(browser), speed?.roundTrip ?? 0);
    track(browser);
    browser.once('close', () => clearTimeout(opened));
  });
  const track = (socket: Socket): void => {
    sockets.add(socket);
    socket.on('error', () => socket.destroy());
    socket.once('close', () => sockets.delete(socket));
  };
  const join = (browser: Socket): void => {
    const relay = connect(target, '127.0.0.1');
    track(relay);
    browser.on('data', ({ length }) => (carried.up += length));
    relay.on('data', ({ length }) => (carried.down += length));
    carry(browser, relay, up);
    carry(relay, browser, down);
  };
  const carry = (from: Socket, to: Socket, way: Direction): void => {
    from.on('data', (bytes) =>
      way.send(Buffer.from(bytes), (piece) => void (to.writable && to.write(piece))),
    );
    from.once('close', () => way.send(Buffer.alloc(1), () => to.end()));
  };

  const cut = (): void => {
    for (const socket of sockets) socket.destroy();
  };

  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('the line has no port');
  return {
    port: address.port,
    shape: (next) => {
      speed = next;
    },
    carried: () => ({ ...carried }),
    cut,
    close: async () => {
      server.close();
      cut();
      await once(server, 'close');
    },
  };
}
