// Ids, keys of challenges and names of Yjs clients of a world: from its seed, and in no decision of the run.

import { type Random, randomOf } from '../../sync/random.ts';
import type { Loop } from './loop.ts';

const sources = new WeakMap<Loop, Random>();

/** Has the world draw them from this seed. */
export function seedEntropy(loop: Loop, seed: number): void {
  sources.set(loop, randomOf(seed ^ 0x5eed));
}

export function randomBytesOf(loop: Loop, count: number): Uint8Array {
  const source = sources.get(loop);
  if (source === undefined) throw new Error('a world without a seed');
  return Uint8Array.from({ length: count }, () => source.below(256));
}
