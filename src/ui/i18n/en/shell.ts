// What stands around every screen: brand, places, installing, updates.
import type { shell as polish } from '../pl/shell.ts';

export const shell: typeof polish = {
  brand: 'Wspólnie',
  places: 'Places in the app',
  skipToContent: 'Skip to content',
  today: 'Today',
  meetings: 'Meetings',
  plan: 'Plan',
  people: 'Partners',
  settings: 'Settings',
  sync: 'Sending',
  notFoundTitle: 'There is no such page',
  notFoundText: 'The address is out of date or mistyped. Your data is where it was.',
  goToToday: 'Go to “Today”',
  updateReady: 'There is a new version of the app.',
  updateNow: 'Switch to it now',
  updateWaits: 'The new version will start once you have saved what you are writing.',
  updated: 'You have the new version.',
  installTitle: 'Install Wspólnie on this device',
  installText: 'It opens with one tap, also without internet.',
  install: 'Install',
  version: (version) => `Version ${version}`,
  screenMissingTitle: 'This screen could not be loaded',
  screenMissingText:
    'There is probably a new version of the app, or the connection broke. Your data is where it was.',
  reopen: 'Open the app again',
  installByHand: 'Tap “Share” and then “Add to Home Screen”. It also opens without internet.',
  updateElsewhere: 'Another tab is already running a newer version.',
};
