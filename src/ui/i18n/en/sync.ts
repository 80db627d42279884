// Where the work is and what still has to be sent. A person's unsent work comes first, the connection second.
import type { sync as polish } from '../pl/sync.ts';
import { plural } from '../plural.ts';

const changes = (n: number) => `${n} ${plural('en', n, { one: 'change', other: 'changes' })}`;
const wait = (n: number) => plural('en', n, { one: 'waits', other: 'wait' });

export const sync: typeof polish = {
  title: 'Where your data is',
  subtitle: 'What is on this device, what is on the server and what still waits.',
  waiting: (n) => `${changes(n)} ${wait(n)} to be sent`,
  waitingShort: (n) => `waiting: ${n}`,
  offlineWaiting: (n) => `No internet · ${changes(n)} ${wait(n)} to be sent`,
  offline: 'No internet, you can go on working',
  allSafe: 'Everything is safe on the server',
  onlyHere: 'Everything is saved on this device',
  sending: (n) => `Sending ${changes(n)}…`,
  checking: 'Checking…',
  sendNow: 'Send now',
  sent: 'Sent. Everything is safe on the server.',
  sendFailed:
    'It could not be sent. Nothing is lost: the changes are on this device and will go by themselves.',
  refused: (n) => `${changes(n)} ${plural('en', n, { one: 'was', other: 'were' })} not accepted`,
  thisDevice: 'This device',
  server: 'Server',
  lastSent: (when) => `Last sent: ${when}`,
  neverSent: 'Nothing sent yet',
  waitingSince: (when) => `Oldest unsent change: ${when}`,
  lastFailure: (when) => `Last failed attempt: ${when}`,
  noServer: 'This device is not connected to a server yet.',
  noServerText: 'You can work without a server. Once connected, everything that is here will be sent.',
  connect: 'Connect to a server',
  exportWork: 'Save a copy to a file',
  keptAside: 'Changes kept aside',
  keptAsideText: 'The server did not accept them. They are kept on this device, you can save them to a file.',
  space: (used, all) => `Space used: ${used} of ${all}`,
  spaceLow: 'This device is running out of space. Remove files or photographs you do not need.',
  persisted: 'The browser will not delete the data by itself.',
  notPersisted: 'The browser may delete the data when space runs out. Install the app to prevent that.',
  chipExample: 'Example, nothing is sent',
  chipExampleShort: 'example',
  refusedShort: (n) => `not accepted: ${n}`,
  failedWaiting: (n) => `Sending failed · ${changes(n)} ${wait(n)}`,
  sendingShort: (n) => `sending: ${n}`,
  onlyHereShort: 'saved here',
  allSafeShort: 'on the server',
  offlineShort: 'no internet',
  waitingText: 'They are saved on this device. They will go by themselves in a moment.',
  waitingOfflineText: 'They are saved on this device. They will go by themselves when the internet is back.',
  whatWaits: 'See what waits',
};
