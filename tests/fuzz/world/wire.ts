// A WebSocket of a simulated world, both ends of it. Each direction keeps its order and loses nothing while it lasts, as TCP
// does; it stands still where the line is silent, and is cut where it is down.

import type { OpenRawSocket, SocketEvents } from '../../../src/sync/environment.ts';
import type { FrameSocket } from '../../../sync-server/socket/frameSocket.ts';
import type { Process } from './process.ts';

export interface WireLine {
  readonly isSilent: () => boolean;
  /** Milliseconds that something takes over it now. */
  readonly delay: () => number;
  /** Shown each frame of the server when it is sent. */
  readonly watch: (frame: Uint8Array) => void;
}

/** What is on its way in one direction. */
class Pipe {
  readonly #line: WireLine;
  readonly #to: Process;
  #held: (() => void)[] = [];
  #last = 0;

  constructor(line: WireLine, to: Process) {
    this.#line = line;
    this.#to = to;
  }

  carry(deliver: () => void): void {
    const { loop } = this.#to;
    this.#last = Math.max(this.#last, loop.now + this.#line.delay());
    const arrive = (): void => {
      if (this.#held.length > 0 || this.#line.isSilent()) this.#held.push(deliver);
      else this.#to.run(deliver);
    };
    loop.after(this.#last - loop.now, arrive, this.#to);
  }

  /** The line is there again. */
  flush(): void {
    const held = this.#held;
    this.#held = [];
    for (const deliver of held) this.#to.loop.soon(deliver, this.#to);
  }
}

const ABNORMAL = 1006;

export class Wire {
  readonly server: FrameSocket;
  readonly client: ReturnType<OpenRawSocket>;
  readonly #up: Pipe;
  readonly #down: Pipe;
  readonly #events: SocketEvents;
  readonly #processes: { readonly client: Process; readonly server: Process };
  readonly #onServer: Record<string, ((data: Buffer, isBinary: boolean) => void)[]> = {};
  #isOpen = true;
  #toldClient = false;
  #toldServer = false;

  constructor(line: WireLine, client: Process, server: Process, events: SocketEvents) {
    this.#events = events;
    this.#processes = { client, server };
    this.#up = new Pipe(line, server);
    this.#down = new Pipe(line, client);
    this.client = {
      send: (bytes) => {
        const copy = Buffer.from(bytes);
        if (this.#isOpen && client.isAlive)
          this.#up.carry(() => this.#isOpen && this.#emit('message', copy, true));
      },
      close: () => this.#close(1000),
    };
    this.server = this.#serverEnd(line);
    client.whenKilled(() => this.cut());
    server.whenKilled(() => this.cut());
  }

  get isOpen(): boolean {
    return this.#isOpen;
  }

  flush(): void {
    this.#up.flush();
    this.#down.flush();
  }

  /** Both ends learn of it, each when it does. */
  cut(): void {
    this.#close(ABNORMAL);
  }

  #serverEnd(line: WireLine): FrameSocket {
    const isOpen = (): boolean => this.#isOpen && this.#processes.server.isAlive;
    return {
      on: (event: string, listener: (data: Buffer, isBinary: boolean) => void) => {
        (this.#onServer[event] ??= []).push(listener);
      },
      send: (data) => {
        const copy = new Uint8Array(data);
        if (!isOpen()) return;
        line.watch(copy);
        this.#down.carry(() => this.#isOpen && this.#events.onFrame(copy));
      },
      close: (code) => {
        if (!isOpen()) return;
        this.#down.carry(() => this.#close(code));
      },
      terminate: () => {
        if (isOpen()) this.cut();
      },
      ping: () => {
        if (isOpen()) this.#down.carry(() => this.#up.carry(() => this.#emit('pong')));
      },
      pause: () => undefined,
      resume: () => undefined,
      isPaused: false,
      bufferedAmount: 0,
    };
  }

  #close(code: number): void {
    this.#isOpen = false;
    const { client, server } = this.#processes;
    if (!this.#toldClient) client.loop.soon(() => this.#events.onClose(code), client);
    if (!this.#toldServer) server.loop.soon(() => this.#emit('close'), server);
    this.#toldClient = true;
    this.#toldServer = true;
  }

  #emit(event: string, data: Buffer = Buffer.alloc(0), isBinary = true): void {
    for (const listener of this.#onServer[event] ?? []) listener(data, isBinary);
  }
}
