// Whether the cycles of `npm run bench:durability` would see a loss: rows are taken out of the relay's database between an end
// and the next start.

import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { randomOf } from '../../sync/random.ts';
import { relayCycles } from './relayCycles.ts';
import { type RelayData, sqliteData } from './relayData.ts';

const CYCLES = 4;
/** Five starts of a process, each of which takes seconds on a busy machine. */
const TIMEOUT_MS = 120_000;
const NEWEST =
  'DELETE FROM log WHERE seq = (SELECT max(seq) FROM log); UPDATE documents SET head = (SELECT max(seq) FROM log)';
const FIRST = 'DELETE FROM log WHERE seq = 1';

let data: RelayData;
beforeEach(async () => {
  data = await sqliteData();
});
afterEach(() => data.remove());

async function lostAfter(sql: string): Promise<number> {
  const startAgain = async (): Promise<void> => {
    const database = new DatabaseSync(join(data.environment['WSPOLNIE_DATA'] ?? '', 'wspolnie.sqlite'));
    database.exec(sql);
    database.close();
  };
  const losing: RelayData = { ...data, database: { shareOfCrashes: 1, crash: async () => {}, startAgain } };
  return (await relayCycles(CYCLES, losing, randomOf(1).next, () => {})).lost;
}

it(
  '[G2] a relay that keeps everything has lost nothing in the end',
  async () => {
    const result = await relayCycles(CYCLES, data, randomOf(1).next, () => {});
    expect(result.acknowledged).toBeGreaterThanOrEqual(CYCLES);
    expect(result.lost).toBe(0);
  },
  TIMEOUT_MS,
);

it(
  '[G2] the newest row, lost at each end, is counted',
  async () => {
    // Where an edit was under way, that one may be the newest, and nobody was promised it.
    expect(await lostAfter(NEWEST)).toBeGreaterThanOrEqual(1);
  },
  TIMEOUT_MS,
);

it(
  '[G2] an old row that is lost while newer ones are there is counted',
  async () => {
    expect(await lostAfter(FIRST)).toBeGreaterThanOrEqual(1);
  },
  TIMEOUT_MS,
);
