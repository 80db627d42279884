// Decides when a document is compacted, and has it done: one document at a time, in a worker thread, the results of a few put
// in place by the store at once. Killed at any moment, it leaves of each either the rows or the snapshot of them.

import { setTimeout as wait } from 'node:timers/promises';
import { Worker } from 'node:worker_threads';
import type { DocumentName } from '../../src/schema/documentName.ts';
import type { DocumentState, LogRow, LogStore } from '../stores/logStore.ts';
import type { CompactionJob, CompactionResult } from './compactionJob.ts';

export interface CompactionLimits {
  /** A document with more rows above its snapshot is compacted … */
  readonly maxRows: number;
  /** … or with more bytes in them. */
  readonly maxRowBytes: number;
  /** The newest rows stay, so that a device that was here lately catches up by them and is not sent the snapshot … */
  readonly keptRows: number;
  /** … as far as they are no more bytes than this. */
  readonly keptRowBytes: number;
}

export const COMPACTION_LIMITS: CompactionLimits = {
  maxRows: 200,
  maxRowBytes: 256 * 1024,
  keptRows: 64,
  keptRowBytes: 16 * 1024,
};

/** A document that takes longer to build than this is left alone. */
const TIMEOUT_MS = 60_000;
/**
 * Rest before each batch. Documents that people write in at the same time lie in the same pages, so what gathers meanwhile costs
 * little more than one; and under whatever load, only so much of the writer's time goes to tidying.
 */
const REST_MS = 250;
const BATCH_DOCUMENTS = 8;
/** Snapshots are held in memory until the batch is put in place. */
const BATCH_BYTES = 1_000_000;

/** A snapshot that is ready to be put in place. */
interface Made {
  readonly name: DocumentName;
  readonly snapshot: LogRow;
  /** Rows that it replaces. */
  readonly rows: number;
  readonly milliseconds: number;
}

export type ReportCompaction = (
  outcome:
    | { readonly kind: 'compacted'; readonly rows: number; readonly milliseconds: number }
    | { readonly kind: 'failed'; readonly cause: unknown },
) => void;

export class Compactor {
  readonly #store: LogStore;
  readonly #limits: CompactionLimits;
  readonly #report: ReportCompaction;
  readonly #due = new Set<DocumentName>();
  /** Head of the document at which compacting it failed: tried again when it has grown by as much as is compacted at once. */
  readonly #failedAt = new Map<DocumentName, number>();
  #worker: Worker | undefined;
  #running: Promise<void> | undefined;
  readonly #stopping = new AbortController();

  constructor(store: LogStore, report: ReportCompaction, limits: CompactionLimits = COMPACTION_LIMITS) {
    this.#store = store;
    this.#report = report;
    this.#limits = limits;
  }

  /** Looks through the whole store for what an earlier run left undone. */
  async start(): Promise<void> {
    for (const name of await this.#store.overgrown(this.#limits.maxRows, this.#limits.maxRowBytes))
      this.consider(name);
  }

  /** Called after each append with the state before it; returns at once. */
  noteRow(name: DocumentName, before: DocumentState | undefined): void {
    // Cheap and a row late: the real judgement is made when it is the document's turn.
    if (before !== undefined && this.#hasGrown(before)) this.consider(name);
  }

  /** Has the document looked at; returns at once. */
  consider(name: DocumentName): void {
    if (this.#isStopped) return;
    this.#due.add(name);
    this.#running ??= this.#drain();
  }

  /** Resolves when nothing is due any more. */
  async idle(): Promise<void> {
    await this.#running;
  }

  async stop(): Promise<void> {
    this.#stopping.abort();
    this.#due.clear();
    await this.#worker?.terminate();
    await this.#running;
  }

  get #isStopped(): boolean {
    return this.#stopping.signal.aborted;
  }

  async #drain(): Promise<void> {
    while (this.#due.size > 0) {
      await this.#rest();
      const batch: Made[] = [];
      let bytes = 0;
      for (const name of this.#due) {
        this.#due.delete(name);
        const made = await this.#reported(this.#make(name));
        if (made === undefined) continue;
        batch.push(made);
        bytes += made.snapshot.update.length;
        if (batch.length >= BATCH_DOCUMENTS || bytes > BATCH_BYTES) break;
      }
      if (this.#isStopped) break;
      await Promise.all(batch.map((made) => this.#reported(this.#put(made))));
    }
    this.#running = undefined;
  }

  async #rest(): Promise<void> {
    try {
      await wait(REST_MS, undefined, { signal: this.#stopping.signal });
    } catch (cause) {
      if (!this.#isStopped) throw cause;
    }
  }

  async #reported<Result>(work: Promise<Result>): Promise<Result | undefined> {
    try {
      return await work;
    } catch (cause) {
      this.#report({ kind: 'failed', cause });
      return undefined;
    }
  }

  async #make(name: DocumentName): Promise<Made | undefined> {
    const state = await this.#store.state(name);
    if (state === undefined || !this.#isDue(name, state)) return undefined;
    const began = performance.now();
    const { snapshot, rows, head } = await this.#store.read(name, 0);
    const replaced = rows.slice(0, rows.length - this.#kept(rows));
    const last = replaced.at(-1);
    if (this.#isStopped || last === undefined) return undefined;
    const updates = (snapshot ? [snapshot, ...replaced] : replaced).map(({ update }) => update);
    const result = await this.#inWorker({ updates });
    if (this.#isStopped) return undefined;
    if (result.kind === 'failed') {
      this.#failedAt.set(name, head);
      this.#report({ kind: 'failed', cause: result.message });
      return undefined;
    }
    this.#failedAt.delete(name);
    const made = { seq: last.seq, update: result.update };
    return { name, snapshot: made, rows: replaced.length, milliseconds: performance.now() - began };
  }

  async #put({ name, snapshot, rows, milliseconds }: Made): Promise<void> {
    await this.#store.compact(name, snapshot);
    this.#report({ kind: 'compacted', rows, milliseconds });
  }

  /** How many of the newest rows stay. */
  #kept(rows: readonly LogRow[]): number {
    let bytes = 0;
    const past = rows.toReversed().findIndex(({ update }, index) => {
      bytes += update.length;
      return index >= this.#limits.keptRows || bytes > this.#limits.keptRowBytes;
    });
    return past === -1 ? rows.length : past;
  }

  #isDue(name: DocumentName, state: DocumentState): boolean {
    const failedAt = this.#failedAt.get(name);
    if (failedAt !== undefined && state.head < failedAt + this.#limits.maxRows) return false;
    return this.#hasGrown(state);
  }

  #hasGrown({ rows, rowBytes }: DocumentState): boolean {
    return rows > this.#limits.maxRows || rowBytes > this.#limits.maxRowBytes;
  }

  #inWorker(job: CompactionJob): Promise<CompactionResult> {
    const worker = this.#worker ?? this.#startWorker();
    return new Promise((resolve) => {
      const settle = (result: CompactionResult): void => {
        clearTimeout(timer);
        worker.off('message', settle).off('error', giveUp).off('exit', giveUp);
        resolve(result);
      };
      const giveUp = (cause: unknown): void =>
        settle({ kind: 'failed', message: `the worker ended: ${String(cause)}` });
      const timer = setTimeout(() => {
        settle({ kind: 'failed', message: `not compacted within ${TIMEOUT_MS} ms` });
        worker.terminate().catch((cause: unknown) => this.#report({ kind: 'failed', cause }));
      }, TIMEOUT_MS);
      worker.on('message', settle).on('error', giveUp).on('exit', giveUp);
      worker.postMessage(job);
    });
  }

  #startWorker(): Worker {
    const worker = new Worker(new URL('./compactionWorker.ts', import.meta.url));
    this.#worker = worker;
    worker.unref();
    const ended = (): void => {
      if (this.#worker === worker) this.#worker = undefined;
    };
    worker.on('exit', ended).on('error', ended);
    return worker;
  }
}
