// What comes in over one socket, held to bounds: while too much waits for its turn, or more small talk comes than people make,
// the socket is not read, and its sender waits. Nobody is cut off for it.

import type { FrameSocket } from './frameSocket.ts';

/** Frames, and their bytes, that wait for their turn before the socket is no longer read. */
const MAX_WAITING_FRAMES = 64;
const MAX_WAITING_BYTES = 1024 * 1024;
/** Signs of life and cursors in a second; a fast typist in ten documents makes half of it. */
const MAX_SMALL_TALK = 200;
const SECOND_MS = 1_000;

export class Incoming {
  readonly #socket: FrameSocket;
  #frames = 0;
  #bytes = 0;
  #smallTalk = 0;
  /** Runs from the first small talk of a second to its end. */
  #second: NodeJS.Timeout | undefined;

  constructor(socket: FrameSocket) {
    this.#socket = socket;
  }

  /** A frame waits for its turn. */
  waits(bytes: number): void {
    this.#frames += 1;
    this.#bytes += bytes;
    this.#readOrNot();
  }

  /** Its turn is over. */
  done(bytes: number): void {
    this.#frames -= 1;
    this.#bytes -= bytes;
    this.#readOrNot();
  }

  /** False when there has been too much of it this second: it is left out. */
  takesSmallTalk(): boolean {
    this.#smallTalk += 1;
    this.#second ??= setTimeout(() => {
      this.#second = undefined;
      this.#smallTalk = 0;
      this.#readOrNot();
    }, SECOND_MS);
    if (this.#smallTalk <= MAX_SMALL_TALK) return true;
    this.#readOrNot();
    return false;
  }

  /** Reads on, so that the other end's goodbye is seen. */
  dispose(): void {
    clearTimeout(this.#second);
    if (this.#socket.isPaused) this.#socket.resume();
  }

  #readOrNot(): void {
    // Once paused, at half of it: at the bound itself the socket would pause with every frame.
    const share = this.#socket.isPaused ? 0.5 : 1;
    const isTooMuch =
      this.#frames >= MAX_WAITING_FRAMES * share ||
      this.#bytes >= MAX_WAITING_BYTES * share ||
      this.#smallTalk > MAX_SMALL_TALK;
    if (isTooMuch === this.#socket.isPaused) return;
    if (isTooMuch) this.#socket.pause();
    else this.#socket.resume();
  }
}
