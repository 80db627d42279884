// A bare TCP connection to a relay, for what no client library would send.

import { once } from 'node:events';
import { connect, type Socket } from 'node:net';

const UPGRADE = [
  'GET /socket HTTP/1.1',
  'Host: localhost',
  'Connection: Upgrade',
  'Upgrade: websocket',
  'Sec-WebSocket-Version: 13',
  'Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==',
  '\r\n',
].join('\r\n');
const END_OF_HEAD = '\r\n\r\n';
/** "Close", in one piece. */
const CLOSE_FRAME = 0x88;

export class RawSocket {
  readonly #socket: Socket;
  #received = Buffer.alloc(0);
  #isClosed = false;
  #wake: () => void = () => {};

  private constructor(socket: Socket) {
    this.#socket = socket;
    socket.on('data', (data: Buffer) => {
      this.#received = Buffer.concat([this.#received, data]);
      this.#wake();
    });
    socket.on('close', () => {
      this.#isClosed = true;
      this.#wake();
    });
    // Reset by the relay is one of the ways to be closed.
    socket.on('error', () => {});
  }

  static async open(port: number): Promise<RawSocket> {
    const socket = connect(port, '127.0.0.1');
    await once(socket, 'connect');
    return new RawSocket(socket);
  }

  /** One that has become a WebSocket and has said nothing on it. */
  static async upgraded(port: number): Promise<RawSocket> {
    const raw = await RawSocket.open(port);
    raw.write(UPGRADE);
    await raw.#until(() => raw.#received.includes(END_OF_HEAD));
    return raw;
  }

  write(data: string | Uint8Array): void {
    this.#socket.write(data);
  }

  end(): void {
    this.#socket.destroy();
  }

  get isClosed(): boolean {
    return this.#isClosed;
  }

  async closed(): Promise<void> {
    await this.#until(() => this.#isClosed);
  }

  /** Status of the first answer. */
  async status(): Promise<number> {
    await this.#until(() => this.#received.includes('\r\n'));
    return Number(/^HTTP\/1\.1 (\d{3})/.exec(this.#received.toString('latin1'))?.[1]);
  }

  /** Code of the frame with which the relay closed the WebSocket. */
  async closeCode(): Promise<number> {
    const frame = (): Buffer =>
      this.#received.subarray(this.#received.indexOf(END_OF_HEAD) + END_OF_HEAD.length);
    await this.#until(() => frame().length >= 4);
    if (frame()[0] !== CLOSE_FRAME) throw new Error('another frame came');
    return frame().readUInt16BE(2);
  }

  async #until(isSo: () => boolean): Promise<void> {
    while (!isSo()) {
      if (this.#isClosed) throw new Error('closed before that');
      await new Promise<void>((resolve) => {
        this.#wake = resolve;
      });
    }
  }
}
