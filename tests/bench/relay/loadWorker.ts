// The worker of one load: takes the job, runs it, hands the result back.

import { parentPort } from 'node:worker_threads';
import { type LoadJob, runLoad } from './load.ts';

parentPort?.on('message', (job: LoadJob) => {
  // A load that fails ends the worker, and with it the benchmark.
  void runLoad(job).then((result) => parentPort?.postMessage(result));
});
