// The sync chip and the card of Dziś about unsent work: the person's own unsent work first, the connection second.
import type { sync as polish } from '../pl/sync.ts';
import { plural } from '../plural.ts';

const changes = (n: number) => `${n} ${plural('en', n, { one: 'change', other: 'changes' })}`;
const wait = (n: number) => plural('en', n, { one: 'waits', other: 'wait' });

export const sync: typeof polish = {
  waiting: (n) => `${changes(n)} ${wait(n)} to be sent`,
  waitingShort: (n) => `waiting: ${n}`,
  offlineWaiting: (n) => `No internet · ${changes(n)} ${wait(n)} to be sent`,
  failedWaiting: (n) => `Sending failed · ${changes(n)} ${wait(n)}`,
  sending: (n) => `Sending ${changes(n)}…`,
  sendingShort: (n) => `sending: ${n}`,
  refused: 'The server did not accept some changes',
  refusedShort: 'not accepted',
  onlyHere: 'Everything is saved on this device',
  onlyHereShort: 'saved here',
  allSafe: 'Everything is safe on the server',
  allSafeShort: 'on the server',
  offline: 'No internet, you can go on working',
  offlineShort: 'no internet',
  chipExample: 'Example, nothing is sent',
  chipExampleShort: 'example',
  waitingText: 'They are saved on this device. They will go by themselves in a moment.',
  waitingOfflineText: 'They are saved on this device. They will go by themselves when the internet is back.',
  whatWaits: 'See what waits',
};
