// Signatures for the sample: a loop for the initial and a wave for the rest, different for each seed and always the same
// for one seed.

import { SIGNATURE_BOX, type Stroke, type StrokePoint } from '../../domain/signature.ts';

/** Numbers from 0 up to 1, the same sequence for the same seed (mulberry32). */
function seededNumbers(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

const STEPS_IN_LOOP = 18;
const STEPS_IN_WAVE = 56;

/** Two strokes in the signature box; `length` is the number of letters it should look like. */
export function exampleSignature(seed: number, length: number): readonly Stroke[] {
  const random = seededNumbers(seed);
  const middle = SIGNATURE_BOX.height / 2;
  const left = 260 + random() * 240;
  const loop = points(STEPS_IN_LOOP, (share) => ({
    x: left + 150 + Math.cos(share * 6.6 + 2) * (120 + random() * 14),
    y: middle - 40 + Math.sin(share * 6.6 + 2) * (250 + random() * 20),
  }));
  const start = left + 220;
  const width = Math.min(2_700 - start, 500 + length * 95);
  const waves = 3 + length / 4;
  const tilt = (random() - 0.5) * 160;
  const phase = random() * 3;
  const wave = points(STEPS_IN_WAVE, (share) => ({
    x: start + share * width + Math.sin(share * waves * 6.3) * 34,
    y:
      middle +
      40 +
      share * tilt +
      Math.sin(share * waves * 6.3 + phase) * (190 - 130 * share) * (0.75 + random() * 0.25),
  }));
  return [loop, wave];
}

function points(steps: number, at: (share: number) => StrokePoint): readonly StrokePoint[] {
  return Array.from({ length: steps }, (_each, index) => {
    const { x, y } = at(index / (steps - 1));
    return { x: Math.round(x), y: Math.round(y) };
  });
}
