// One WebSocket: authenticates, answers exchanges in their order, and passes on live what happens to the documents that were
// exchanged over it. Between the reading of an answer and its sending nothing is lost: changes are held and follow it.

import type { DocumentName } from '../../src/schema/documentName.ts';
import {
  type ClientFrame,
  decodeClientFrame,
  encodeServerFrame,
  type ServerFrame,
  SOCKET_CLOSE,
} from '../../src/schema/socketFrame.ts';
import { decodeSyncRequest, encodeSyncResponse } from '../../src/schema/wire.ts';
import type { Sessions } from '../auth/sessions.ts';
import type { Caller, Exchange } from '../exchange.ts';
import type { Change, Fanout, Follower } from '../fanout.ts';
import type { MemberRequests } from '../limits/memberRequests.ts';
import type { Connections, OpenConnection } from './connections.ts';
import { Following } from './following.ts';
import type { FrameSocket } from './frameSocket.ts';
import { Incoming } from './incoming.ts';
import { Outgoing, type OutgoingLimits } from './outgoing.ts';

export interface ConnectionParts {
  readonly sessions: Sessions;
  readonly exchange: Exchange;
  readonly fanout: Fanout;
  readonly connections: Connections;
  readonly requests: MemberRequests;
  readonly limits: ConnectionLimits;
  readonly incarnation: () => string;
  readonly now: () => number;
  readonly reportFailure: (cause: unknown) => void;
  /** Told the reason for which the connection was ended; metrics listen. */
  readonly onRefused: (reason: ConnectionRefusal) => void;
}

interface ConnectionLimits extends OutgoingLimits {
  /** Time in which the first frame must bring a token. */
  readonly signInSeconds: number;
}

export type ConnectionRefusal = keyof typeof SOCKET_CLOSE | 'slowReader' | 'tooOften' | 'tooManyConnections';

/** A token and what the protocol adds. Whoever has not shown one has no reason to send more, nor whoever is being sent off. */
const MAX_STRANGER_BYTES = 16 * 1024;
/** Cursors and names of those who edit; beyond it the frame is no awareness of ours. */
const MAX_AWARENESS_BYTES = 16 * 1024;
/** How long a socket that is no longer read is kept for its close code to arrive. */
const FAREWELL_MS = 1_000;
/** Close codes of RFC 6455 and its registry. */
const CLOSE_FAILED = 1011;
const CLOSE_TRY_LATER = 1013;

export class Connection implements Follower, OpenConnection {
  readonly #socket: FrameSocket;
  readonly #parts: ConnectionParts;
  readonly #incoming: Incoming;
  readonly #outgoing: Outgoing;
  readonly #following: Following;
  #caller: Caller | undefined;
  #turn: Promise<void> = Promise.resolve();
  #strangerBytes = 0;
  #deadline: NodeJS.Timeout;
  #isAlive = true;
  #ended = false;

  constructor(socket: FrameSocket, parts: ConnectionParts) {
    this.#socket = socket;
    this.#parts = parts;
    this.#incoming = new Incoming(socket);
    this.#outgoing = new Outgoing(socket, parts.limits, {
      onRoom: () => this.#following.tellGaps(),
      onStalled: () => this.#refuse('slowReader'),
    });
    this.#following = new Following(parts.fanout, this, this.#outgoing);
    this.#deadline = setTimeout(() => this.#refuse('unauthorised'), parts.limits.signInSeconds * 1000);
  }

  /** Listens until the socket closes; then nothing of it is left. */
  start(): void {
    this.#socket.on('message', (data: Buffer, isBinary: boolean) => this.#receive(data, isBinary));
    this.#socket.on('pong', () => {
      this.#isAlive = true;
    });
    this.#socket.on('close', () => this.#dispose());
    // The socket has refused what came, and says so: what goes on coming is nobody's from here on.
    this.#socket.on('error', () => this.#dispose());
    this.#parts.connections.add(this);
  }

  get caller(): Caller | undefined {
    return this.#caller;
  }

  end(code: number): void {
    this.#dispose();
    this.#socket.close(code);
  }

  probe(): void {
    if (!this.#isAlive) {
      this.#socket.terminate();
      return;
    }
    this.#isAlive = false;
    this.#socket.ping();
  }

  /** Bytes came, of whole frames or parts: a frame that is only begun takes memory before it is seen. */
  received(bytes: number): void {
    const isStranger = this.#caller === undefined || this.#ended;
    if (!isStranger || this.#strangerBytes > MAX_STRANGER_BYTES) return;
    this.#strangerBytes += bytes;
    if (this.#strangerBytes <= MAX_STRANGER_BYTES) return;
    this.#refuse('tooLarge');
    // Its goodbye would stand behind what it goes on sending.
    this.#socket.pause();
    this.#deadline = setTimeout(() => this.#socket.terminate(), FAREWELL_MS);
  }

  turnAway(): void {
    this.#refuse('tooManyConnections');
  }

  changed(change: Change): void {
    this.#following.changed(change);
  }

  awareness(name: DocumentName, body: Uint8Array): void {
    // Where others are is told again within seconds.
    if (this.#following.mayRead(name) && this.#outgoing.hasRoom())
      this.#send({ kind: 'awareness', name, body });
  }

  #receive(data: Buffer, isBinary: boolean): void {
    if (this.#ended) return;
    this.#isAlive = true;
    if (this.#caller !== undefined && !this.#parts.requests.takeLength(this.#caller.member, data.length)) {
      this.#refuse('tooOften');
      return;
    }
    const frame = isBinary ? decodeClientFrame(data) : undefined;
    if (frame === undefined) {
      this.#refuse('malformed');
      return;
    }
    switch (frame.kind) {
      case 'ping':
        // What waits for the reader is sign of life enough.
        if (this.#incoming.takesSmallTalk() && this.#outgoing.hasRoom()) this.#send({ kind: 'pong' });
        return;
      case 'awareness':
        this.#relayAwareness(frame.name, frame.body);
        return;
      case 'authenticate':
      case 'exchange':
        this.#enqueue(frame, data.length);
    }
  }

  #enqueue(frame: Extract<ClientFrame, { kind: 'authenticate' | 'exchange' }>, bytes: number): void {
    this.#incoming.waits(bytes);
    this.#turn = this.#turn.then(async () => {
      try {
        // Whoever does not read is not answered; the answers would be kept here.
        await this.#outgoing.room();
        if (this.#ended) return;
        if (frame.kind === 'authenticate') await this.#authenticate(frame.token);
        else await this.#answer(frame.request, frame.body);
      } catch (cause) {
        this.#parts.reportFailure(cause);
        this.end(CLOSE_FAILED);
      } finally {
        if (!this.#ended) this.#incoming.done(bytes);
      }
    });
  }

  /** Also later, with a fresh token of the same device, so that a long session need not reconnect. */
  async #authenticate(token: string): Promise<void> {
    const { sessions, requests, incarnation, now } = this.#parts;
    const authentication = await sessions.authenticate(token);
    if (this.#ended) return;
    if (authentication.kind === 'refused') {
      this.#refuse(authentication.reason);
      return;
    }
    const { caller, expiresAt } = authentication;
    // Or whoever is put out for what they send would come back without end.
    if (!requests.take(caller.member)) {
      this.#refuse('tooOften');
      return;
    }
    if (this.#caller !== undefined && this.#caller.device !== caller.device) {
      this.#refuse('unauthorised');
      return;
    }
    if (this.#caller === undefined && !this.#parts.connections.claim(this, caller.member)) {
      this.#refuse('tooManyConnections');
      return;
    }
    this.#caller = caller;
    clearTimeout(this.#deadline);
    this.#deadline = setTimeout(() => this.#refuse('unauthorised'), expiresAt - now());
    this.#send({ kind: 'ready', incarnation: incarnation() });
  }

  async #answer(request: number, body: Uint8Array): Promise<void> {
    if (this.#caller === undefined) {
      this.#refuse('unauthorised');
      return;
    }
    if (!this.#parts.requests.take(this.#caller.member)) {
      this.#refuse('tooOften');
      return;
    }
    const decoded = decodeSyncRequest(body);
    if (decoded.kind === 'refused') {
      this.#refuse(decoded.reason);
      return;
    }
    const asked = new Set<DocumentName>();
    const hold = (names: readonly DocumentName[]): void => {
      for (const name of names) {
        asked.add(name);
        this.#following.hold(name);
      }
    };
    hold(decoded.request.documents.map(({ name }) => name));
    const { response, held } = await this.#parts.exchange.run(this.#caller, decoded.request, hold);
    if (this.#ended) {
      // What was listed after the end is followed all the same.
      this.#following.dispose();
      return;
    }
    this.#send({ kind: 'exchanged', request, body: encodeSyncResponse(response) });
    for (const { name, cursor } of held) {
      asked.delete(name);
      this.#following.release(name, cursor);
    }
    for (const name of asked) this.#following.unfollow(name);
  }

  #relayAwareness(name: DocumentName, body: Uint8Array): void {
    if (body.length > MAX_AWARENESS_BYTES) this.#refuse('tooLarge');
    else if (this.#incoming.takesSmallTalk() && this.#following.mayRead(name))
      this.#parts.fanout.awareness(name, body, this);
  }

  #refuse(reason: ConnectionRefusal): void {
    if (this.#ended) return;
    this.#parts.onRefused(reason);
    this.end(closeCode(reason));
  }

  #send(frame: ServerFrame): void {
    this.#outgoing.send(encodeServerFrame(frame));
  }

  #dispose(): void {
    this.#ended = true;
    clearTimeout(this.#deadline);
    this.#parts.connections.remove(this);
    this.#outgoing.dispose();
    this.#incoming.dispose();
    this.#following.dispose();
  }
}

function closeCode(reason: ConnectionRefusal): number {
  switch (reason) {
    case 'slowReader':
    case 'tooOften':
    case 'tooManyConnections':
      return CLOSE_TRY_LATER;
    case 'unauthorised':
    case 'revoked':
    case 'malformed':
    case 'tooLarge':
    case 'appTooOld':
    case 'serverTooOld':
      return SOCKET_CLOSE[reason];
  }
}
