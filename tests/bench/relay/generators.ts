// Splits a load over workers and puts their results together.

import { Worker } from 'node:worker_threads';
import { type Summary, summarise } from '../client/statistics.ts';
import type { LoadJob, LoadResult } from './load.ts';

export interface LoadFigures {
  /** Acknowledged updates a second. */
  readonly rate: number;
  /** Milliseconds. */
  readonly receipts: Summary;
  readonly arrivals: Summary | undefined;
  /** Microseconds of the server's processor time for each acknowledged update; the machine's load does not show in it. */
  readonly processorMicroseconds: number;
}

const worker = new URL('./loadWorker.ts', import.meta.url);

export async function load(job: LoadJob, generators: number): Promise<LoadFigures> {
  const jobs = Array.from({ length: generators }, (_each, index) => ({
    ...job,
    rate: job.rate === undefined ? undefined : job.rate / generators,
    places: job.places.filter((_place, place) => place % generators === index),
  }));
  const results = await Promise.all(jobs.map(runInWorker));
  const receipts = results.flatMap((result) => [...result.receipts]);
  const arrivals = results.flatMap((result) => [...result.arrivals]);
  const rate = results.reduce((sum, { acknowledged, seconds }) => sum + acknowledged / seconds, 0);
  const acknowledged = results.reduce((sum, result) => sum + result.acknowledged, 0);
  // Each has seen the same server over the same seconds.
  const used = Math.max(...results.map(({ processorSeconds }) => processorSeconds));
  return {
    rate: Math.round(rate),
    receipts: summarise(receipts, 2),
    arrivals: arrivals.length > 0 ? summarise(arrivals, 2) : undefined,
    processorMicroseconds: Math.round((used * 1_000_000) / acknowledged),
  };
}

function runInWorker(job: LoadJob): Promise<LoadResult> {
  const running = new Worker(worker);
  return new Promise((resolve, reject) => {
    running.once('error', reject);
    running.once('message', (result: LoadResult) => {
      running.terminate().then(() => resolve(result), reject);
    });
    running.postMessage(job);
  });
}
