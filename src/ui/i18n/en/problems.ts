// What went wrong and what to do: by reason. Raw errors are never shown.
import type { problems as polish } from '../pl/problems.ts';
import { plural } from '../plural.ts';

export const problems: typeof polish = {
  title: 'Something went wrong',
  unexpected: 'There was an error we did not expect. Your saved data is safe.',
  reload: 'Open the app again',
  exportFirst: 'Save a copy to a file',
  required: 'This field is needed.',
  nameRequired: 'Enter a name.',
  personRequired: 'Enter the full name.',
  tooLong: (max) => `This text is too long. There is room for ${max} characters.`,
  dateInvalid: 'There is no such date in the calendar.',
  dateTooFar: 'Check the year: this date is very far away.',
  timeOrder: 'The end is before the beginning.',
  emailInvalid: 'Check the e-mail address, something is missing in it.',
  phoneInvalid: 'Check the phone number.',
  notStored: (n) =>
    n === 0
      ? 'This device cannot save at the moment'
      : `${n} ${plural('en', n, { one: 'change is', other: 'changes are' })} not saved on this device yet`,
  storage: {
    full: 'The device is full. Remove photographs or files you do not need and try again. Do not close the app: what is not saved exists only in it.',
    closed: 'The browser interrupted the saving. The app goes on trying by itself. Do not close it now.',
    blocked: 'The app is open in another tab in an older version. Close that tab.',
    unavailable:
      'The browser gives no access to the saved data. If this is private mode, leave it. If not, close the browser and open it again.',
    unknown: 'The saving failed. The app goes on trying by itself. Do not close it now.',
  },
  recoveryTitle: 'The data on this device cannot be opened',
  recoveryText: 'Nothing is deleted. Try again, and save what can be read to a file, just in case.',
  rescue: 'Save what can be read to a file',
  rescued: (n) =>
    `The file is saved. It holds ${n} ${plural('en', n, { one: 'document', other: 'documents' })}. You can bring it in under Settings, also on another device.`,
  nothingToRescue: 'Nothing could be read now. Close the browser, open it again and try once more.',
  details: 'Details for whoever helps',
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
    storageFailed: 'The server is full. Tell the person who runs it.',
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
  clockWrong: 'The clock of this device is wrong. Check date and time in the settings of the device.',
  unreadable: 'The data on this device could not be read. Open the app again.',
};
