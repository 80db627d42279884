// One socket of a test device: sends frames, reads what comes one after the other.

import WebSocket from 'ws';
import type { DocumentName } from '../../src/schema/documentName.ts';
import {
  type ClientFrame,
  decodeServerFrame,
  encodeClientFrame,
  type ServerFrame,
} from '../../src/schema/socketFrame.ts';
import { decodeSyncResponse, encodeSyncRequest, type SyncResponse } from '../../src/schema/wire.ts';
import type { TestDevice } from './testDevice.ts';

/** A socket of a device; frames are read one after the other. */
export class Line {
  readonly #socket: WebSocket;
  readonly #frames: ServerFrame[] = [];
  #wake: () => void = () => {};
  #code: number | undefined;
  #requests = 0;

  constructor(port: number, headers: Record<string, string> = {}) {
    this.#socket = new WebSocket(`ws://127.0.0.1:${port}/socket`, { headers, perMessageDeflate: false });
    this.#socket.on('message', (data: Buffer) => {
      const frame = decodeServerFrame(data);
      if (frame === undefined) throw new Error('no frame of ours');
      this.#frames.push(frame);
      this.#wake();
    });
    this.#socket.on('close', (code) => {
      this.#code = code;
      this.#wake();
    });
    this.#socket.on('error', () => {});
  }

  static async open(device: TestDevice): Promise<Line> {
    const line = new Line(Number(new URL(device.server).port));
    await line.opened();
    line.send({ kind: 'authenticate', token: device.token });
    const { kind } = await line.next();
    if (kind !== 'ready') throw new Error(`expected to be let in, came ${kind}`);
    return line;
  }

  async opened(): Promise<void> {
    if (this.#socket.readyState === WebSocket.OPEN) return;
    await new Promise((resolve) => this.#socket.once('open', resolve));
  }

  send(frame: ClientFrame): void {
    this.#socket.send(encodeClientFrame(frame));
  }

  sendRaw(data: Uint8Array | string): void {
    this.#socket.send(data);
  }

  async next(): Promise<ServerFrame> {
    for (;;) {
      const frame = this.#frames.shift();
      if (frame !== undefined) return frame;
      if (this.#code !== undefined) throw new Error(`closed with ${this.#code}`);
      await new Promise<void>((resolve) => {
        this.#wake = resolve;
      });
    }
  }

  /** Something has come and was not read. */
  get isAnythingLeft(): boolean {
    return this.#frames.length > 0;
  }

  async closed(): Promise<number> {
    while (this.#code === undefined) {
      await new Promise<void>((resolve) => {
        this.#wake = resolve;
      });
    }
    return this.#code;
  }

  /** What has come in and was not read: after an answer to a ping nothing earlier is on its way. */
  async rest(): Promise<readonly ServerFrame[]> {
    this.send({ kind: 'ping' });
    const frames: ServerFrame[] = [];
    for (let frame = await this.next(); frame.kind !== 'pong'; frame = await this.next()) frames.push(frame);
    return frames;
  }

  exchange(device: TestDevice, ...names: DocumentName[]): void {
    this.#requests += 1;
    const documents = names.map((name) => device.requestFor(device.replica(name)));
    const { incarnation } = device;
    const body = encodeSyncRequest({ schemaVersion: 1, incarnation, room: 1_000_000, documents });
    this.send({ kind: 'exchange', request: this.#requests, body });
  }

  async exchanged(): Promise<SyncResponse> {
    const frame = await this.next();
    const response = frame.kind === 'exchanged' ? decodeSyncResponse(frame.body) : undefined;
    if (response === undefined) throw new Error(`expected an answer, came ${frame.kind}`);
    return response;
  }

  pause(): void {
    this.#socket.pause();
  }

  resume(): void {
    this.#socket.resume();
  }

  end(): void {
    this.#socket.close();
  }
}
