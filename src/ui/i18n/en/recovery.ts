// What is said where this device's storage does not open. It comes with its screen.
import { plural } from '../plural.ts';
import type { recovery as polish } from '../pl/recovery.ts';

export const recovery: typeof polish = {
  title: 'The data on this device cannot be opened',
  text: 'Nothing is deleted. Try again, and save what can be read to a file, just in case.',
  rescue: 'Save what can be read to a file',
  rescued: (n) =>
    `The file is saved. It holds ${n} ${plural('en', n, { one: 'document', other: 'documents' })}. You can bring it in under Settings, also on another device.`,
  nothingToRescue: 'Nothing could be read now. Close the browser, open it again and try once more.',
};
