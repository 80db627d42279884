// Entry of the worker thread: building a document takes the processor for a while, and must not hold up the exchange.

import { parentPort } from 'node:worker_threads';
import { type CompactionJob, compactUpdates } from './compactionJob.ts';

parentPort?.on('message', (job: CompactionJob) => {
  parentPort?.postMessage(compactUpdates(job));
});
