// Plays one seed from its beginning to the judgement.

import type { Sabotage } from './cast.ts';
import { Game } from './game.ts';
import { judgeErasures } from './erasureJudgement.ts';
import { headsOf, judgeEnd, judgeTicks } from './judgement.ts';
import { chooseStep } from './steps.ts';
import { watchRejections } from './world/rejections.ts';

export interface Played {
  readonly seed: number;
  readonly violations: readonly string[];
  readonly steps: number;
  readonly tasks: number;
  readonly counts: Readonly<Record<string, number>>;
  /** Of every step with its time and what came of it: equal for the same seed. */
  readonly traceHash: string;
  readonly trace: readonly string[];
}

export interface PlayOptions {
  /** Stops making trouble after so many steps. */
  readonly steps?: number;
  readonly sabotage?: Sabotage;
}

export const STEPS_PER_SEED = 30;

export async function play(
  seed: number,
  { steps = STEPS_PER_SEED, sabotage = {} }: PlayOptions = {},
): Promise<Played> {
  const game = new Game(seed, sabotage);
  const stopWatching = watchRejections((cause) => game.violate(`nobody awaited ${stackOf(cause)}`));
  return game.loop.world.run(async () => {
    let done = 0;
    try {
      await game.begin();
      for (; done < steps && game.violations.length === 0; done += 1) await takeStep(game);
      if (game.violations.length === 0) await end(game);
    } catch (cause) {
      game.violate(`the run broke off: ${stackOf(cause)}`);
    } finally {
      game.dispose();
      stopWatching();
    }
    const { violations, counts, traceHash, lines } = game;
    return { seed, violations, steps: done, tasks: game.loop.tasks, counts, traceHash, trace: lines };
  });
}

function stackOf(cause: unknown): string {
  return cause instanceof Error ? (cause.stack ?? cause.message) : String(cause);
}

async function takeStep(game: Game): Promise<void> {
  const step = chooseStep(game);
  game.trace(step.name);
  await step.run(game);
  const { loop, random } = game;
  // Now and then two things happen at once, now and then nothing is left to do before the next.
  if (random.below(4) === 0) await loop.quiet();
  else await loop.run(random.below(150));
  if (random.below(3) === 0) await judgeTicks(game, random.pick(game.crew));
}

async function end(game: Game): Promise<void> {
  game.trace('everything works again');
  await game.heal();
  for (let round = 0; round < 2; round += 1) {
    for (const { device } of game.crew) {
      const tab = device.tabs[0];
      if (tab !== undefined)
        await game.loop.until(
          tab.process.run(() => tab.sync.sendNow()),
          600_000,
        );
    }
  }
  await game.loop.pass(5_000);
  await judgeErasures(game);
  // [G2] What counts is what is there after the server was killed once more.
  game.relay.kill();
  await game.loop.quiet();
  game.relay.start();
  await game.loop.pass(20_000);
  await judgeEnd(game);
  const heads = await headsOf(game);
  for (const { device } of game.crew) {
    const tab = device.tabs[0];
    if (tab !== undefined)
      await game.loop.until(
        tab.process.run(() => tab.sync.sendNow()),
        600_000,
      );
  }
  const after = await headsOf(game);
  if (heads !== after) game.violate(`[G5] exchanging again changed the logs from ${heads} to ${after}`);
  game.trace(`heads ${after}`);
}
