// What leaves over one socket, held to a bound: a reader that is behind is not queued for. Tells when there is room again, and
// when there has been none for too long. What is left out then, and how it comes later, is the business of who sends.

import type { FrameSocket } from './frameSocket.ts';

export interface OutgoingLimits {
  /** Bytes that may wait for a reader; one answer may go beyond. */
  readonly maxSendBufferBytes: number;
  /** How long a reader may leave no room. */
  readonly slowReaderSeconds: number;
}

export interface OutgoingEvents {
  readonly onRoom: () => void;
  readonly onStalled: () => void;
}

export class Outgoing {
  readonly #socket: FrameSocket;
  readonly #limits: OutgoingLimits;
  readonly #events: OutgoingEvents;
  /** Runs while somebody was told that there is no room. */
  #stalling: NodeJS.Timeout | undefined;
  #wake: () => void = () => {};
  #isOver = false;

  constructor(socket: FrameSocket, limits: OutgoingLimits, events: OutgoingEvents) {
    this.#socket = socket;
    this.#limits = limits;
    this.#events = events;
  }

  send(frame: Uint8Array): void {
    this.#socket.send(frame, this.#passedOn);
  }

  hasRoom(): boolean {
    if (this.#isOver || this.#socket.bufferedAmount <= this.#limits.maxSendBufferBytes) return true;
    this.#stalling ??= setTimeout(this.#events.onStalled, this.#limits.slowReaderSeconds * 1000);
    return false;
  }

  /** Resolves when there is room, or the socket is over. One waits at a time. */
  async room(): Promise<void> {
    if (this.hasRoom()) return;
    await new Promise<void>((resolve) => {
      this.#wake = resolve;
    });
  }

  dispose(): void {
    this.#isOver = true;
    clearTimeout(this.#stalling);
    this.#wake();
  }

  readonly #passedOn = (): void => {
    // At the bound itself room would come and go with every frame.
    if (this.#stalling === undefined || this.#isOver) return;
    if (this.#socket.bufferedAmount > this.#limits.maxSendBufferBytes / 2) return;
    clearTimeout(this.#stalling);
    this.#stalling = undefined;
    this.#wake();
    this.#events.onRoom();
  };
}
