// Plays the seeds that the main thread hands over, in a world that no other thread can disturb.
import './world/globals.ts';
import { parentPort } from 'node:worker_threads';
import { play } from './play.ts';

parentPort?.on('message', ({ seed, steps }: { readonly seed: number; readonly steps: number }) => {
  void play(seed, { steps }).then((played) => parentPort?.postMessage(played));
});
