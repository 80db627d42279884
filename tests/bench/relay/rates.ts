// Rates of one server: as fast as its answers come, at given rates, the highest rate that holds, and the way to a second client.

import { type LoadFigures, load } from './generators.ts';
import type { LoadJob } from './load.ts';
import type { Server } from './servers.ts';

export interface RateOptions {
  readonly clients: number;
  readonly seconds: number;
  readonly generators: number;
}

export interface Rates {
  /** Each client writes as soon as its last update is acknowledged. */
  readonly saturated: LoadFigures;
  readonly at1000: LoadFigures;
  readonly at5000: LoadFigures;
  /** `undefined` when not even the least share of the saturated rate holds. */
  readonly highest: LoadFigures | undefined;
  /** 1,000 updates a second, each to a second client of its document. */
  readonly fanOut: LoadFigures;
}

/** A rate holds when this share of it is acknowledged and its p95 stays below a time that nobody notices. */
const HELD_SHARE = 0.98;
const HELD_P95_MS = 50;
const SHARES = [1, 0.9, 0.8, 0.7, 0.6, 0.5];

export async function measureRates(
  server: Server,
  { clients, seconds, generators }: RateOptions,
): Promise<Rates> {
  const run = async (rate: number | undefined, watched = false): Promise<LoadFigures> => {
    // Documents of its own each time: what an earlier load has left in them is no part of the next.
    const places = await server.places(clients);
    const { protocol, port, pid } = server;
    const job: LoadJob = { protocol, port, pid, places, rate, seconds, watched };
    return load(job, generators);
  };
  const saturated = await run(undefined);
  const at1000 = await run(1_000);
  const at5000 = await run(5_000);
  const fanOut = await run(1_000, true);
  let highest: LoadFigures | undefined;
  for (const share of SHARES) {
    const rate = Math.floor((saturated.rate * share) / 100) * 100;
    const figures = await run(rate);
    if (figures.rate < rate * HELD_SHARE || figures.receipts.p95 > HELD_P95_MS) continue;
    highest = figures;
    break;
  }
  return { saturated, at1000, at5000, highest, fanOut };
}

export function describeLoad(what: string, figures: LoadFigures | undefined): string {
  if (figures === undefined) return `${what}: none holds`;
  const { rate, receipts, arrivals, processorMicroseconds } = figures;
  const { median, p95, p99 } = arrivals ?? receipts;
  return `${what}: ${rate}/s, median ${median} ms, p95 ${p95} ms, p99 ${p99} ms; ${processorMicroseconds} µs of the server's processor each`;
}
