// `npm run bench:durability`: kills browsers right after a tick and relays right after a receipt, and counts what was
// acknowledged and is not there afterwards; the same for a stock Hocuspocus server beside it. Ends with 1 on any loss of ours.

import { parseArgs } from 'node:util';

import { deviceCycles } from './durability/deviceCycles.ts';
import { hocuspocusCycles } from './durability/hocuspocusCycles.ts';
import { type CycleResult, relayCycles, type RelayResult } from './durability/relayCycles.ts';
import { postgresData, type RelayData, sqliteData } from './durability/relayData.ts';
import { randomOf } from '../sync/random.ts';

const { values } = parseArgs({
  options: {
    device: { type: 'string', default: '200' },
    server: { type: 'string', default: '5000' },
    postgres: { type: 'string', default: '5000' },
    peer: { type: 'string', default: '200' },
    seed: { type: 'string', default: String(Date.now() % 1_000_000) },
  },
});

const NOTHING = { cycles: 0, acknowledged: 0, lost: 0, crashes: 0 };
/** Progress is told about this often in a run. */
const TOLD = 10;

async function run<Result extends CycleResult>(
  what: string,
  asked: string,
  cycle: (cycles: number, tell: (done: number) => void) => Promise<Result>,
): Promise<Result | typeof NOTHING> {
  const cycles = Number(asked);
  if (!Number.isInteger(cycles) || cycles < 0)
    throw new Error(`not a number of cycles: ${asked} (of the ${what})`);
  if (cycles === 0) return NOTHING;
  const step = Math.max(1, Math.ceil(cycles / TOLD));
  const began = performance.now();
  const result = await cycle(cycles, (done) => {
    if (done % step === 0 || done === cycles) console.log(`${what}: ${done} of ${cycles}`);
  });
  const seconds = Math.round((performance.now() - began) / 1000);
  console.log(`${what}: ${result.acknowledged} acknowledged, ${result.lost} lost (${seconds} s)`);
  return result;
}

/** With data that are made for it and removed afterwards. */
const relay =
  (make: () => Promise<RelayData>) =>
  async (cycles: number, tell: (done: number) => void): Promise<RelayResult> => {
    const data = await make();
    try {
      return await relayCycles(cycles, data, random, tell);
    } finally {
      await data.remove();
    }
  };

const seed = Number(values.seed);
const random = randomOf(seed).next;
console.log(`seed ${seed}`);
const device = await run('device', values.device, (cycles, tell) => deviceCycles(cycles, random, tell));
const sqlite = await run('relay over SQLite', values.server, relay(sqliteData));
const postgres = await run('relay over PostgreSQL', values.postgres, relay(postgresData));
const serverLost = sqlite.lost + postgres.lost;
const peer = await run('hocuspocus', values.peer, hocuspocusCycles);

console.log(
  `RESULT ${JSON.stringify({
    deviceLost: device.lost,
    serverLost,
    deviceCycles: device.cycles,
    deviceAcknowledged: device.acknowledged,
    serverCycles: sqlite.cycles + postgres.cycles,
    serverAcknowledged: sqlite.acknowledged + postgres.acknowledged,
    sqliteLost: sqlite.lost,
    sqliteCycles: sqlite.cycles,
    sqliteAcknowledged: sqlite.acknowledged,
    postgresLost: postgres.lost,
    postgresCycles: postgres.cycles,
    postgresAcknowledged: postgres.acknowledged,
    postgresCrashes: postgres.crashes,
    hocuspocusLost: peer.lost,
    hocuspocusCycles: peer.cycles,
    hocuspocusAcknowledged: peer.acknowledged,
    seed,
  })}`,
);
process.exitCode = device.lost + serverLost > 0 ? 1 : 0;
