// What lines in the field do to a connection: a TCP proxy that is cut after so many bytes, falls silent without closing, lets
// no WebSocket through, or answers in the server's place.

import { once } from 'node:events';
import { connect, createServer, type Server, type Socket } from 'node:net';

export class FrailLine {
  readonly #server: Server;
  readonly #sockets = new Set<Socket>();
  #left = Number.POSITIVE_INFINITY;
  #carries = new Set<{ isSilent: boolean }>();
  areSocketsBlocked = false;
  /** Sent in answer to whatever is asked, in place of the server's. */
  portal: string | undefined;
  /** Bytes that went through, both ways. */
  carried = 0;
  upgrades = 0;

  constructor(target: number) {
    this.#server = createServer((device) => this.#join(device, target));
  }

  static async open(target: number): Promise<FrailLine> {
    const line = new FrailLine(target);
    line.#server.listen(0, '127.0.0.1');
    await once(line.#server, 'listening');
    return line;
  }

  get origin(): string {
    const address = this.#server.address();
    if (address === null || typeof address === 'string') throw new Error('the line has no port');
    return `http://127.0.0.1:${address.port}`;
  }

  /** Every connection breaks after so many bytes more, both ways together; `Infinity` mends the line. */
  cutAfter(bytes: number): void {
    this.#left = bytes;
  }

  /** What is connected now stays so, and carries nothing any more: neither end is told. */
  fallSilent(): void {
    for (const carry of this.#carries) carry.isSilent = true;
  }

  close(): void {
    this.#server.close();
    for (const socket of this.#sockets) socket.destroy();
  }

  #join(device: Socket, target: number): void {
    const relay = connect(target, '127.0.0.1');
    const carry = { isSilent: false };
    this.#carries.add(carry);
    for (const socket of [device, relay]) {
      this.#sockets.add(socket);
      socket.on('error', () => socket.destroy());
      socket.once('close', () => {
        this.#sockets.delete(socket);
        if (!carry.isSilent) for (const other of [device, relay]) other.destroy();
      });
    }
    const pass = (bytes: Buffer, to: Socket): void => {
      if (carry.isSilent) return;
      const piece = bytes.subarray(0, this.#left);
      this.#left -= piece.length;
      this.carried += piece.length;
      if (piece.length === bytes.length) to.write(piece);
      else to.end(piece, () => this.#breakOff(device, relay));
    };
    device.on('data', (bytes: Buffer) => {
      const isUpgrade = /^upgrade: websocket/im.test(bytes.toString('latin1'));
      if (isUpgrade) this.upgrades += 1;
      if (isUpgrade && this.areSocketsBlocked) {
        device.end('HTTP/1.1 403 Forbidden\r\nContent-Length: 0\r\nConnection: close\r\n\r\n');
      } else if (this.portal !== undefined) device.end(this.portal);
      else pass(bytes, relay);
    });
    relay.on('data', (bytes: Buffer) => pass(bytes, device));
  }

  #breakOff(...sockets: Socket[]): void {
    for (const socket of sockets) socket.destroy();
  }
}
