// The exchange: one request of a member's device, document by document, into one answer. The same over HTTP and WebSocket.
// Enforces rights and limits [G7]; one refused document never stops the others [G6].

import type { DeviceId, MemberId } from '../src/domain/ids.ts';
import { asInstant } from '../src/domain/time.ts';
import type { DocumentName } from '../src/schema/documentName.ts';
import type { RefusalReason } from '../src/schema/refusal.ts';
import type {
  DocumentRequest,
  DocumentResponse,
  SyncRequest,
  SyncResponse,
  UpdateResult,
} from '../src/schema/wire.ts';
import { type Admission, admit, refused } from './admission.ts';
import { catchUp, MAX_MERGED_ROWS } from './content/catchUp.ts';
import type { DocumentLog } from './content/documentLog.ts';
import { withinShare } from './documentShare.ts';
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

export interface Exchanged {
  readonly response: SyncResponse;
  /** Documents of the request that the member may read. */
  readonly readable: readonly DocumentName[];
}

/** Longest stretch without letting others in: a first upload of many documents must not hold up everybody's typing. */
const STRETCH_MS = 15;
/** A log that went back renews the incarnation, on a client's word; at most this often. */
const RENEWAL_PAUSE_MS = 60 * 60_000;

const NOTHING = new Uint8Array();

export class Exchange {
  readonly #parts: ExchangeParts;
  #renewedAt = Number.NEGATIVE_INFINITY;

  constructor(parts: ExchangeParts) {
    this.#parts = parts;
  }

  async run(caller: Caller, request: SyncRequest): Promise<Exchanged> {
    const began = performance.now();
    const standing = await standingOf(caller.member, request, this.#parts);
    const breathe = breather(this.#parts.now);
    const admitted: Admission[] = [];
    for (const document of request.documents) {
      admitted.push(admit(document, standing, this.#parts.limits.maxUpdateBytes));
      await breathe();
    }
    const states = await Promise.all(admitted.map((admission) => this.#stateFor(admission)));
    const incarnation = await this.#incarnationFor(request, states);
    const known = request.incarnation === incarnation;
    // Everything is handed to the log at once, so that one commit carries it; then the answers are read.
    const outcomes = await this.#storeAll(caller, admitted, states);
    const seconds = (performance.now() - began) / 1000;
    for (const { result } of outcomes) if (result.kind === 'receipt') this.#parts.watch.receipt(seconds);
    const documents: DocumentResponse[] = [];
    const readable: DocumentName[] = [];
    for (const [index, document] of request.documents.entries()) {
      const outcome = outcomes[index];
      if (outcome === undefined) continue;
      if (outcome.reads) readable.push(document.name);
      documents.push(await this.#answer(document, outcome, known ? document.cursor : 0));
      await breathe();
    }
    const results = documents.map(({ result }) => result);
    for (const result of results) if (result.kind === 'refused') this.#parts.watch.refused(result.reason);
    await keepRefused(caller, request.documents, results, this.#parts);
    return { response: { incarnation, serverTime: this.#parts.now(), documents }, readable };
  }

  async #stateFor(admission: Admission): Promise<StateSeen> {
    if (admission.kind === 'closed') return 'unreadable';
    try {
      return await this.#parts.store.state(admission.name);
    } catch (cause) {
      if (cause instanceof StoreError) return 'unreadable';
      throw cause;
    }
  }

  /** A position beyond the end of a log proves that it was put back: receipts that were given no longer hold [G2]. */
  async #incarnationFor(
    { incarnation, documents }: SyncRequest,
    states: readonly StateSeen[],
  ): Promise<string> {
    const { store, now } = this.#parts;
    const current = store.incarnation();
    if (incarnation !== current || now() - this.#renewedAt < RENEWAL_PAUSE_MS) return current;
    const wentBack = documents.some(({ cursor }, index) => {
      const state = states[index];
      return state !== 'unreadable' && cursor > (state?.head ?? 0);
    });
    if (!wentBack) return current;
    this.#renewedAt = now();
    return store.renewIncarnation();
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
    if (state?.endedBy !== undefined) return { reads: false, result: refused('epochOver') };
    if (admission.kind === 'reading') return { reads: true, result: admission.result };
    const { documents, limits, now, onStored } = this.#parts;
    const { name, update, content } = admission;
    if ((state?.bytes ?? 0) + update.length > limits.maxDocumentBytes) {
      return { reads: true, result: refused('tooLarge') };
    }
    try {
      const stored = await documents.append({ name, update, ...caller, at: asInstant(now()) }, content);
      if (stored.isNew) onStored(name, state);
      const result = { kind: 'receipt', seq: stored.seq } as const;
      return { reads: true, result, ...(stored.isNew ? { own: stored.seq } : {}) };
    } catch (cause) {
      if (cause instanceof StoreError) return { reads: true, result: refused('storageFailed') };
      throw cause;
    }
  }

  async #answer(document: DocumentRequest, outcome: Outcome, cursor: number): Promise<DocumentResponse> {
    const { name, stateVector } = document;
    const nothing = { name, result: outcome.result, update: NOTHING, cursor };
    if (!outcome.reads) return nothing;
    // Nothing lies between what the device holds and what it has just sent: the usual case while somebody types.
    if (outcome.own === cursor + 1) return { ...nothing, cursor: outcome.own };
    try {
      const { store } = this.#parts;
      const slice = await store.read(name, cursor);
      // Beyond the end: the cursor is of a log that is no more. Many rows: a document is built of them, from the beginning.
      const whole = slice.head < cursor || slice.rows.length > MAX_MERGED_ROWS;
      const sound = whole && cursor > 0 ? await store.read(name, 0) : slice;
      return { ...nothing, update: catchUp(sound, outcome.own, stateVector), cursor: sound.head };
    } catch (cause) {
      if (!(cause instanceof StoreError)) throw cause;
      // The receipt stands, it was given for what is on disk; what could not be read comes with the next exchange.
      const result = outcome.result.kind === 'none' ? refused('storageFailed') : outcome.result;
      return { ...nothing, result };
    }
  }
}

/** `undefined`: never written. `unreadable`: closed to the member, or the storage fails. */
type StateSeen = DocumentState | 'unreadable' | undefined;

interface Outcome {
  /** Whether the answer brings what others have written. */
  readonly reads: boolean;
  readonly result: UpdateResult;
  /** The row that this request added. */
  readonly own?: number;
}

function breather(now: () => number): () => Promise<void> {
  let began = now();
  return async () => {
    if (now() - began < STRETCH_MS) return;
    await new Promise((resolve) => setImmediate(resolve));
    began = now();
  };
}
