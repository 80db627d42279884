// The relay's goals, and the reasons for which one was missed.

import type { MemoryFigures } from './memory.ts';
import type { Rates } from './rates.ts';

const P95_AT_5000_MS = 5;
const LIVE_BYTES_OF_IDLE_DOCUMENT = 2_048;

interface Ours {
  readonly rates: Rates | undefined;
  readonly memory: { readonly oneSocket: MemoryFigures } | undefined;
}

/** `stock` is Hocuspocus, which acknowledges from memory. What was not measured is not missed. */
export function missedGoals({ rates, memory }: Ours, stock: Rates | undefined): readonly string[] {
  const missed: string[] = [];
  if (rates !== undefined && stock !== undefined && rates.saturated.rate <= stock.saturated.rate) {
    const { rate, processorMicroseconds } = rates.saturated;
    const theirs = stock.saturated;
    missed.push(
      `durable at a higher rate than the stock peer from memory: ${rate}/s against ${theirs.rate}/s, ${processorMicroseconds} µs of processor each against ${theirs.processorMicroseconds}`,
    );
  }
  if (rates !== undefined && rates.at5000.receipts.p95 >= P95_AT_5000_MS) {
    const { rate, receipts, processorMicroseconds } = rates.at5000;
    missed.push(
      `p95 under ${P95_AT_5000_MS} ms at 5,000/s: ${receipts.p95} ms, with ${rate}/s acknowledged and ${processorMicroseconds} µs of processor each`,
    );
  }
  if (memory !== undefined && memory.oneSocket.liveEach >= LIVE_BYTES_OF_IDLE_DOCUMENT)
    missed.push(
      `under ${LIVE_BYTES_OF_IDLE_DOCUMENT} bytes an idle document: ${memory.oneSocket.liveEach} bytes`,
    );
  return missed;
}
