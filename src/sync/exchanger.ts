// Runs exchanges one after another, whoever asks for them: demands that come meanwhile are merged into the next one. Takes in
// live changes between them, in order. Which transport carries them is decided by the connection.

import { mergeUpdatesV2 } from 'yjs';
import type { DocumentName } from '../schema/documentName.ts';
import type { ServerFrame } from '../schema/socketFrame.ts';
import type { Instant } from '../domain/time.ts';
import type { ReplicaStore } from '../storage/replicaStore.ts';
import {
  exchange,
  type ExchangeOptions,
  type ExchangeOutcome,
  MAX_REQUEST_BYTES,
  type Selection,
} from './exchange.ts';
import type { Following } from './following.ts';
import type { SendRequest } from './http.ts';
import { skewMinutes, type SyncEvent } from './status.ts';
import { isNoConnection, syncFailure } from './syncFailure.ts';

export type ChangedFrame = Extract<ServerFrame, { readonly kind: 'changed' }>;

export interface Exchanger {
  /** Rejects with SyncFailure or StorageFailure when the exchange did not come about. */
  readonly run: (selection: Selection, wish?: ExchangeWish) => Promise<ExchangeOutcome>;
  /** A new socket: live changes count from its first exchange on. */
  readonly startOver: () => void;
  /** Takes in a live change; when one was missed, `onGap` is told. */
  readonly takeChanged: (frame: ChangedFrame) => void;
}

export interface ExchangerOptions {
  readonly replicas: ReplicaStore;
  readonly send: SendRequest;
  readonly following?: Following;
  readonly now: () => Instant;
  readonly dispatch: (event: SyncEvent) => void;
  /** The document is to be exchanged, since live changes of it were missed or could not be stored. */
  readonly onGap: (name: DocumentName) => void;
  readonly reportFailure: (failure: unknown) => void;
}

export interface ExchangeWish {
  /** What was refused is sent again, and what comes of it is in the outcome. */
  readonly withRefused?: boolean;
}

interface Demand extends ExchangeWish {
  readonly selection: Selection;
  readonly resolve: (outcome: ExchangeOutcome) => void;
  readonly reject: (failure: Error) => void;
}

/** A line on which requests fail gets smaller ones: what did get through need not go again. */
const LEAST_REQUEST_BYTES = 32_000;

export function createExchanger(options: ExchangerOptions): Exchanger {
  const { replicas, now, dispatch, reportFailure } = options;
  let demands: Demand[] = [];
  let isRunning = false;
  let maxBytes = MAX_REQUEST_BYTES;
  /** One answer or live change after another. */
  let lane: Promise<void> = Promise.resolve();
  /** Of the server whose answers this connection carries. */
  let incarnation = '';
  /** How far this device holds each document's log, as far as this connection knows. */
  const cursors = new Map<DocumentName, number>();
  /** Revisions that were refused, and are not sent again before they change. */
  const refused = new Map<DocumentName, number>();
  /** Live changes that wait for their turn: on a slow device they come faster than each could be stored by itself. */
  const arrived = new Map<DocumentName, ChangedFrame[]>();

  function takeTurn(work: () => Promise<void>): Promise<void> {
    const turn = lane.then(work);
    lane = turn.catch(() => undefined);
    return turn;
  }

  const settings: Omit<ExchangeOptions, 'maxBytes'> = {
    replicas,
    following: options.following,
    reportFailure,
    takeTurn,
    send: async (request) => {
      const askedAt = now();
      const response = await options.send(request);
      incarnation = response.incarnation;
      dispatch({ kind: 'clockCompared', skewMinutes: skewMinutes(askedAt, now(), response.serverTime) });
      return response;
    },
    isHeldBack: ({ name, revision }) => refused.get(name) === revision,
    onRefused: ({ name, revision, update }) => {
      if (update.length > 0) refused.set(name, revision);
    },
    onSending: (documents) => dispatch({ kind: 'sending', documents }),
    onHeld: (name, cursor) => cursors.set(name, cursor),
  };

  async function work(): Promise<void> {
    if (isRunning) return;
    isRunning = true;
    try {
      for (let taken = takeMerged(); taken !== undefined; taken = takeMerged()) await runOne(taken);
    } finally {
      isRunning = false;
    }
  }

  function takeMerged(): readonly Demand[] | undefined {
    const [first] = demands;
    if (first === undefined) return undefined;
    const isWhole = demands.some((demand) => demand.selection === 'all');
    const taken = isWhole ? demands : demands.filter((demand) => isAlike(demand.selection, first.selection));
    demands = demands.filter((demand) => !taken.includes(demand));
    return taken;
  }

  async function runOne(taken: readonly Demand[]): Promise<void> {
    const selection = union(taken.map((demand) => demand.selection));
    // Not when it was asked for: the exchange before this one may have been refused since.
    if (taken.some((demand) => demand.withRefused)) refused.clear();
    try {
      const outcome = await exchange({ ...settings, maxBytes }, selection);
      maxBytes = Math.min(MAX_REQUEST_BYTES, maxBytes * 2);
      announce(outcome, selection);
      for (const demand of taken) demand.resolve(outcome);
    } catch (cause) {
      const failure = syncFailure(cause);
      if (isNoConnection(failure.reason)) maxBytes = Math.max(LEAST_REQUEST_BYTES, Math.round(maxBytes / 2));
      if (failure.reason === 'unexpected') reportFailure(cause);
      for (const demand of taken) demand.reject(failure);
    }
  }

  function announce({ failed }: ExchangeOutcome, selection: Selection): void {
    if (failed !== undefined) dispatch({ kind: 'failed', reason: failed.reason, at: now() });
    else if (typeof selection === 'string') dispatch({ kind: 'succeeded', at: now() });
  }

  function arrive(frame: ChangedFrame): void {
    const waiting = arrived.get(frame.name);
    if (waiting !== undefined) {
      waiting.push(frame);
      return;
    }
    arrived.set(frame.name, [frame]);
    void takeTurn(() => applyArrived(frame.name));
  }

  /** As many as follow on one another are taken in as one. */
  async function applyArrived(name: DocumentName): Promise<void> {
    const frames = arrived.get(name) ?? [];
    arrived.delete(name);
    const held = cursors.get(name);
    let cursor = held ?? 0;
    let taken = 0;
    const updates: Uint8Array[] = [];
    for (const frame of frames) {
      if (held === undefined || frame.after > cursor) break;
      taken += 1;
      if (frame.cursor <= cursor) continue;
      if (frame.update.length > 0) updates.push(frame.update);
      ({ cursor } = frame);
    }
    if (taken === 0) options.onGap(name);
    else if (cursor !== held) await applyChanged(name, oneOf(updates), cursor);
    // The answer of an exchange that is before them may lead up to the rest.
    for (const frame of frames.slice(Math.max(taken, 1))) arrive(frame);
  }

  async function applyChanged(name: DocumentName, update: Uint8Array, cursor: number): Promise<void> {
    try {
      const taken = await replicas.receive(name, { update, cursor, incarnation });
      if (taken === 'received') cursors.set(name, cursor);
      else options.onGap(name);
    } catch (cause) {
      // The cursor stays, in the store and here: the same comes again by an exchange.
      reportFailure(cause);
      options.onGap(name);
    }
  }

  return {
    run: (selection, wish) =>
      new Promise((resolve, reject) => {
        demands.push({ ...wish, selection, resolve, reject });
        void work();
      }),
    startOver: () => cursors.clear(),
    takeChanged: arrive,
  };
}

function oneOf(updates: readonly Uint8Array[]): Uint8Array {
  const [first = new Uint8Array(), ...more] = updates;
  return more.length === 0 ? first : mergeUpdatesV2([first, ...more]);
}

function isAlike(a: Selection, b: Selection): boolean {
  return typeof a === 'string' || typeof b === 'string' ? a === b : true;
}

function union(selections: readonly Selection[]): Selection {
  const names = new Set<DocumentName>();
  for (const selection of selections) {
    if (selection === 'all') return 'all';
    if (selection === 'waiting') return 'waiting';
    for (const name of selection) names.add(name);
  }
  return names;
}
