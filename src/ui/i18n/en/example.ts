// The sample partnership.
import type { example as polish } from '../pl/example.ts';

export const example: typeof polish = {
  mark: 'example',
  banner: 'Try anything you like, nothing will be sent.',
  remove: 'Remove the example',
  removed: 'Example removed',
  open: 'Open the example',
  opening: 'Preparing the example…',
  title: 'This is an example.',
};
