// The exchange: what waits goes out, what is new comes in, document by document. The same for page and service worker and
// over any transport; may be cut anywhere and run again. When to run it is left to the callers.

import type { DocumentName } from '../schema/documentName.ts';
import { isPassing, type RefusalReason } from '../schema/refusal.ts';
import { SCHEMA_VERSION } from '../schema/version.ts';
import {
  type DocumentResponse,
  MAX_DOCUMENTS_PER_REQUEST,
  type SyncRequest,
  type SyncResponse,
} from '../schema/wire.ts';
import type { DocumentRow } from '../storage/database.ts';
import type { Outgoing, ReplicaStore } from '../storage/replicaStore.ts';
import { failureOfPassing, SyncFailure, type SyncFailureReason, syncFailure } from './syncFailure.ts';

/** Sends one request and brings its answer. Throws SyncFailure. */
export type SendRequest = (request: SyncRequest) => Promise<SyncResponse>;

/** Which documents to exchange: all, those in which something waits, or these. */
export type Selection = 'all' | 'waiting' | ReadonlySet<DocumentName>;

export interface RefusedDocument {
  readonly name: DocumentName;
  readonly reason: RefusalReason;
}

export interface ExchangeOutcome {
  /** Documents whose waiting changes the server now holds. */
  readonly acknowledged: number;
  /** Documents into which something came. */
  readonly received: number;
  /** What the server would not take, or would not let this device read. */
  readonly refused: readonly RefusedDocument[];
  /** Documents that could not be exchanged this time; they are tried again. The first one's reason stands for all. */
  readonly failed: { readonly documents: number; readonly reason: SyncFailureReason } | undefined;
}

export interface ExchangeOptions {
  readonly replicas: ReplicaStore;
  readonly send: SendRequest;
  /** Most bytes of updates in one request; a larger update goes alone. */
  readonly maxBytes?: number;
  /** True for what was refused before and has not changed since: it is read, and not sent again. */
  readonly isHeldBack?: (outgoing: Outgoing) => boolean;
  readonly onRefused?: (outgoing: Outgoing, reason: RefusalReason) => void;
  /** Told before each request: in how many of its documents something waits. */
  readonly onSending?: (documents: number) => void;
  /** Told after each document: this device holds the server's log up to there. */
  readonly onHeld?: (name: DocumentName, cursor: number) => void;
  /** Told of each answer, with when it was asked for, for the comparison of clocks. */
  readonly onAnswer?: (response: SyncResponse) => void;
  /** Takes in one answer at a time together with whatever else arrives; the default is at once. */
  readonly takeTurn?: (work: () => Promise<void>) => Promise<void>;
  readonly reportFailure: (failure: unknown) => void;
}

export const MAX_REQUEST_BYTES = 1_000_000;

/** Throws SyncFailure when the server is not reached or refuses the request as a whole, StorageFailure. */
export async function exchange(options: ExchangeOptions, selection: Selection): Promise<ExchangeOutcome> {
  const first = await exchangeOnce(options, selection);
  if (first !== 'anotherServer') return first;
  // The server was restored from a backup: receipts hold no longer, and everything goes out once more.
  const second = await exchangeOnce(options, 'all');
  if (second !== 'anotherServer') return second;
  throw new SyncFailure('serverFailed', new Error('the incarnation changed twice within one exchange'));
}

async function exchangeOnce(
  options: ExchangeOptions,
  selection: Selection,
): Promise<ExchangeOutcome | 'anotherServer'> {
  const { replicas } = options;
  const tally = new Tally();
  /** What goes into requests; documents of which more waits than fitted come back to its end. */
  const queue = (await replicas.documents())
    .filter((row) => isSelected(row, selection))
    .map(({ name }) => name);
  // Without documents the question is still asked: only an answer tells that the server is there.
  const requests = queue.length === 0 && selection === 'all' ? [[]] : batches(options, queue, tally);
  for await (const batch of requests) {
    const incarnation = await replicas.incarnation();
    const documents = batch.map(({ name, cursor, stateVector, update }) => ({
      name,
      cursor,
      stateVector,
      update,
    }));
    const waiting = documents.filter((document) => document.update.length > 0).length;
    if (waiting > 0) options.onSending?.(waiting);
    const response = await options.send({ schemaVersion: SCHEMA_VERSION, incarnation, documents });
    options.onAnswer?.(response);
    if (response.incarnation !== incarnation) {
      await replicas.forgetReceipts(incarnation, response.incarnation);
      if (incarnation !== '') return 'anotherServer';
    }
    const take = async (): Promise<void> => {
      queue.push(...(await takeIn(options, batch, response, tally)));
    };
    await (options.takeTurn ? options.takeTurn(take) : take());
  }
  return tally.outcome();
}

/** Requests of bounded size. A document that cannot be read is counted and left out; the others go. */
async function* batches(
  { replicas, maxBytes = MAX_REQUEST_BYTES, isHeldBack, reportFailure }: ExchangeOptions,
  queue: DocumentName[],
  tally: Tally,
): AsyncGenerator<readonly Outgoing[]> {
  let batch: Outgoing[] = [];
  let bytes = 0;
  for (let name = queue.shift(); name; name = queue.shift()) {
    let outgoing: Outgoing;
    try {
      outgoing = await replicas.outgoing(name, { maxBytes });
    } catch (cause) {
      tally.fail(syncFailure(cause).reason);
      reportFailure(cause);
      continue;
    }
    if (isHeldBack?.(outgoing)) outgoing = { ...outgoing, update: NOTHING };
    const size = outgoing.update.length + outgoing.stateVector.length;
    if (batch.length > 0 && (bytes + size > maxBytes || batch.length === MAX_DOCUMENTS_PER_REQUEST)) {
      yield batch;
      batch = [];
      bytes = 0;
    }
    batch.push(outgoing);
    bytes += size;
    if (queue.length > 0) continue;
    yield batch;
    batch = [];
    bytes = 0;
  }
  if (batch.length > 0) yield batch;
}

/** Returns the documents of which more waits. */
async function takeIn(
  options: ExchangeOptions,
  batch: readonly Outgoing[],
  response: SyncResponse,
  tally: Tally,
): Promise<readonly DocumentName[]> {
  const answers = new Map(response.documents.map((document) => [document.name, document]));
  const unfinished: DocumentName[] = [];
  for (const outgoing of batch) {
    const answer = answers.get(outgoing.name);
    try {
      if (answer === undefined) tally.fail('serverFailed');
      else if (await takeInOne(options, outgoing, answer, response.incarnation, tally)) {
        unfinished.push(outgoing.name);
      }
    } catch (cause) {
      // The cursor of this document stays where it was; the others go on.
      tally.fail(syncFailure(cause).reason);
      options.reportFailure(cause);
    }
  }
  return unfinished;
}

/** True when more of the document waits. */
async function takeInOne(
  { replicas, onRefused, onHeld }: ExchangeOptions,
  outgoing: Outgoing,
  { name, result, update, cursor }: DocumentResponse,
  incarnation: string,
  tally: Tally,
): Promise<boolean> {
  const hasSent = outgoing.update.length > 0;
  const isAcknowledged = hasSent && result.kind === 'receipt';
  if (result.kind === 'refused') {
    if (isPassing(result.reason)) {
      tally.fail(failureOfPassing(result.reason));
    } else {
      // Kept aside is all that waits, not the part that went.
      if (hasSent) {
        const whole = outgoing.isWhole ? outgoing : await replicas.outgoing(name);
        await replicas.refuse(name, result.reason, whole);
      }
      onRefused?.(outgoing, result.reason);
      tally.refused.push({ name, reason: result.reason });
    }
  }
  if (isAcknowledged || update.length > 0 || cursor !== outgoing.cursor) {
    const acknowledged = isAcknowledged ? outgoing : undefined;
    const taken = await replicas.receive(name, { update, cursor, acknowledged, incarnation });
    if (taken === 'anotherServer') {
      // Between question and answer another tab or the service worker has met a restored server.
      tally.fail('serverFailed');
      return false;
    }
  }
  if (isAcknowledged) tally.acknowledged.add(name);
  if (update.length > 0) tally.received.add(name);
  onHeld?.(name, cursor);
  return isAcknowledged && !outgoing.isWhole;
}

class Tally {
  readonly acknowledged = new Set<DocumentName>();
  readonly received = new Set<DocumentName>();
  readonly refused: RefusedDocument[] = [];
  #failed = 0;
  #reason: SyncFailureReason = 'unexpected';

  fail(reason: SyncFailureReason): void {
    if (this.#failed === 0) this.#reason = reason;
    this.#failed += 1;
  }

  outcome(): ExchangeOutcome {
    const failed = this.#failed === 0 ? undefined : { documents: this.#failed, reason: this.#reason };
    const { acknowledged, received, refused } = this;
    return { acknowledged: acknowledged.size, received: received.size, refused, failed };
  }
}

const NOTHING = new Uint8Array();

function isSelected(row: DocumentRow, selection: Selection): boolean {
  if (selection === 'all') return true;
  return selection === 'waiting' ? row.unsent === 1 : selection.has(row.name);
}
