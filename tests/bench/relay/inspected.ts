// The memory of a server's process after collecting garbage, asked over Node's inspector, so that no server needs a way in
// for it. The process has to be started with INSPECTED.

import WebSocket from 'ws';
import { isRawRecord } from '../../../src/schema/decode.ts';
import { residentBytes } from './processor.ts';

/** Options of Node. */
export const INSPECTED = ['--inspect=127.0.0.1:0'] as const;

export interface Memory {
  /** Bytes of live objects and buffers. */
  readonly live: number;
  /** Bytes that the system counts, with what the collector keeps for later. */
  readonly resident: number;
}

const LIVE = 'process.memoryUsage().heapUsed + process.memoryUsage().external';

/** A process and what it has printed: its inspector's address among it. */
export interface Inspected {
  readonly pid: number;
  readonly output: () => string;
}

export async function memoryOf(server: Inspected): Promise<Memory> {
  return inspect(server, async (ask) => {
    // What the first round finalises, the second one takes.
    await ask('HeapProfiler.collectGarbage');
    await ask('HeapProfiler.collectGarbage');
    return { live: await evaluate(ask, LIVE), resident: residentBytes(server.pid) };
  });
}

/** The number that an expression has in the process. */
export async function valueIn(server: Inspected, expression: string): Promise<number> {
  return inspect(server, (ask) => evaluate(ask, expression));
}

type Ask = (method: string, params?: object) => Promise<unknown>;

async function evaluate(ask: Ask, expression: string): Promise<number> {
  const result = await ask('Runtime.evaluate', { expression });
  const inner = isRawRecord(result) ? result['result'] : undefined;
  const value = isRawRecord(inner) ? inner['value'] : undefined;
  if (typeof value !== 'number') throw new Error(`no number: ${JSON.stringify(result)}`);
  return value;
}

async function inspect<Value>({ output }: Inspected, run: (ask: Ask) => Promise<Value>): Promise<Value> {
  const url = /Debugger listening on (ws:\S+)/.exec(output())?.[1];
  if (url === undefined) throw new Error(`no inspector in:\n${output()}`);
  const socket = new WebSocket(url);
  await new Promise((resolve, reject) => socket.once('open', resolve).once('error', reject));
  let asked = 0;
  const ask: Ask = (method, params = {}) =>
    new Promise((resolve) => {
      asked += 1;
      const id = asked;
      const hear = (data: Buffer): void => {
        const answer: unknown = JSON.parse(data.toString());
        if (!isRawRecord(answer) || answer['id'] !== id) return;
        socket.off('message', hear);
        resolve(answer['result']);
      };
      socket.on('message', hear);
      socket.send(JSON.stringify({ id, method, params }));
    });
  try {
    return await run(ask);
  } finally {
    socket.close();
  }
}
