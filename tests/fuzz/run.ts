// `npm run fuzz`: plays seeds in two threads; a failing one is made shorter and told with every step. `--seed n` replays one
// with its trace. Ends with 1 on any violation.
import './world/globals.ts';
import { parseArgs } from 'node:util';
import { Worker } from 'node:worker_threads';
import { type Played, play, STEPS_PER_SEED } from './play.ts';
import { report, shrink } from './shrink.ts';

const { values } = parseArgs({
  options: {
    seeds: { type: 'string', default: '10000' },
    from: { type: 'string', default: '1' },
    seed: { type: 'string' },
    steps: { type: 'string', default: String(STEPS_PER_SEED) },
    threads: { type: 'string', default: '2' },
  },
});

function whole(name: 'seeds' | 'from' | 'steps' | 'threads' | 'seed', text: string): number {
  const value = Number(text);
  if (!Number.isInteger(value) || value < 0) throw new Error(`--${name}: not a whole number: ${text}`);
  return value;
}

const steps = whole('steps', values.steps);
/** Failing seeds that are told in full; more of them say no more. */
const TOLD_FAILURES = 5;
const TOLD_PROGRESS = 20;

const totals: Record<string, number> = {
  seeds: 0,
  violations: 0,
  steps: 0,
  tasks: 0,
  crashes: 0,
  powerCuts: 0,
  partitions: 0,
  restores: 0,
  revocations: 0,
  rotations: 0,
  laterEpochsBrought: 0,
  carriedOver: 0,
  forks: 0,
};
const failed: Played[] = [];

function add(played: Played): void {
  const counted = { seeds: 1, steps: played.steps, tasks: played.tasks, ...played.counts };
  for (const [what, count] of Object.entries(counted)) totals[what] = (totals[what] ?? 0) + count;
  if (played.violations.length === 0) return;
  totals['violations'] = (totals['violations'] ?? 0) + 1;
  failed.push(played);
  console.log(`seed ${played.seed}: ${played.violations[0]}`);
}

/** One thread takes seed after seed, until none is left. */
function work(next: () => number | undefined): Promise<void> {
  const worker = new Worker(new URL('./seedWorker.ts', import.meta.url));
  return new Promise((resolve, reject) => {
    const handOver = (): void => {
      const seed = next();
      if (seed === undefined) worker.terminate().then(() => resolve(), reject);
      else worker.postMessage({ seed, steps });
    };
    worker.on('error', reject);
    worker.on('message', (played: Played) => {
      add(played);
      handOver();
    });
    handOver();
  });
}

async function playMany(): Promise<void> {
  const [from, seeds] = [whole('from', values.from), whole('seeds', values.seeds)];
  const told = Math.max(1, Math.ceil(seeds / TOLD_PROGRESS));
  let handed = 0;
  const next = (): number | undefined => {
    if (handed === seeds) return undefined;
    handed += 1;
    if (handed % told === 0) console.log(`${handed} of ${seeds}`);
    return from + handed - 1;
  };
  const threads = Array.from({ length: whole('threads', values.threads) }, () => work(next));
  await Promise.all(threads);
  for (const played of failed.slice(0, TOLD_FAILURES)) console.log(report(await shrink(played)));
}

async function playOne(seed: number): Promise<void> {
  const played = await play(seed, { steps });
  add(played);
  console.log(report(played.violations.length > 0 ? await shrink(played) : played));
}

const began = performance.now();
if (values.seed === undefined) await playMany();
else await playOne(whole('seed', values.seed));
const seconds = Math.round((performance.now() - began) / 1000);
console.log(`RESULT ${JSON.stringify({ ...totals, seconds, failed: failed.map(({ seed }) => seed) })}`);
process.exitCode = failed.length > 0 ? 1 : 0;
