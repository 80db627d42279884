// The page that says what is where, and the reasons for which sending, joining or inviting did not succeed.
import type { sending as polish } from '../pl/sending.ts';
import { plural } from '../plural.ts';

const count = (n: number, one: string, other: string) => `${n} ${plural('en', n, { one, other })}`;

export const sending: typeof polish = {
  title: 'Where your data is',
  subtitle: 'What is on this device, what is on the server and what still waits.',
  sendNow: 'Send now',
  underWay: 'Sending…',
  sent: (received) =>
    received === 0
      ? 'Sent. The server has everything from this device.'
      : 'Sent, and changes of others fetched. The server has everything from this device.',
  sentPartly: 'Sent, but the server did not accept everything. See below what and why.',
  failed: 'It could not be sent.',
  nothingLost: 'Nothing is lost: the changes are on this device and will go by themselves when they can.',
  thisDevice: 'This device',
  holds: (partnerships, meetings, people) =>
    `${count(partnerships, 'partnership', 'partnerships')}, ${count(meetings, 'meeting', 'meetings')}, ${count(people, 'person', 'people')}`,
  holdsExample: 'There is only the example here. It is never sent.',
  holdsNothing: 'There is no data here yet.',
  spaceLabel: 'Space used',
  space: (used, all) => `${used} used of the ${all} that the browser gives.`,
  spaceUnknown: 'The browser does not say how much space is left.',
  kept: 'The browser will not delete this data by itself.',
  mayBeCleared:
    'The browser may delete this data when the device runs out of space. Installing the app helps.',
  askKept: 'Ask for lasting storage',
  notGranted: 'The browser refused. Install the app and ask again.',
  server: 'Server',
  onlineSince: (when) => `Connected since: ${when}.`,
  offlineSince: (when) => `Not connected since: ${when}. That does not keep you from working.`,
  connecting: 'Connecting…',
  lastSuccess: (when) => `Last exchange that succeeded: ${when}.`,
  neverSucceeded: 'There has been no exchange with the server yet.',
  lastFailure: (when) => `Last failed attempt: ${when}.`,
  clockAhead: (minutes) =>
    `The clock of this device is ${count(minutes, 'minute', 'minutes')} fast. Set date and time in the settings of the device.`,
  clockBehind: (minutes) =>
    `The clock of this device is ${count(minutes, 'minute', 'minutes')} slow. Set date and time in the settings of the device.`,
  noServerTitle: 'This device is not connected yet',
  noServerText:
    'It works alone and saves everything on itself. Once you connect it to a server, it sends what is here, and you have a copy.',
  howToConnect: 'How to connect',
  connectSteps:
    'Ask the person who runs the programme or the partnership for an invitation. On this device, open the link of the invitation, scan its QR code or type its code.',
  enterCode: 'I have an invitation',
  saveCopy: 'Save a copy to a file',
  waitingTitle: 'Waiting to be sent',
  nothingWaits: 'Nothing waits. Everything from this device is on the server too.',
  waitingIn: (n) => count(n, 'change', 'changes'),
  unnamed: 'partnership without a name',
  refusedTitle: 'Not accepted by the server',
  refusedText: 'They are kept on this device. You can save them to a file or try to send them again.',
  refusedAt: (when) => `Not accepted: ${when}.`,
  pendingTitle: 'An accepted invitation waits',
  pendingText: 'You will join without doing anything once this device is connected to the internet.',
  legend: 'What the marks beside entries mean',
  exchange: {
    unreachable: 'There is no internet connection, or the server does not answer.',
    timeout: 'The connection is very slow and the answer did not come in time.',
    notTheServer:
      'Something other than the server answered. In public networks you first have to sign in to the Wi-Fi in the browser.',
    serverFailed: 'The server has a passing problem.',
    insecure: 'The address of this page does not begin with https, so the browser does not allow connecting.',
    deviceStorage: 'This device could not save what came. Check whether there is free space on it.',
    unexpected: 'There was an error we did not expect. The details are in Settings.',
    malformed: 'The server did not understand this device. Switch to the new version of the app.',
    unauthorised: 'The server did not recognise this device. Try again.',
    unknownDevice: 'The server does not know this device. Ask for a new invitation.',
    challengeOver: 'Signing in took too long. Try again.',
    revoked: 'This device was disconnected. Ask for a new invitation. Your changes are still on this device.',
    notAllowed: 'You may not do this.',
    unknown: 'The server does not know this.',
    expired: 'It is no longer valid.',
    usedUp: 'It has been used as often as it may be.',
    deviceTaken: 'The server knows this device by another key. Try again.',
    oneself: 'You cannot disconnect yourself.',
    lastLibrarian: 'A partnership keeps at least one person in charge.',
    tooOften: 'Too many attempts at once. Wait a minute and try again.',
    wrongOrigin: 'The app is open at another address than the server expects.',
    tooLarge: 'This is too much to be sent at once.',
    appTooOld: 'This version of the app is too old for the server. Switch to the new version.',
    serverTooOld:
      'The server is older than this version of the app. Tell whoever runs it. Nothing is lost, changes will be sent later.',
    storageFailed: 'The server is full. Tell the person who runs it.',
    moved: 'Somebody changed something just now. Try again.',
    epochOver: 'This document was rebuilt on another device just now. Try again.',
  },
  refusal: {
    readOnly: 'You can read this but not change it.',
    notMember: 'You no longer have access to this partnership.',
    revoked: 'This device no longer has access. Ask the person in charge for a new invitation.',
    tooLarge: 'This change is too large to be sent.',
    malformed: 'The server could not read this change.',
    epochOver: 'This document was rebuilt after data had been erased. Your changes will be carried over.',
    appTooOld:
      'This version of the app is too old. Switch to the new one, and the changes will go by themselves.',
    storageFailed: 'The server is full. The changes will go by themselves when there is room.',
  },
  invitation: {
    expired: 'This invitation is no longer valid. Ask for a new one.',
    usedUp: 'This invitation has been used already. Ask for a new one.',
    revoked: 'This invitation has been revoked. Ask for a new one.',
    unknown:
      'The server does not know this invitation yet. Check the code. If it is right, the device that made it has to connect to the internet first.',
    unknownDevice:
      'The device that made this invitation has not been in touch with the server yet. Once it has, you will join without doing anything.',
    notAllowed: 'The person who invites cannot give this role. Ask for another invitation.',
    mistyped: 'There is a slip in this code. Check it character by character.',
    malformed:
      'This is neither a code nor an invitation link. A code has 10 characters, such as 7K3QF-9M2XD.',
    newer: 'This invitation was made in a newer version of the app. Switch to the new version and try again.',
  },
};
