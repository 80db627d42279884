// The sample partnership.
import type { example as polish } from '../pl/example.ts';

export const example: typeof polish = {
  mark: 'example',
  banner: 'You are looking at an example. Try anything you like here.',
  remove: 'Remove the example',
  removed: 'Example removed',
  open: 'Open the example',
  opening: 'Preparing the example…',
  title: 'This is an example.',
};
