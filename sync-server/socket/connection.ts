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

export interface ConnectionParts {
  readonly sessions: Sessions;
  readonly exchange: Exchange;
  readonly fanout: Fanout;
  readonly connections: Connections;
  readonly requests: MemberRequests;
  readonly incarnation: () => string;
  readonly now: () => number;
  readonly reportFailure: (cause: unknown) => void;
  /** Told the reason for which the connection was ended; metrics listen. */
  readonly onRefused: (reason: ConnectionRefusal) => void;
}

export type ConnectionRefusal = keyof typeof SOCKET_CLOSE | 'slowReader' | 'tooOften' | 'tooManyConnections';

/** Time in which the first frame must bring a token. */
const AUTHENTICATE_MS = 10_000;
/** A reader that is this far behind is cut off, and catches up by an exchange when it comes back. */
const MAX_BUFFERED_BYTES = 8 * 1024 * 1024;
/** Cursors and names of those who edit; beyond it the frame is no awareness of ours. */
const MAX_AWARENESS_BYTES = 16 * 1024;
/** Frames that wait for their turn before the socket is no longer read. */
const MAX_WAITING_FRAMES = 64;
/** Close codes of RFC 6455 and its registry. */
const CLOSE_FAILED = 1011;
const CLOSE_TRY_LATER = 1013;

/** What a connection needs of its socket; a WebSocket of `ws` is one. */
export interface FrameSocket {
  on(event: 'message', listener: (data: Buffer, isBinary: boolean) => void): unknown;
  on(event: 'pong' | 'close', listener: () => void): unknown;
  send(data: Uint8Array): void;
  close(code: number): void;
  terminate(): void;
  ping(): void;
  pause(): void;
  resume(): void;
  readonly isPaused: boolean;
  readonly bufferedAmount: number;
}

interface Following {
  /** Changes that wait while an exchange of the document is under way. */
  held: Change[] | undefined;
  /** An exchange has shown the right to read. */
  mayRead: boolean;
  /** The position up to which the device was told. */
  cursor: number;
}

export class Connection implements Follower, OpenConnection {
  readonly #socket: FrameSocket;
  readonly #parts: ConnectionParts;
  readonly #followed = new Map<DocumentName, Following>();
  #caller: Caller | undefined;
  #turn: Promise<void> = Promise.resolve();
  #waiting = 0;
  #deadline: NodeJS.Timeout;
  #isAlive = true;
  #ended = false;

  constructor(socket: FrameSocket, parts: ConnectionParts) {
    this.#socket = socket;
    this.#parts = parts;
    this.#deadline = setTimeout(() => this.#refuse('unauthorised'), AUTHENTICATE_MS);
  }

  /** Listens until the socket closes; then nothing of it is left. */
  start(): void {
    this.#socket.on('message', (data: Buffer, isBinary: boolean) => this.#receive(data, isBinary));
    this.#socket.on('pong', () => {
      this.#isAlive = true;
    });
    this.#socket.on('close', () => this.#dispose());
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

  changed(change: Change): void {
    const following = this.#followed.get(change.name);
    if (following?.held) following.held.push(change);
    else if (following?.mayRead && change.seq > following.cursor && this.#keepsUp()) {
      following.cursor = change.seq;
      this.#socket.send(changedFrame(change));
    }
  }

  awareness(name: DocumentName, body: Uint8Array): void {
    if (this.#followed.get(name)?.mayRead && this.#keepsUp()) this.#send({ kind: 'awareness', name, body });
  }

  #receive(data: Buffer, isBinary: boolean): void {
    if (this.#ended) return;
    this.#isAlive = true;
    const frame = isBinary ? decodeClientFrame(data) : undefined;
    if (frame === undefined) {
      this.#refuse('malformed');
      return;
    }
    switch (frame.kind) {
      case 'ping':
        this.#send({ kind: 'pong' });
        return;
      case 'awareness':
        this.#relayAwareness(frame.name, frame.body);
        return;
      case 'authenticate':
      case 'exchange':
        this.#enqueue(frame);
    }
  }

  #enqueue(frame: Extract<ClientFrame, { kind: 'authenticate' | 'exchange' }>): void {
    this.#waiting += 1;
    if (this.#waiting === MAX_WAITING_FRAMES) this.#socket.pause();
    this.#turn = this.#turn.then(async () => {
      try {
        if (this.#ended) return;
        if (frame.kind === 'authenticate') await this.#authenticate(frame.token);
        else await this.#answer(frame.request, frame.body);
      } catch (cause) {
        this.#parts.reportFailure(cause);
        this.end(CLOSE_FAILED);
      } finally {
        this.#waiting -= 1;
        if (this.#socket.isPaused && this.#waiting < MAX_WAITING_FRAMES / 2) this.#socket.resume();
      }
    });
  }

  /** Also later, with a fresh token of the same device, so that a long session need not reconnect. */
  async #authenticate(token: string): Promise<void> {
    const { sessions, incarnation, now } = this.#parts;
    const authentication = await sessions.authenticate(token);
    if (this.#ended) return;
    if (authentication.kind === 'refused') {
      this.#refuse(authentication.reason);
      return;
    }
    const { caller, expiresAt } = authentication;
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
        this.#hold(name);
      }
    };
    hold(decoded.request.documents.map(({ name }) => name));
    const { response, held } = await this.#parts.exchange.run(this.#caller, decoded.request, hold);
    if (this.#ended) return;
    this.#send({ kind: 'exchanged', request, body: encodeSyncResponse(response) });
    for (const { name, cursor } of held) {
      asked.delete(name);
      this.#release(name, cursor);
    }
    for (const name of asked) this.#unfollow(name);
  }

  #hold(name: DocumentName): void {
    const following = this.#followed.get(name) ?? { held: undefined, mayRead: false, cursor: 0 };
    following.held ??= [];
    this.#followed.set(name, following);
    this.#parts.fanout.follow(name, this);
  }

  #release(name: DocumentName, cursor: number): void {
    const held = this.#followed.get(name)?.held ?? [];
    this.#followed.set(name, { held: undefined, mayRead: true, cursor });
    for (const change of held) this.changed(change);
    this.#parts.fanout.reached(name, cursor);
  }

  #unfollow(name: DocumentName): void {
    this.#followed.delete(name);
    this.#parts.fanout.unfollow(name, this);
  }

  #relayAwareness(name: DocumentName, body: Uint8Array): void {
    if (body.length > MAX_AWARENESS_BYTES) this.#refuse('tooLarge');
    else if (this.#followed.get(name)?.mayRead) this.#parts.fanout.awareness(name, body, this);
  }

  #keepsUp(): boolean {
    if (this.#socket.bufferedAmount <= MAX_BUFFERED_BYTES) return true;
    this.#refuse('slowReader');
    return false;
  }

  #refuse(reason: ConnectionRefusal): void {
    if (this.#ended) return;
    this.#parts.onRefused(reason);
    this.end(closeCode(reason));
  }

  #send(frame: ServerFrame): void {
    this.#socket.send(encodeServerFrame(frame));
  }

  #dispose(): void {
    this.#ended = true;
    clearTimeout(this.#deadline);
    this.#parts.connections.remove(this);
    for (const name of this.#followed.keys()) this.#unfollow(name);
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

/** Encoded once for all who follow. */
const changedFrames = new WeakMap<Change, Uint8Array>();

function changedFrame(change: Change): Uint8Array {
  const { name, after, seq, update } = change;
  const known = changedFrames.get(change);
  const frame = known ?? encodeServerFrame({ kind: 'changed', name, after, cursor: seq, update });
  if (known === undefined) changedFrames.set(change, frame);
  return frame;
}
