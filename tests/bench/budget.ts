// Holds the built app against its budgets of brotli bytes; one byte over fails the tests.
import { weighBuild } from './weights.ts';

const weights = Object.values(weighBuild());
/** 1 KB is 1,000 bytes. */
const isOver = ({ bytes, budget }: (typeof weights)[number]): boolean => bytes > budget * 1000;

for (const weight of weights) {
  const size = (weight.bytes / 1000).toFixed(1).padStart(6);
  const { what, goal, budget } = weight;
  console.log(
    `${what.padEnd(28)} ${size} KB of ${budget} KB (goal ${goal})${isOver(weight) ? '  TOO LARGE' : ''}`,
  );
}
process.exitCode = weights.some(isOver) ? 1 : 0;
