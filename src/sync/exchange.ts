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
  const rows = (await replicas.documents()).filter((row) => isSelected(row, selection));
  // Without documents the question is still asked: only an answer tells that the server is there.
  const requests = rows.length === 0 && selection === 'all' ? [[]] : batches(options, rows, tally);
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
      await replicas.forgetReceipts(response.incarnation);
      if (incarnation !== '') return 'anotherServer';
    }
    const take = () => takeIn(options, batch, response, tally);
    await (options.takeTurn ? options.takeTurn(take) : take());
  }
  return tally.outcome();
}

/** Requests of bounded size. A document that cannot be read is counted and left out; the others go. */
async function* batches(
  { replicas, maxBytes = MAX_REQUEST_BYTES, isHeldBack, reportFailure }: ExchangeOptions,
  rows: readonly DocumentRow[],
  tally: Tally,
): AsyncGenerator<readonly Outgoing[]> {
  let batch: Outgoing[] = [];
  let bytes = 0;
  for (const row of rows) {
    let outgoing: Outgoing;
    try {
      outgoing = row.unsent === 1 ? await replicas.outgoing(row.name) : idle(row);
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
  }
  if (batch.length > 0) yield batch;
}

async function takeIn(
  options: ExchangeOptions,
  batch: readonly Outgoing[],
  response: SyncResponse,
  tally: Tally,
): Promise<void> {
  const answers = new Map(response.documents.map((document) => [document.name, document]));
  for (const outgoing of batch) {
    const answer = answers.get(outgoing.name);
    try {
      // Between question and answer another tab or the service worker may have met a restored server: the cursors are its now.
      if ((await options.replicas.incarnation()) !== response.incarnation) tally.fail('serverFailed');
      else if (answer === undefined) tally.fail('serverFailed');
      else await takeInOne(options, outgoing, answer, tally);
    } catch (cause) {
      // The cursor of this document stays where it was; the others go on.
      tally.fail(syncFailure(cause).reason);
      options.reportFailure(cause);
    }
  }
}

async function takeInOne(
  { replicas, onRefused, onHeld }: ExchangeOptions,
  outgoing: Outgoing,
  { name, result, update, cursor }: DocumentResponse,
  tally: Tally,
): Promise<void> {
  const hasSent = outgoing.update.length > 0;
  const isAcknowledged = hasSent && result.kind === 'receipt';
  if (result.kind === 'refused') {
    if (isPassing(result.reason)) {
      tally.fail(failureOfPassing(result.reason));
    } else {
      if (hasSent) await replicas.refuse(name, result.reason, outgoing);
      onRefused?.(outgoing, result.reason);
      tally.refused.push({ name, reason: result.reason });
    }
  }
  if (isAcknowledged || update.length > 0 || cursor !== outgoing.cursor) {
    await replicas.receive(name, { update, cursor, acknowledged: isAcknowledged ? outgoing : undefined });
  }
  if (isAcknowledged) tally.acknowledged += 1;
  if (update.length > 0) tally.received += 1;
  onHeld?.(name, cursor);
}

class Tally {
  acknowledged = 0;
  received = 0;
  readonly refused: RefusedDocument[] = [];
  #failed = 0;
  #reason: SyncFailureReason = 'unexpected';

  fail(reason: SyncFailureReason): void {
    if (this.#failed === 0) this.#reason = reason;
    this.#failed += 1;
  }

  outcome(): ExchangeOutcome {
    const { acknowledged, received, refused } = this;
    const failed = this.#failed === 0 ? undefined : { documents: this.#failed, reason: this.#reason };
    return { acknowledged, received, refused, failed };
  }
}

const NOTHING = new Uint8Array();

function isSelected(row: DocumentRow, selection: Selection): boolean {
  if (selection === 'all') return true;
  return selection === 'waiting' ? row.unsent === 1 : selection.has(row.name);
}

/** Nothing waits in this document, so it is not loaded: the row says all that a request needs. */
function idle({ name, cursor, revision }: DocumentRow): Outgoing {
  return { name, cursor, stateVector: NOTHING, update: NOTHING, revision };
}
