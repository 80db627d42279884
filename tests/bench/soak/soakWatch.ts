// What the relay's process needs over time, asked over its inspector: memory, and how long its event loop was held up.

import { setTimeout as wait } from 'node:timers/promises';
import { type Inspected, type Memory, valueIn } from '../relay/inspected.ts';
import { residentBytes } from '../relay/processor.ts';

export interface Sample {
  readonly seconds: number;
  readonly residentMegabytes: number;
  readonly heapMegabytes: number;
  /** Milliseconds since the last sample. */
  readonly loopDelayP99: number;
  readonly loopDelayMost: number;
}

const MEGABYTE = 1_000_000;
const DELAY = `globalThis.soakDelay ??= (() => {
  const histogram = process.getBuiltinModule('node:perf_hooks').monitorEventLoopDelay({ resolution: 5 });
  histogram.enable();
  return histogram;
})()`;
/** Nanoseconds; the histogram counts its own waiting of 5 ms too. */
const READ_P99 = `(${DELAY}).percentile(99)`;
const READ_MOST_AND_RESET = `(() => { const most = (${DELAY}).max; soakDelay.reset(); return most; })()`;
const HEAP = 'process.memoryUsage().heapUsed';
const RESOLUTION_MS = 5;

async function sample(server: Inspected, began: number): Promise<Sample> {
  const p99 = await valueIn(server, READ_P99);
  const most = await valueIn(server, READ_MOST_AND_RESET);
  const delay = (nanoseconds: number): number =>
    Math.max(0, Number((nanoseconds / 1e6 - RESOLUTION_MS).toFixed(1)));
  return {
    seconds: Math.round((performance.now() - began) / 1000),
    residentMegabytes: Math.round(residentBytes(server.pid) / MEGABYTE),
    heapMegabytes: Math.round((await valueIn(server, HEAP)) / MEGABYTE),
    loopDelayP99: delay(p99),
    loopDelayMost: delay(most),
  };
}

/** Samples from now until the time is over; tells each. Times count from `began`. */
export async function watch(
  server: Inspected,
  { began, until, everyMs }: { readonly began: number; readonly until: number; readonly everyMs: number },
  tell: (sample: Sample) => void,
): Promise<readonly Sample[]> {
  const samples: Sample[] = [];
  await valueIn(server, READ_MOST_AND_RESET);
  while (performance.now() < until) {
    await wait(Math.min(everyMs, until - performance.now()));
    const taken = await sample(server, began);
    samples.push(taken);
    tell(taken);
  }
  return samples;
}

/** Live bytes that come in an hour, from what was there at two moments. */
export function growthAnHour(early: Memory, late: Memory, seconds: number): number {
  return Math.round(((late.live - early.live) * 3_600) / seconds);
}
