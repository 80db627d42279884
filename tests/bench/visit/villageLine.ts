// The line of the comparison: EDGE at the edge of a village. Before a visit everything goes as fast as it can; then the
// connections are cut, as they are after a day without internet, and the line is slow.

import { setTimeout as wait } from 'node:timers/promises';
import { type Line, type LineSpeed, openLine } from '../client/slowLine.ts';
import type { SentVisit } from './sent.ts';

/** What a phone gets there: each new connection and each question takes a round trip. */
export const EDGE: LineSpeed = { down: 280_000, up: 100_000, roundTrip: 800 };
/** What is under way when the visit is over, acknowledgements for example, still counts as its bytes. */
const AFTERMATH_MS = 2_000;
/** A pool that has not seen its connections end would send over one of them, and fail. */
const NOTICED_MS = 500;

export interface VillageLine {
  readonly port: number;
  /** Runs `send` over the slow line from a fresh connection on; it resolves with the number of its requests. */
  readonly measure: (send: () => Promise<number>) => Promise<SentVisit>;
  readonly close: () => Promise<void>;
}

export async function openVillageLine(target: number): Promise<VillageLine> {
  const line: Line = await openLine(target);
  return {
    port: line.port,
    measure: async (send) => {
      line.cut();
      await wait(NOTICED_MS);
      line.shape(EDGE);
      const before = line.carried();
      const began = performance.now();
      const requests = await send();
      const milliseconds = performance.now() - began;
      await wait(AFTERMATH_MS);
      const after = line.carried();
      line.shape(undefined);
      return {
        requests,
        milliseconds,
        connections: after.connections - before.connections,
        up: after.up - before.up,
        down: after.down - before.down,
      };
    },
    close: line.close,
  };
}
