// What went wrong and what to do: by reason. Raw errors are never shown.
import type { problems as polish } from '../pl/problems.ts';

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
  storage: {
    quota: 'The device is full. What you are writing is on the screen: make room and try again.',
    closed: 'The browser interrupted the saving. Trying again.',
    blocked: 'The app is open in another tab in an older version. Close that tab.',
    unavailable: 'The browser does not allow data to be saved. Leave private mode and open the app again.',
    corrupt: 'The data on the device could not be opened. Save a copy to a file before you do anything else.',
  },
  network: {
    unreachable: 'The server does not answer. The changes are on this device and will go by themselves.',
    timeout: 'The connection is very slow. It will be tried again in a moment.',
    serverError: 'The server has a problem. The changes are on this device and will go by themselves.',
  },
  refusal: {
    readOnly: 'You can read this but not change it.',
    revoked: 'This device no longer has access. Ask the person in charge for a new invitation.',
    tooLarge: 'This change is too large to be sent.',
    malformed: 'The server could not read this change.',
    epochOver: 'This document was rebuilt after data had been erased. Your changes will be carried over.',
    appTooOld:
      'This version of the app is too old. Switch to the new one, and the changes will go by themselves.',
  },
  invitation: {
    expired: 'This invitation is no longer valid. Ask for a new one.',
    used: 'This invitation has been used already. Ask for a new one.',
    revoked: 'This invitation has been revoked. Ask for a new one.',
    unknown: 'There is no such code. Check it for a slip.',
  },
  clockWrong: 'The clock of this device is wrong. Check date and time in the settings of the device.',
};
