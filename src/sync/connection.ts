// Keeps this device connected: one visit over HTTP when much may have been missed, then a live socket, polling where sockets
// are blocked, and patience in between. Run by one tab at a time; which one is decided elsewhere.

import type { DocumentName } from '../schema/documentName.ts';
import type { Instant } from '../domain/time.ts';
import type { ReplicaStore } from '../storage/replicaStore.ts';
import type { SyncEnvironment } from './environment.ts';
import type { Selection } from './exchange.ts';
import { createExchanger, type ExchangeWish } from './exchanger.ts';
import { createFollowing } from './following.ts';
import type { Http } from './http.ts';
import type { Identity } from './identity.ts';
import { goodToken, postRequests } from './postRequests.ts';
import { openSyncSocket, type SocketEnd, type SyncSocket } from './socket.ts';
import type { SyncEvent } from './status.ts';
import { isLasting, isNoConnection, SyncFailure, syncFailure } from './syncFailure.ts';
import { backoff } from './timers.ts';
import { arrive, type SendResult, sendResult, visit } from './visit.ts';
import { createWaiting } from './waiting.ts';

export interface Connection {
  /** A visit now, refused work included, because a person asks for it. Never rejects. */
  readonly sendNow: () => Promise<SendResult>;
  /** Something suggests that it is worth trying at once: the page became visible, the machine says that it is online. */
  readonly wake: () => void;
  /** Membership or invitations of this device have changed. */
  readonly refresh: () => void;
  readonly sendAwareness: (name: DocumentName, body: Uint8Array) => void;
  readonly dispose: () => void;
}

export interface ConnectionOptions {
  readonly identity: Identity;
  readonly replicas: ReplicaStore;
  readonly http: Http;
  readonly environment: Pick<SyncEnvironment, 'openSocket' | 'timers' | 'random' | 'isVisible'>;
  readonly now: () => Instant;
  readonly dispatch: (event: SyncEvent) => void;
  readonly onAwareness: (name: DocumentName, body: Uint8Array) => void;
  /** A socket follows all documents from now on. */
  readonly onLive: () => void;
  readonly reportFailure: (failure: unknown) => void;
}

/**
 * Changes that are committed within this time leave together; what comes while an exchange is under way waits for its end. Longer
 * would be seen by whoever writes in the same text.
 */
const COALESCE_MS = 10;
/** After so long without a whole exchange the next one goes over HTTP: compressed, and resumed part by part. */
const STALE_MS = 5 * 60_000;
const POLL_VISIBLE_MS = 15_000;
const POLL_HIDDEN_MS = 60_000;
/** Where sockets are blocked, every so many polls one is tried again. */
const POLLS_PER_SOCKET = 10;
/** Somebody who works without internet is not to set off an attempt with every tap. */
const HURRY_AFTER_MS = 10_000;
const LASTING_WAIT_MS = 10 * 60_000;
const FOR_EVER = Number.POSITIVE_INFINITY;

export function startConnection(options: ConnectionOptions): Connection {
  const { identity, replicas, environment, now, dispatch, reportFailure } = options;
  const { timers, random } = environment;
  const post = postRequests(identity, options.http);
  const waiting = createWaiting(timers);
  let isDisposed = false;
  let socket: SyncSocket | undefined;
  let isOnline = false;
  let attempts = 0;
  let polls = 0;
  let lastWhole: Instant | undefined;
  let callOffRetry: () => void = () => undefined;
  let callOffCoalescing: (() => void) | undefined;
  let retries = 0;
  /** From then on something to send is a reason to try before the pause is over. */
  let hurryFrom = FOR_EVER;
  let closeLive: () => void = () => undefined;

  const exchanger = createExchanger({
    replicas,
    now,
    dispatch,
    reportFailure,
    following: createFollowing(identity, replicas),
    send: (request) => (socket ?? { exchange: post }).exchange(request),
    onGap: (name) => background(new Set([name])),
  });

  /** An exchange that nobody waits for: what becomes of it is in the status, and what failed is tried again. */
  function background(selection: Selection): void {
    exchanger
      .run(selection)
      .then(({ failed }) => (failed === undefined ? settled() : retryLater()))
      .catch((cause: unknown) => failedWhileOnline(syncFailure(cause)));
  }

  function settled(): void {
    retries = 0;
  }

  function failedWhileOnline(failure: SyncFailure): void {
    // The end of a socket is told by the socket, and the loop goes on from there.
    if (isDisposed || (socket === undefined && !isOnline)) return;
    if (isNoConnection(failure.reason) && socket === undefined) {
      goOffline(failure);
      waiting.wake();
    } else if (!isNoConnection(failure.reason)) {
      dispatch({ kind: 'failed', reason: failure.reason, at: now() });
      retryLater();
    }
  }

  function retryLater(): void {
    callOffRetry();
    callOffRetry = timers.after(backoff(retries + 2, random()), () => {
      if (isOnline) background('all');
    });
    retries += 1;
  }

  function goOffline({ reason }: SyncFailure): void {
    isOnline = false;
    dispatch({ kind: 'notConnected', reason, at: now() });
  }

  function goOnline(): void {
    isOnline = true;
    attempts = 0;
    dispatch({ kind: 'connected', at: now() });
  }

  async function exchangeAll(wish?: ExchangeWish) {
    const outcome = await exchanger.run('all', wish);
    if (outcome.failed === undefined) lastWhole = now();
    else retryLater();
    return outcome;
  }

  /** One connection from its beginning to its end; resolves with how long to wait before the next one. */
  async function connect(): Promise<number> {
    dispatch({ kind: 'connecting' });
    hurryFrom = FOR_EVER;
    try {
      if (!(await arrive({ identity, replicas }))) {
        dispatch({ kind: 'alone' });
        return FOR_EVER;
      }
      const isStale = lastWhole === undefined || now() - lastWhole > STALE_MS;
      if (isStale) await visitOverHttp();
      const isBlocked = polls % POLLS_PER_SOCKET !== 0;
      if (!isBlocked) {
        const end = await live();
        if (isDisposed) return FOR_EVER;
        if (end.wasReady || !isNoConnection(end.reason)) return await afterEnd(end);
      }
      polls += 1;
      if (!isStale) await visitOverHttp();
      return environment.isVisible() ? POLL_VISIBLE_MS : POLL_HIDDEN_MS;
    } catch (cause) {
      const failure = syncFailure(cause);
      if (failure.reason === 'unexpected') reportFailure(cause);
      polls = 0;
      goOffline(failure);
      if (isLasting(failure.reason)) return LASTING_WAIT_MS;
      hurryFrom = now() + HURRY_AFTER_MS;
      return backoff(attempts++, random());
    }
  }

  async function visitOverHttp(): Promise<void> {
    await visit({ identity, replicas, exchangeAll });
    goOnline();
  }

  /** A socket from its opening to its end. */
  async function live(): Promise<SocketEnd> {
    const token = await goodToken(identity);
    return new Promise((resolve) => {
      const opened = openSyncSocket({
        url: `${options.http.origin.replace(/^http/, 'ws')}/socket`,
        token,
        openSocket: environment.openSocket,
        timers,
        isVisible: environment.isVisible,
        onReady: () => {
          socket = opened;
          polls = 0;
          exchanger.startOver();
          goOnline();
          // The server follows the documents of an exchange live from then on, so all of them take part.
          exchangeAll()
            .then(() => {
              options.onLive();
              return identity.tellInvitations();
            })
            .catch((cause: unknown) => failedWhileOnline(syncFailure(cause)));
        },
        onChanged: exchanger.takeChanged,
        onAwareness: options.onAwareness,
        onEnd: (end) => {
          socket = undefined;
          if (end.wasReady) {
            isOnline = false;
            if (!isDisposed) dispatch({ kind: 'lost' });
          }
          closeLive = () => undefined;
          resolve(end);
        },
      });
      closeLive = opened.close;
    });
  }

  async function afterEnd({ reason }: SocketEnd): Promise<number> {
    if (isLasting(reason)) throw new SyncFailure(reason);
    // A token runs out while its socket lives; a fresh one is no reason to wait.
    if (reason === 'unauthorised') await goodToken(identity, 'fresh');
    else if (!isNoConnection(reason)) dispatch({ kind: 'failed', reason, at: now() });
    return backoff(reason === 'unauthorised' ? 0 : attempts++, random());
  }

  async function loop(): Promise<void> {
    while (!isDisposed) await waiting.wait(await connect());
  }

  const stopListening = replicas.onLocalCommit(() => {
    callOffCoalescing ??= timers.after(COALESCE_MS, () => {
      callOffCoalescing = undefined;
      if (isOnline) background('waiting');
      else if (now() >= hurryFrom) waiting.wake();
    });
  });
  loop().catch(reportFailure);

  return {
    sendNow: async () => {
      try {
        const exchangeToo = () => exchangeAll({ withRefused: true });
        const result = sendResult(await visit({ identity, replicas, exchangeAll: exchangeToo }));
        if (result.kind === 'sent' && !isOnline) waiting.wake();
        return result;
      } catch (cause) {
        const { reason } = syncFailure(cause);
        if (!isOnline) goOffline(new SyncFailure(reason));
        dispatch({ kind: 'failed', reason, at: now() });
        return { kind: 'failed', reason };
      }
    },
    wake: () => {
      polls = 0;
      socket?.check();
      waiting.wake();
    },
    refresh: () => {
      if (!isOnline) {
        waiting.wake();
        return;
      }
      visit({ identity, replicas, exchangeAll }).catch((cause: unknown) =>
        failedWhileOnline(syncFailure(cause)),
      );
    },
    sendAwareness: (name, body) => socket?.sendAwareness(name, body),
    dispose: () => {
      isDisposed = true;
      stopListening();
      callOffRetry();
      callOffCoalescing?.();
      closeLive();
      waiting.wake();
    },
  };
}
