// The line between one device and the relay: up, down, or silent (nothing comes through and nobody says so); slow, and now
// and then losing, repeating or cutting what it carries. Which, the run's seed decides.

import type { OpenRawSocket } from '../../../src/sync/environment.ts';
import type { Random } from '../../sync/random.ts';
import { currentProcess, type Process } from './process.ts';
import type { Relay } from './relay.ts';
import type { RelayAnswer, RelayRequest } from './relayRoutes.ts';
import { Wire } from './wire.ts';

type LineState = 'up' | 'down' | 'silent';

const FATES = ['none', 'none', 'none', 'requestLost', 'answerLost', 'sentTwice', 'answerCut'] as const;
type Fate = (typeof FATES)[number];

const SLOWEST_MS = 400;

export class Line {
  readonly #relay: Relay;
  readonly #random: Random;
  readonly #wires = new Set<Wire>();
  #state: LineState = 'up';
  /** Nothing goes wrong any more. */
  isReliable = false;
  areSocketsBlocked = false;
  /** Shown what the server sends on sockets. */
  onServerFrame: (bytes: Uint8Array) => void = () => undefined;

  constructor(relay: Relay, random: Random) {
    this.#relay = relay;
    this.#random = random;
  }

  get state(): LineState {
    return this.#state;
  }

  set(state: LineState): void {
    const before = this.#state;
    this.#state = state;
    for (const wire of this.#wires) {
      if (state === 'down') wire.cut();
      else if (state === 'up' && before === 'silent') wire.flush();
      if (!wire.isOpen) this.#wires.delete(wire);
    }
  }

  /** Cuts what stands, as a router that restarts does. */
  reset(): void {
    for (const wire of this.#wires) wire.cut();
    this.#wires.clear();
  }

  readonly fetch = (url: string, init: RequestInit): Promise<Response> => {
    const process = here();
    const { loop } = process;
    return new Promise((resolve, reject) => {
      const failed = (): void => reject(new TypeError('Failed to fetch'));
      init.signal?.addEventListener('abort', () => reject(new DOMException('aborted', 'AbortError')));
      const fate = this.#fate();
      const request = requestOf(url, init);
      const sent = this.#after(
        process,
        () => {
          if (fate === 'requestLost') return failed();
          if (fate === 'sentTwice') void this.#relay.answer(request).catch(() => undefined);
          this.#relay.answer(request).then(
            (answer) =>
              this.#after(
                process,
                () => (fate === 'answerLost' ? failed() : resolve(responseOf(answer, fate))),
                failed,
              ),
            () => loop.soon(failed, process),
          );
        },
        failed,
      );
      return sent;
    });
  };

  readonly openSocket: OpenRawSocket = (_url, events) => {
    const process = here();
    const server = this.#relay.process;
    if (this.#state === 'down' || this.areSocketsBlocked || server === undefined || !server.isAlive) {
      process.loop.soon(() => events.onClose(1006), process);
      return { send: () => undefined, close: () => undefined };
    }
    const line = {
      isSilent: () => this.#state === 'silent',
      delay: () => this.#delay(),
      watch: this.onServerFrame,
    };
    const wire = new Wire(line, process, server, events);
    this.#wires.add(wire);
    process.loop.after(
      this.#delay(),
      () => {
        if (!wire.isOpen || !server.isAlive) return;
        server.run(() => this.#relay.accept(wire.server));
        process.loop.soon(events.onOpen, process);
      },
      process.loop.world,
    );
    return wire.client;
  };

  /** Over the line once: `arrive`, or `fail` where it is down; neither where it is silent. */
  #after(process: Process, arrive: () => void, fail: () => void): void {
    process.loop.after(
      this.#delay(),
      () => {
        if (this.#state === 'down') fail();
        else if (this.#state === 'up') arrive();
      },
      process,
    );
  }

  #fate(): Fate {
    return this.isReliable ? 'none' : this.#random.pick(FATES);
  }

  #delay(): number {
    return this.isReliable ? 1 : 1 + this.#random.below(SLOWEST_MS);
  }
}

function here(): Process {
  const process = currentProcess();
  if (process === undefined) throw new Error('outside of a simulated world');
  return process;
}

function requestOf(url: string, init: RequestInit): RelayRequest {
  const { body, headers } = init;
  if (body !== null && body !== undefined && !(body instanceof Uint8Array)) throw new Error('unknown body');
  return {
    path: new URL(url).pathname,
    authorization: new Headers(headers).get('authorization') ?? '',
    body: body instanceof Uint8Array ? new Uint8Array(body) : new Uint8Array(),
  };
}

function responseOf({ status, mediaType, body }: RelayAnswer, fate: Fate): Response {
  const stream = new ReadableStream<Uint8Array<ArrayBuffer>>({
    start: (controller) => {
      const whole = new Uint8Array(body);
      controller.enqueue(fate === 'answerCut' ? whole.slice(0, whole.length >> 1) : whole);
      if (fate !== 'answerCut') controller.close();
    },
    // Only once what came has been read, or nothing of it would be.
    pull: (controller) => controller.error(new TypeError('terminated')),
  });
  return new Response(stream, { status, headers: { 'content-type': mediaType } });
}
