// The process of one attacker: takes its job, says when it has begun, attacks until it is told to stop, and tells what it met.
// At the lowest priority: its own work must not take the processor from those who are measured.

import { setPriority } from 'node:os';
import { AttackCount, type AttackJob, type AttackKind } from './attackJob.ts';
import { halfOpen } from './halfOpen.ts';
import { oversizedFrames, randomBytes, tinyUpdates } from './badFrames.ts';
import { reads, readsSlowly, neverReads } from './badReaders.ts';

const LOWEST_PRIORITY = 19;

/** Each goes on by itself once it has resolved. */
const attacks: Readonly<Record<AttackKind, (job: AttackJob, count: AttackCount) => void | Promise<void>>> = {
  randomBytes,
  oversizedFrames,
  tinyUpdates,
  reads,
  readsSlowly,
  neverReads,
  halfOpen,
};

setPriority(LOWEST_PRIORITY);
const count = new AttackCount();
process.on('message', (message: AttackJob | 'stop') => {
  if (message === 'stop') process.send?.(count.report(), () => process.exit(0));
  // An attack that cannot begin ends the process, and with it the benchmark.
  else void Promise.resolve(attacks[message.kind](message, count)).then(() => process.send?.('begun'));
});
// Never longer than whoever started it.
process.on('disconnect', () => process.exit(0));
