// The exchange: what waits goes out, what is new comes in, document by document. The same for page and service worker and
// over any transport; may be cut anywhere and run again. When to run it is left to the callers.

import { type DocumentName, epochOf } from '../schema/documentName.ts';
import { isPassing, type RefusalReason } from '../schema/refusal.ts';
import { listDigest } from '../schema/followed.ts';
import { SCHEMA_VERSION } from '../schema/version.ts';
import {
  type DocumentResponse,
  type Followed,
  MAX_DOCUMENTS_PER_REQUEST,
  type SyncResponse,
} from '../schema/wire.ts';
import type { DocumentRow } from '../storage/database.ts';
import type { Outgoing, ReplicaStore } from '../storage/replicaStore.ts';
import type { Following } from './following.ts';
import type { SendRequest } from './http.ts';
import { failureOfPassing, SyncFailure, type SyncFailureReason, syncFailure } from './syncFailure.ts';

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
  /** The documents of which positions go without names; without it all are named. */
  readonly following?: Following | undefined;
  /** About how many bytes of updates a request and its answer carry at most. */
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

/** A document that is to be exchanged by its name. */
interface Ask {
  readonly name: DocumentName;
  /** The server needs the state vector to trim what it has. */
  readonly isVectorWanted?: true;
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
  const { replicas, maxBytes = MAX_REQUEST_BYTES } = options;
  const tally = new Tally();
  const rows = await replicas.documents();
  const isAll = selection === 'all';
  let list = isAll ? await options.following?.list(rows.map(({ name }) => name)) : undefined;
  const listed = new Set(list);
  /** Documents that go by name; those that an answer did not finish come back to its end. */
  const queue: Ask[] = rows.filter(
    (row) => isSelected(row, selection) && !(listed.has(row.name) && row.unsent === 0),
  );
  // Without documents the question is still asked: only an answer tells that the server is there.
  for (let isDue = isAll || queue.length > 0; isDue; isDue = list !== undefined || queue.length > 0) {
    const incarnation = await replicas.incarnation();
    const batch = await nextBatch(options, queue, tally);
    const followed = list && (await positions(replicas, list));
    const waiting = batch.filter(({ update }) => update.length > 0).length;
    if (waiting > 0) options.onSending?.(waiting);
    const response = await options.send({
      schemaVersion: SCHEMA_VERSION,
      incarnation,
      room: maxBytes,
      followed: followed && followedOf(followed),
      documents: batch.map(({ name, cursor, stateVector, update }) => ({
        name,
        cursor,
        stateVector,
        update,
      })),
    });
    options.onAnswer?.(response);
    if (response.incarnation !== incarnation) {
      await replicas.forgetReceipts(incarnation, response.incarnation);
      if (incarnation !== '') return 'anotherServer';
    }
    const steps = tally.steps;
    let unfinished: readonly Ask[] = [];
    const take = async (): Promise<void> => {
      unfinished = await takeIn(options, batch, followed ?? [], response, tally);
    };
    await (options.takeTurn ? options.takeTurn(take) : take());
    const isMore = unfinished.length > 0 || response.followed === 'more';
    if (isMore && tally.steps === steps) {
      // A server that brings nothing and promises more: not ours to ask for ever.
      tally.fail('serverFailed');
      break;
    }
    queue.push(...unfinished);
    if (response.followed === 'differ') queue.push(...(await renewed(options, [...batch, ...queue])));
    if (response.followed !== 'more') list = undefined;
  }
  return tally.outcome();
}

/** What goes by name since the server has another list: all that is not asked for already. */
async function renewed(
  { replicas, following }: ExchangeOptions,
  asked: readonly Ask[],
): Promise<readonly Ask[]> {
  await following?.renew();
  const known = new Set(asked.map(({ name }) => name));
  return (await replicas.documents()).filter(({ name }) => !known.has(name));
}

function followedOf(followed: readonly Outgoing[]): Followed {
  return {
    digest: listDigest(followed.map(({ name }) => name)),
    cursors: followed.map(({ cursor }) => cursor),
  };
}

/** Requests of bounded size. A document that cannot be read is counted and left out; the others go. */
async function nextBatch(
  { replicas, maxBytes = MAX_REQUEST_BYTES, isHeldBack, reportFailure }: ExchangeOptions,
  queue: Ask[],
  tally: Tally,
): Promise<readonly Outgoing[]> {
  const batch: Outgoing[] = [];
  let bytes = 0;
  for (let ask = queue[0]; ask && batch.length < MAX_DOCUMENTS_PER_REQUEST; ask = queue[0]) {
    try {
      const outgoing = await replicas.outgoing(ask.name, { maxBytes, vector: ask.isVectorWanted === true });
      const sent = isHeldBack?.(outgoing) ? { ...outgoing, update: NOTHING } : outgoing;
      bytes += sent.update.length + sent.stateVector.length;
      if (batch.length > 0 && bytes > maxBytes) break;
      batch.push(sent);
    } catch (cause) {
      tally.fail(syncFailure(cause).reason);
      reportFailure(cause);
    }
    queue.shift();
  }
  return batch;
}

/** The documents of the list as they are here, with nothing to send. */
async function positions(
  replicas: ReplicaStore,
  list: readonly DocumentName[],
): Promise<readonly Outgoing[]> {
  const rows = new Map((await replicas.documents()).map((row) => [row.name, row]));
  return list.map((name) => {
    const { cursor = 0, revision = 0 } = rows.get(name) ?? {};
    return { name, cursor, revision, stateVector: NOTHING, update: NOTHING, isWhole: true };
  });
}

/** Returns what is to be asked for after this answer. */
async function takeIn(
  options: ExchangeOptions,
  batch: readonly Outgoing[],
  followed: readonly Outgoing[],
  response: SyncResponse,
  tally: Tally,
): Promise<readonly Ask[]> {
  const answers = new Map(response.documents.map((document) => [document.name, document]));
  const unfinished: Ask[] = [];
  const named = new Set(batch.map(({ name }) => name));
  const unnamed = followed.filter(({ name }) => !named.has(name));
  for (const outgoing of [...batch, ...unnamed]) {
    const answer = answers.get(outgoing.name);
    try {
      if (answer !== undefined) {
        const ask = await takeInOne(options, outgoing, answer, response.incarnation, tally);
        if (ask !== undefined) unfinished.push(ask);
      } else if (named.has(outgoing.name)) tally.fail('serverFailed');
      else if (response.followed !== 'differ') options.onHeld?.(outgoing.name, outgoing.cursor);
    } catch (cause) {
      // The cursor of this document stays where it was; the others go on.
      tally.fail(syncFailure(cause).reason);
      options.reportFailure(cause);
    }
  }
  return unfinished;
}

async function takeInOne(
  options: ExchangeOptions,
  outgoing: Outgoing,
  { name, result, update, cursor, completeness }: DocumentResponse,
  incarnation: string,
  tally: Tally,
): Promise<Ask | undefined> {
  const { replicas } = options;
  const isAcknowledged = outgoing.update.length > 0 && result.kind === 'receipt';
  if (result.kind === 'refused' && result.reason === 'epochOver') {
    // What waits is carried over into the successor once that is here: it is neither sent again nor kept aside.
    await replicas.follow([result.successor]);
    tally.steps += 1;
    return { name: result.successor };
  }
  if (result.kind === 'refused') await takeRefusal(options, outgoing, result.reason, tally);
  if (isAcknowledged || update.length > 0 || cursor !== outgoing.cursor) {
    const acknowledged = isAcknowledged ? outgoing : undefined;
    const taken = await replicas.receive(name, { update, cursor, acknowledged, incarnation });
    if (taken === 'anotherServer') {
      // Between question and answer another tab or the service worker has met a restored server.
      tally.fail('serverFailed');
      return undefined;
    }
    tally.steps += 1;
  }
  if (isAcknowledged) tally.acknowledged.add(name);
  if (update.length > 0) tally.received.add(name);
  options.onHeld?.(name, cursor);
  if (completeness === 'vector' && outgoing.stateVector.length === 0) {
    tally.steps += 1;
    return { name, isVectorWanted: true };
  }
  if (completeness !== 'whole' || (isAcknowledged && !outgoing.isWhole)) return { name };
  if (epochOf(name) === 0) return undefined;
  return (await replicas.supersede(name)) === 'carried' ? { name } : undefined;
}

async function takeRefusal(
  { replicas, onRefused }: ExchangeOptions,
  outgoing: Outgoing,
  reason: RefusalReason,
  tally: Tally,
): Promise<void> {
  const { name } = outgoing;
  if (isPassing(reason)) {
    tally.fail(failureOfPassing(reason));
    return;
  }
  if (outgoing.update.length > 0) {
    // Kept aside is all that waits, not the part that went.
    const whole = outgoing.isWhole ? outgoing : await replicas.outgoing(name);
    await replicas.refuse(name, reason, whole);
  }
  onRefused?.(outgoing, reason);
  tally.refused.push({ name, reason });
}

class Tally {
  /** Goes up with everything that an answer brought on. */
  steps = 0;
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
