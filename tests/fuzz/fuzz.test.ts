import './world/globals.ts';
import { describe, expect, it } from 'vitest';
import type { Sabotage } from './cast.ts';
import { type Played, play } from './play.ts';
import {
  cursorAhead,
  droppedRows,
  noRoles,
  receiptBeforeCommit,
  refusedTakenForSent,
  unfilteredRebuilding,
  unsentLeftBehind,
} from './sabotage.ts';
import { report, shrink } from './shrink.ts';

const SEEDS = 200;
const CHUNK = 20;
/** Within so many seeds each sabotage is found out. */
const PATIENCE = 80;

async function expectSound(seed: number): Promise<void> {
  const played = await play(seed);
  if (played.violations.length > 0) expect.fail(report(await shrink(played)));
}

async function firstFailure(sabotageOf: () => Sabotage): Promise<Played | undefined> {
  for (let seed = 1; seed <= PATIENCE; seed += 1) {
    const played = await play(seed, { sabotage: sabotageOf() });
    if (played.violations.length > 0) return played;
  }
  return undefined;
}

describe('devices and a relay in a world of losses, crashes, full disks and restores', () => {
  const chunks = Array.from({ length: SEEDS / CHUNK }, (_, chunk) => chunk * CHUNK + 1);

  it.each(chunks)(
    '[G1] [G2] [G3] [G4] [G5] [G6] [G7] [G8] [G9] [G10] hold in twenty runs, from seed %i on',
    async (first) => {
      for (let seed = first; seed < first + CHUNK; seed += 1) await expectSound(seed);
    },
    120_000,
  );

  it('is played the same again from the same seed', async () => {
    const [one, again, other] = [await play(7), await play(7), await play(8)];
    expect(again.traceHash).toBe(one.traceHash);
    expect(again.tasks).toBe(one.tasks);
    expect(other.traceHash).not.toBe(one.traceHash);
  });

  it.each<[string, () => Sabotage, RegExp]>([
    ['a receipt before the commit', () => receiptBeforeCommit, /\[G2\]|\[G10\]/],
    ['a row that the log drops', () => droppedRows, /\[G2\]|\[G4\]|\[G10\]/],
    ['a cursor ahead of what the device holds', cursorAhead, /\[G4\]/],
    ['a refusal taken for a receipt', () => refusedTakenForSent, /\[G2\]|\[G6\]/],
    ['roles that nobody looks at', () => noRoles, /\[G7\]/],
    ['a rebuilt register that keeps what was to be erased', () => unfilteredRebuilding, /\[G8\]/],
    ['unsent work that is not carried over', () => unsentLeftBehind, /\[G1\]|\[G2\]/],
  ])(
    'finds out %s, and makes the run shorter',
    async (_what, sabotageOf, violation) => {
      const failed = await firstFailure(sabotageOf);
      expect(failed?.violations.join('\n')).toMatch(violation);
      if (failed === undefined) return;
      const shortest = await shrink(failed, { sabotage: sabotageOf() });
      expect(shortest.violations.length).toBeGreaterThan(0);
      expect(shortest.steps).toBeLessThanOrEqual(failed.steps);
      expect(report(shortest)).toContain(`npm run fuzz -- --seed ${failed.seed}`);
    },
    120_000,
  );
});
