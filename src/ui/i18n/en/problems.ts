// What went wrong and what to do: by reason. Raw errors are never shown.
import type { problems as polish } from '../pl/problems.ts';
import { plural } from '../plural.ts';

export const problems: typeof polish = {
  title: 'Something went wrong',
  unexpected: 'There was an error we did not expect. Your saved data is safe.',
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
    newerApp: 'You can read this. Writing needs a newer version of the app.',
    unknown: 'The saving failed. The app goes on trying by itself. Do not close it now.',
  },
  details: 'Details for whoever helps',
  unreadable: 'The data on this device could not be read. Open the app again.',
  spaceLow: 'Space is running out. Remove photographs or files you do not need before saving fails.',
};
