// Bringing in an invitation list from a file or from pasted text.
import type { importing as polish } from '../pl/importing.ts';
import { plural } from '../plural.ts';

const rows = (n: number) => `${n} ${plural('en', n, { one: 'row', other: 'rows' })}`;
const people = (n: number) => `${n} ${plural('en', n, { one: 'person', other: 'people' })}`;

export const importing: typeof polish = {
  title: 'Bring in a list',
  subtitle: 'A CSV file from a spreadsheet, or text copied from a message.',
  chooseFile: 'Choose a file',
  paste: 'Paste text',
  pasteHint: 'One person a line. Separate the institution with a comma, a semicolon or a tab.',
  preview: 'Check before it is brought in',
  previewText: 'Correct what needs it. Nothing is saved yet.',
  column: (name) => `Column “${name}”`,
  columns: {
    person: 'full name',
    organisation: 'institution',
    phone: 'phone',
    email: 'e-mail',
    skip: 'leave out',
  },
  found: rows,
  newRow: 'new person',
  knownRow: 'already on the list',
  skippedRow: 'left out',
  problemRow: 'to be corrected',
  take: (n) => `Bring in ${people(n)}`,
  taken: (n) => `${people(n)} brought in.`,
  nothingNew: 'Everybody on this list is already entered. Nothing was added.',
  notAList: 'There is no list of people in this file. Save the sheet as CSV and choose it again.',
  binary: 'This is not a text file. Save the sheet as CSV and choose it again.',
  tooLong: (n) => `This list has ${rows(n)}. Divide it into smaller ones.`,
  emptyFile: 'This file is empty.',
  nameMissing: 'The name is missing.',
  nameTooLong: 'This is too long for a name.',
};
