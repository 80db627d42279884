// Makes a failing run shorter: the fewest steps after which the same seed still fails.

import { type Played, type PlayOptions, play } from './play.ts';

/** Halves the steps for as long as a violation is left; a run may be longer than it has to be, and it always fails. */
export async function shrink(failed: Played, options: PlayOptions = {}): Promise<Played> {
  let shortest = failed;
  let [enough, tooFew] = [failed.steps, -1];
  while (enough - tooFew > 1) {
    const steps = Math.floor((enough + tooFew) / 2);
    const played = await play(failed.seed, { ...options, steps });
    if (played.violations.length > 0) {
      shortest = played;
      enough = steps;
    } else tooFew = steps;
  }
  return shortest;
}

/** What a person needs to find the fault. */
export function report({ seed, steps, violations, trace }: Played): string {
  return [
    ...trace,
    ...violations,
    `seed ${seed} ${violations.length > 0 ? 'fails' : 'holds'} after ${steps} steps: npm run fuzz -- --seed ${seed} --steps ${steps}`,
  ].join('\n');
}
