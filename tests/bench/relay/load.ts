// A load on a server: clients that write at a rate, or each as soon as the last update has its answer. Runs in a worker of
// its own (loadWorker.ts), so that what starts servers and reads clocks does not stand in its way.

import { setTimeout as wait } from 'node:timers/promises';
import * as Y from 'yjs';
import { processorSeconds } from './processor.ts';
import { openWire, type Place, type Protocol, type WireClient } from './wire.ts';

export interface LoadJob {
  readonly protocol: Protocol;
  readonly port: number;
  /** Of the server's process. */
  readonly pid: number;
  /** A writer each. */
  readonly places: readonly Place[];
  /** Updates a second by all writers together; `undefined`: as fast as the answers come. */
  readonly rate: number | undefined;
  readonly seconds: number;
  /** Whether a second client follows each document. */
  readonly watched: boolean;
}

export interface LoadResult {
  readonly acknowledged: number;
  readonly seconds: number;
  /** Milliseconds from handing over an update to the server's word for it. */
  readonly receipts: Float64Array;
  /** Milliseconds from handing over an update to its arrival at the second client. */
  readonly arrivals: Float64Array;
  /** Of the server, meanwhile. */
  readonly processorSeconds: number;
}

const WARM_UP_MS = 1_000;
const TICK_MS = 1;
/** For what is still under way at the end. */
const PATIENCE_MS = 10_000;
/** Of one update: what is typed in a second. */
const TYPED = 'ustalono ';

class Writer {
  client: WireClient | undefined;
  readonly #doc = new Y.Doc();
  readonly #text = this.#doc.getText('text');
  #update: Uint8Array = new Uint8Array();
  /** When each update that has no answer yet was handed over, and whether it counts. */
  readonly #open: { readonly at: number; readonly counts: boolean }[] = [];
  readonly #watched: { readonly at: number; readonly counts: boolean }[] = [];
  /** Handed over and not sent: it waits for the answer to the one before. */
  #queued = 0;

  constructor(protocol: Protocol) {
    this.#doc.on(protocol === 'wspolnie' ? 'updateV2' : 'update', (update: Uint8Array) => {
      this.#update = update;
    });
  }

  get waiting(): number {
    return this.#open.length;
  }

  write(counts: boolean): void {
    const entry = { at: performance.now(), counts };
    this.#open.push(entry);
    this.#watched.push(entry);
    this.#queued += 1;
    this.#send();
  }

  /** Milliseconds that it took, or `undefined` when it does not count. */
  acknowledged(): number | undefined {
    const entry = this.#open.shift();
    this.#send();
    return entry?.counts ? performance.now() - entry.at : undefined;
  }

  arrived(): number | undefined {
    const entry = this.#watched.shift();
    return entry?.counts ? performance.now() - entry.at : undefined;
  }

  #send(): void {
    const client = this.client;
    if (client === undefined || this.#queued === 0) return;
    if (this.#open.length - this.#queued >= client.window) return;
    this.#queued -= 1;
    this.#text.insert(this.#text.length, TYPED);
    client.send(this.#update);
  }
}

export async function runLoad(job: LoadJob): Promise<LoadResult> {
  const { protocol, port, places, rate, seconds, watched } = job;
  const receipts: number[] = [];
  const arrivals: number[] = [];
  const clients: WireClient[] = [];
  let acknowledged = 0;
  let isOver = false;
  let counts = false;
  const onClosed = (code: number): void => {
    if (!isOver) throw new Error(`${protocol} closed a socket with ${code}`);
  };
  const writers: Writer[] = [];
  for (const place of places) {
    const writer = new Writer(protocol);
    writers.push(writer);
    const onAcknowledged = (): void => {
      const took = writer.acknowledged();
      if (took !== undefined) receipts.push(took);
      if (counts) acknowledged += 1;
      if (rate === undefined && !isOver) writer.write(counts);
    };
    writer.client = await openWire(protocol, port, place, {
      onAcknowledged,
      onChanged: () => undefined,
      onClosed,
    });
    clients.push(writer.client);
    if (!watched) continue;
    const onChanged = (): void => {
      const took = writer.arrived();
      if (took !== undefined) arrivals.push(took);
    };
    clients.push(
      await openWire(protocol, port, place, { onAcknowledged: () => undefined, onChanged, onClosed }),
    );
  }
  const stop = rate === undefined ? startClosed(writers) : startOpen(writers, rate, () => counts);
  await wait(WARM_UP_MS);
  counts = true;
  const began = performance.now();
  const processor = processorSeconds(job.pid);
  await wait(seconds * 1000);
  const result = {
    acknowledged,
    seconds: (performance.now() - began) / 1000,
    processorSeconds: processorSeconds(job.pid) - processor,
  };
  counts = false;
  isOver = true;
  stop();
  const patience = performance.now() + PATIENCE_MS;
  while (writers.some(({ waiting }) => waiting > 0) && performance.now() < patience) await wait(10);
  for (const client of clients) client.close();
  return { ...result, receipts: Float64Array.from(receipts), arrivals: Float64Array.from(arrivals) };
}

function startClosed(writers: readonly Writer[]): () => void {
  for (const writer of writers) writer.write(false);
  return () => undefined;
}

function startOpen(writers: readonly Writer[], rate: number, counts: () => boolean): () => void {
  const began = performance.now();
  let written = 0;
  const timer = setInterval(() => {
    const due = Math.floor(((performance.now() - began) * rate) / 1000);
    for (; written < due; written += 1) writers[written % writers.length]?.write(counts());
  }, TICK_MS);
  return () => clearInterval(timer);
}
