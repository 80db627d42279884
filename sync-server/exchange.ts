// The exchange: one request of a member's device, document by document, into one answer. The same over HTTP and WebSocket.
// Enforces rights and limits [G7]; one refused document never stops the others [G6]. What an answer brings is made by answers.ts.

import type { DeviceId, MemberId } from '../src/domain/ids.ts';
import { asInstant } from '../src/domain/time.ts';
import type { DocumentName } from '../src/schema/documentName.ts';
import type { RefusalReason } from '../src/schema/refusal.ts';
import type { SyncRequest, SyncResponse, UpdateResult } from '../src/schema/wire.ts';
import { type Admission, admit, refused } from './admission.ts';
import { type Answers, answering, type Outcome } from './answers.ts';
import type { DocumentLog } from './content/documentLog.ts';
import { withinShare } from './documentShare.ts';
import { type FollowedDocument, followedNames, followedPositions } from './followed.ts';
import { standingOf } from './founding.ts';
import type { MemberDocuments } from './limits/memberDocuments.ts';
import { keepRefused } from './refusedUpdates.ts';
import type { DocumentState, LogStore } from './stores/logStore.ts';
import type { MemberStore } from './stores/memberStore.ts';
import type { RefusedStore } from './stores/refusedStore.ts';
import { StoreError } from './stores/storeError.ts';

/** Whose request it is; their token was checked. */
export interface Caller {
  readonly device: DeviceId;
  readonly member: MemberId;
}

interface ExchangeLimits {
  readonly maxUpdateBytes: number;
  readonly maxDocumentBytes: number;
}

export interface ExchangeParts {
  readonly store: LogStore;
  readonly documents: DocumentLog;
  readonly members: MemberStore;
  readonly refused: RefusedStore;
  readonly memberDocuments: MemberDocuments;
  readonly limits: ExchangeLimits;
  /** Milliseconds since 1970. */
  readonly now: () => number;
  /** Told after each commit, with the state before it; compaction listens. */
  readonly onStored: (name: DocumentName, before: DocumentState | undefined) => void;
  readonly watch: ExchangeWatch;
  /** Told when something failed that the answer does not depend on. */
  readonly reportFailure: (cause: unknown) => void;
}

/** Told what comes of updates; metrics listen. */
interface ExchangeWatch {
  /** Seconds from the arrival of the exchange to the commit. */
  readonly receipt: (seconds: number) => void;
  readonly refused: (reason: RefusalReason) => void;
}

/** A document that the member may read, and how far the device has it with the answer. */
interface HeldDocument {
  readonly name: DocumentName;
  readonly cursor: number;
}

export interface Exchanged {
  readonly response: SyncResponse;
  readonly held: readonly HeldDocument[];
}

/** Longest stretch without letting others in: a first upload of many documents must not hold up everybody's typing. */
const STRETCH_MS = 15;
/** A log that went back renews the incarnation, on a client's word; at most this often. */
const RENEWAL_PAUSE_MS = 60 * 60_000;

export class Exchange {
  readonly #parts: ExchangeParts;
  #renewedAt = Number.NEGATIVE_INFINITY;

  constructor(parts: ExchangeParts) {
    this.#parts = parts;
  }

  /** `onListed` is told of the documents that are exchanged without their names, before their logs are looked at: a follower begins then. */
  async run(
    caller: Caller,
    request: SyncRequest,
    onListed: (names: readonly DocumentName[]) => void = () => {},
  ): Promise<Exchanged> {
    const began = performance.now();
    const { store, now } = this.#parts;
    // What was sent may rest on what was lost: it is stored when the device sends everything that this log lacks.
    const isOfOtherLog = (): boolean =>
      request.incarnation !== '' && request.incarnation !== store.incarnation();
    if (isOfOtherLog()) return this.#otherLog();
    const standing = await standingOf(caller.member, request, this.#parts);
    const breathe = breather(now);
    const admitted: Admission[] = [];
    for (const document of request.documents) {
      admitted.push(admit(document, standing, this.#parts.limits.maxUpdateBytes));
      await breathe();
    }
    const granted = standing.grants.filter((grant) => !grant.revoked);
    const asked = request.followed;
    const list = asked && (await followedNames(granted, asked, store));
    if (list) onListed(list);
    const states = await this.#statesOf(admitted);
    const followed = asked && list && (await followedPositions(list, asked, store));
    // With the states it is seen that another node has found the log put back.
    if (isOfOtherLog() || (await this.#wentBack(request, states, followed ?? []))) return this.#otherLog();
    // Everything is handed to the log at once, so that one commit carries it; then the answers are read.
    const outcomes = await this.#storeAll(caller, admitted, states);
    const seconds = (performance.now() - began) / 1000;
    for (const { result } of outcomes) if (result.kind === 'receipt') this.#parts.watch.receipt(seconds);
    const answers = answering(store, request.room);
    const held: HeldDocument[] = [];
    for (const [index, document] of request.documents.entries()) {
      const outcome = outcomes[index];
      if (outcome === undefined) continue;
      const { cursor } = await answers.add(document, outcome);
      if (outcome.reads) held.push({ name: document.name, cursor });
      await breathe();
    }
    const results = answers.documents.map(({ result }) => result);
    for (const result of results) if (result.kind === 'refused') this.#parts.watch.refused(result.reason);
    await keepRefused(caller, request.documents, results, this.#parts);
    const named = new Set(request.documents.map(({ name }) => name));
    const others = followed?.filter(({ name }) => !named.has(name));
    const isAll = await addFollowed(answers, others ?? [], held, breathe);
    const response: SyncResponse = {
      incarnation: store.incarnation(),
      serverTime: now(),
      followed: asked === undefined ? 'none' : others === undefined ? 'differ' : isAll ? 'whole' : 'more',
      documents: answers.documents,
    };
    return { response, held };
  }

  /** The device forgets its receipts and comes back with all that this log lacks. */
  #otherLog(): Exchanged {
    const { store, now } = this.#parts;
    const incarnation = store.incarnation();
    return { response: { incarnation, serverTime: now(), followed: 'none', documents: [] }, held: [] };
  }

  async #statesOf(admitted: readonly Admission[]): Promise<readonly StateSeen[]> {
    const open = admitted.flatMap((admission) => (admission.kind === 'closed' ? [] : [admission.name]));
    try {
      const states = await this.#parts.store.states(open);
      let next = 0;
      return admitted.map(({ kind }) => (kind === 'closed' ? 'unreadable' : states[next++]));
    } catch (cause) {
      if (cause instanceof StoreError) return admitted.map(() => 'unreadable');
      throw cause;
    }
  }

  /** A position beyond the end of a log proves that it was put back: receipts that were given no longer hold [G2]. */
  async #wentBack(
    { incarnation, documents }: SyncRequest,
    states: readonly StateSeen[],
    followed: readonly FollowedDocument[],
  ): Promise<boolean> {
    const { store, now } = this.#parts;
    if (incarnation === '' || now() - this.#renewedAt < RENEWAL_PAUSE_MS) return false;
    const wentBack =
      followed.some(({ cursor, head }) => cursor > head) ||
      documents.some(({ cursor }, index) => {
        const state = states[index];
        // A position in an epoch that is over says nothing of the log as it is.
        if (state === 'unreadable' || state?.endedBy !== undefined) return false;
        return cursor > (state?.head ?? 0);
      });
    if (!wentBack) return false;
    this.#renewedAt = now();
    await store.renewIncarnation();
    return true;
  }

  async #storeAll(
    caller: Caller,
    admitted: readonly Admission[],
    states: readonly StateSeen[],
  ): Promise<readonly Outcome[]> {
    const isNew = states.map((state) => state === undefined);
    const { memberDocuments } = this.#parts;
    const { admissions, settle } = await withinShare(caller.member, admitted, isNew, memberDocuments);
    try {
      return await Promise.all(
        admissions.map((admission, index) => this.#store(caller, admission, states[index])),
      );
    } finally {
      settle();
    }
  }

  async #store(caller: Caller, admission: Admission, state: StateSeen): Promise<Outcome> {
    if (admission.kind === 'closed') return { reads: false, result: admission.result };
    if (state === 'unreadable') return { reads: false, result: refused('storageFailed') };
    if (state?.endedBy !== undefined) return over(state.endedBy);
    const head = state?.head ?? 0;
    if (admission.kind === 'reading')
      return { reads: true, head, result: await this.#resultOfReading(admission) };
    const { documents, limits, now, onStored } = this.#parts;
    const { name, update, content } = admission;
    if ((state?.bytes ?? 0) + update.length > limits.maxDocumentBytes) {
      return { reads: true, head, result: refused('tooLarge') };
    }
    try {
      const stored = await documents.append({ name, update, ...caller, at: asInstant(now()) }, content);
      if (stored === 'over') {
        const successor = (await this.#parts.store.state(name))?.endedBy;
        return successor ? over(successor) : { reads: true, head, result: refused('storageFailed') };
      }
      if (stored.isNew) onStored(name, state);
      const result = { kind: 'receipt', seq: stored.seq } as const;
      return { reads: true, head, result, own: stored.isNew ? stored.seq : undefined };
    } catch (cause) {
      if (cause instanceof StoreError) return { reads: true, head, result: refused('storageFailed') };
      throw cause;
    }
  }

  /**
   * After a restore every device sends all that it holds, readers too. What the log has is theirs by a receipt: nothing was
   * written, and nobody is to be told that their work was refused.
   */
  async #resultOfReading({
    name,
    result,
    content,
  }: Extract<Admission, { kind: 'reading' }>): Promise<UpdateResult> {
    if (content === undefined) return result;
    try {
      const seq = await this.#parts.documents.holding(name, content);
      return seq === undefined ? result : { kind: 'receipt', seq };
    } catch (cause) {
      if (cause instanceof StoreError) return refused('storageFailed');
      throw cause;
    }
  }
}

/** `undefined`: never written. `unreadable`: closed to the member, or the storage fails. */
type StateSeen = DocumentState | 'unreadable' | undefined;

function over(successor: DocumentName): Outcome {
  return { reads: false, result: { kind: 'refused', reason: 'epochOver', successor } };
}

/** Adds what moved, and notes how far the device has each; `false` when there was no room for all of it. */
async function addFollowed(
  answers: Answers,
  followed: readonly FollowedDocument[],
  held: HeldDocument[],
  breathe: () => Promise<void>,
): Promise<boolean> {
  let isAll = true;
  for (const { name, cursor, head } of followed) {
    if (cursor === head) {
      held.push({ name, cursor });
    } else if (answers.isFull()) {
      isAll = false;
      held.push({ name, cursor });
    } else {
      const answer = await answers.addMoved(name, cursor);
      held.push({ name, cursor: answer.cursor });
      await breathe();
    }
  }
  return isAll;
}

function breather(now: () => number): () => Promise<void> {
  let began = now();
  return async () => {
    if (now() - began < STRETCH_MS) return;
    await new Promise((resolve) => setImmediate(resolve));
    began = now();
  };
}
