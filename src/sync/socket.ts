// One WebSocket to the server: signs in with its first frame, carries exchanges, live changes and awareness, and notices when
// the other end has silently gone. Taking up a new one is the connection's business.

import type { DocumentName } from '../schema/documentName.ts';
import { decodeServerFrame, encodeClientFrame, SOCKET_CLOSE } from '../schema/socketFrame.ts';
import { decodeSyncResponse, encodeSyncRequest, type SyncResponse } from '../schema/wire.ts';
import type { OpenRawSocket } from './environment.ts';
import type { ChangedFrame } from './exchanger.ts';
import { answerDeadline, type SendRequest } from './http.ts';
import { SyncFailure, type SyncFailureReason } from './syncFailure.ts';
import type { Timers } from './timers.ts';

/** Why and when a socket came to its end. */
export interface SocketEnd {
  /** False when it never got as far as being signed in: sockets may be blocked on this line. */
  readonly wasReady: boolean;
  readonly reason: SyncFailureReason;
}

export interface SyncSocket {
  /** Rejects with SyncFailure; an answer that does not come in time ends the socket. */
  readonly exchange: SendRequest;
  readonly sendAwareness: (name: DocumentName, body: Uint8Array) => void;
  /** Asks for a sign of life at once. */
  readonly check: () => void;
  readonly close: () => void;
}

export interface SyncSocketOptions {
  /** "wss://wspolnie.example/socket" */
  readonly url: string;
  readonly token: string;
  readonly openSocket: OpenRawSocket;
  readonly timers: Timers;
  /** Pings go only while somebody looks; a hidden page leaves the radio asleep. */
  readonly isVisible: () => boolean;
  readonly onReady: (incarnation: string) => void;
  readonly onChanged: (frame: ChangedFrame) => void;
  readonly onAwareness: (name: DocumentName, body: Uint8Array) => void;
  /** Called once. */
  readonly onEnd: (end: SocketEnd) => void;
}

/** Longest wait for the connection and the answer to the first frame. */
const READY_DEADLINE_MS = 15_000;
/** Together under 10 s: so long at most a line that has silently gone is taken for one that stands. */
const PING_EVERY_MS = 4_000;
const PONG_DEADLINE_MS = 5_500;

interface Pending {
  readonly resolve: (response: SyncResponse) => void;
  readonly reject: (failure: SyncFailure) => void;
  readonly callOff: () => void;
  /** So much goes or may come that a pong would stand behind it for long on a slow line. */
  readonly isHeavy: boolean;
}

const HEAVY_BYTES = 16_000;

export function openSyncSocket(options: SyncSocketOptions): SyncSocket {
  const { timers } = options;
  const pending = new Map<number, Pending>();
  let requests = 0;
  let state: 'opening' | 'ready' | 'ended' = 'opening';
  /** Runs out when the other end owes a sign of life. */
  let callOffDeadline = timers.after(READY_DEADLINE_MS, () => end('timeout'));
  let isPinged = false;
  let callOffPing: () => void = () => undefined;

  const raw = options.openSocket(options.url, {
    onOpen: () => {
      if (state === 'opening') raw.send(encodeClientFrame({ kind: 'authenticate', token: options.token }));
    },
    onFrame: (bytes) => {
      if (state !== 'ended') take(bytes);
    },
    onClose: (code) => end(reasonOf(code)),
  });

  function take(bytes: Uint8Array): void {
    const frame = decodeServerFrame(bytes);
    if (frame === undefined) {
      end('notTheServer');
      return;
    }
    if (state === 'ready') signOfLife();
    switch (frame.kind) {
      case 'ready':
        if (state !== 'opening') return;
        state = 'ready';
        callOffDeadline();
        pingLater();
        options.onReady(frame.incarnation);
        return;
      case 'exchanged': {
        const asked = pending.get(frame.request);
        pending.delete(frame.request);
        asked?.callOff();
        const response = decodeSyncResponse(frame.body);
        if (response === undefined) asked?.reject(new SyncFailure('notTheServer'));
        else asked?.resolve(response);
        return;
      }
      case 'changed':
        options.onChanged(frame);
        return;
      case 'awareness':
        options.onAwareness(frame.name, frame.body);
        return;
      case 'pong':
    }
  }

  function signOfLife(): void {
    if (!isPinged) return;
    isPinged = false;
    callOffDeadline();
  }

  function pingLater(): void {
    callOffPing = timers.after(PING_EVERY_MS, () => {
      if (options.isVisible()) ping();
      pingLater();
    });
  }

  function ping(): void {
    // Behind something large on a slow line a pong comes late; the deadline of its answer watches then.
    if (state !== 'ready' || isPinged || [...pending.values()].some((each) => each.isHeavy)) return;
    isPinged = true;
    callOffDeadline = timers.after(PONG_DEADLINE_MS, () => end('timeout'));
    raw.send(encodeClientFrame({ kind: 'ping' }));
  }

  function end(reason: SyncFailureReason): void {
    if (state === 'ended') return;
    const wasReady = state === 'ready';
    state = 'ended';
    callOffDeadline();
    callOffPing();
    // The browser may take minutes to give up a half-open connection; nothing here waits for that.
    raw.close();
    for (const { callOff, reject } of pending.values()) {
      callOff();
      reject(new SyncFailure(reason));
    }
    pending.clear();
    options.onEnd({ wasReady, reason });
  }

  return {
    exchange: (request) =>
      new Promise((resolve, reject) => {
        if (state !== 'ready') {
          reject(new SyncFailure('unreachable'));
          return;
        }
        requests += 1;
        const body = encodeSyncRequest(request);
        const callOff = timers.after(answerDeadline(body.length), () => end('timeout'));
        // The first exchange of a connection brings whatever was missed.
        const isHeavy = requests === 1 || body.length > HEAVY_BYTES;
        if (isHeavy) signOfLife();
        pending.set(requests, { resolve, reject, callOff, isHeavy });
        raw.send(encodeClientFrame({ kind: 'exchange', request: requests, body }));
      }),
    sendAwareness: (name, body) => {
      if (state === 'ready') raw.send(encodeClientFrame({ kind: 'awareness', name, body }));
    },
    check: ping,
    close: () => end('unreachable'),
  };
}

function reasonOf(code: number): SyncFailureReason {
  switch (code) {
    case SOCKET_CLOSE.unauthorised:
      return 'unauthorised';
    case SOCKET_CLOSE.revoked:
      return 'revoked';
    case SOCKET_CLOSE.malformed:
      return 'malformed';
    case SOCKET_CLOSE.tooLarge:
      return 'tooLarge';
    case SOCKET_CLOSE.appTooOld:
      return 'appTooOld';
    case SOCKET_CLOSE.serverTooOld:
      return 'serverTooOld';
    default:
      return 'unreachable';
  }
}
