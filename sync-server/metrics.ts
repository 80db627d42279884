// What the relay tells a Prometheus server: names `wspolnie_*` with their units, no label that could name a person, a device
// or a document. Who may read them is decided in http/metricsRoute.

import { Counter, Gauge, Histogram, Registry } from '@prometheus-io/client';
import type { Commit, LogTotals } from './stores/logStore.ts';

/** What was refused: one document of an exchange, a request as a whole, or a socket. */
export type Refusable = 'document' | 'request' | 'connection';

export interface MetricsSources {
  readonly totals: () => Promise<LogTotals>;
  readonly connections: () => number;
  readonly followedDocuments: () => number;
}

/** A receipt is good below 5 ms and bad above a second. */
const RECEIPT_SECONDS = [0.0005, 0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5];
const COMMIT_SECONDS = [0.0001, 0.00025, 0.0005, 0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.5, 1];
const COMMIT_ROWS = [1, 2, 5, 10, 25, 50, 100, 250, 500, 1_000];
const COMMIT_BYTES = [100, 1_000, 10_000, 100_000, 1_000_000, 10_000_000];

export class Metrics {
  readonly #registry = new Registry();
  readonly #receipts: Histogram;
  readonly #commitSeconds: Histogram;
  readonly #commitRows: Histogram;
  readonly #commitBytes: Histogram;
  readonly #refusals: Counter<'of' | 'reason'>;
  /** Reads what is measured only when somebody asks. */
  readonly #collect: () => Promise<void>;

  constructor(sources: MetricsSources) {
    const registers = [this.#registry];
    const histogram = (name: string, help: string, buckets: number[]): Histogram =>
      new Histogram({ name, help, buckets, registers });
    this.#receipts = histogram(
      'wspolnie_receipt_seconds',
      'From the arrival of an exchange to the commit that its receipts stand for',
      RECEIPT_SECONDS,
    );
    this.#commitSeconds = histogram(
      'wspolnie_commit_seconds',
      'Transactions of appends, with their flush of the disk',
      COMMIT_SECONDS,
    );
    this.#commitRows = histogram(
      'wspolnie_commit_rows',
      'Updates in one transaction of appends',
      COMMIT_ROWS,
    );
    this.#commitBytes = histogram(
      'wspolnie_commit_bytes',
      'Bytes in one transaction of appends',
      COMMIT_BYTES,
    );
    this.#refusals = new Counter({
      name: 'wspolnie_refusals_total',
      help: 'What was refused (one document of an exchange, a request, a connection) and for which reason',
      labelNames: ['of', 'reason'],
      registers,
    });
    const gauge = (name: string, help: string): Gauge => new Gauge({ name, help, registers });
    const logRows = gauge('wspolnie_log_rows', 'Updates above the snapshots');
    const logBytes = gauge('wspolnie_log_bytes', 'Bytes of the updates above the snapshots');
    const snapshotBytes = gauge('wspolnie_snapshot_bytes', 'Bytes of the snapshots');
    const documents = gauge('wspolnie_documents', 'Documents in the store');
    const connections = gauge('wspolnie_live_connections', 'Open sockets');
    const followed = gauge('wspolnie_followed_documents', 'Documents that somebody follows live');
    const memory = gauge('wspolnie_resident_memory_bytes', 'Memory of the process');
    this.#collect = async () => {
      const totals = await sources.totals();
      logRows.set(totals.rows);
      logBytes.set(totals.rowBytes);
      snapshotBytes.set(totals.snapshotBytes);
      documents.set(totals.documents);
      connections.set(sources.connections());
      followed.set(sources.followedDocuments());
      memory.set(process.memoryUsage.rss());
    };
  }

  receipt(seconds: number): void {
    this.#receipts.observe(seconds);
  }

  commit({ rows, bytes, seconds }: Commit): void {
    this.#commitSeconds.observe(seconds);
    this.#commitRows.observe(rows);
    this.#commitBytes.observe(bytes);
  }

  /** `reason` is one of a closed list: each value becomes a series. */
  refused(of: Refusable, reason: string): void {
    this.#refusals.inc({ of, reason });
  }

  /** The present state in Prometheus' text format, with its media type. Rejects with StoreError. */
  async text(): Promise<{ readonly type: string; readonly body: string }> {
    await this.#collect();
    return { type: this.#registry.contentType, body: await this.#registry.metrics() };
  }
}
