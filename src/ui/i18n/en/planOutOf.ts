// The plan (Attachment 1): the ways out of the app, files and mail, and the way in for a plan that was written elsewhere.
import { plural } from '../plural.ts';
import type { planOutOf as polish } from '../pl/planOutOf.ts';

const things = (n: number, one: string, other: string) => `${n} ${plural('en', n, { one, other })}`;

export const planOutOf: typeof polish = {
  takeOutText: 'Everything is made on this device, also without internet.',
  wholePlan: 'The whole plan',
  files: {
    docx: 'Word document (DOCX)',
    pdf: 'PDF document',
    txt: 'Text for an e-mail',
    xlsx: 'Excel sheet (XLSX)',
    csv: 'CSV table',
    ics: 'Calendar (ICS)',
  },
  fileHints: {
    docx: 'For further work and for handing in.',
    pdf: 'For printing and sending.',
    txt: 'Copy it and paste it into a message.',
    xlsx: 'Activities with their budget.',
    csv: 'Activities for other programs.',
    ics: 'Dates for the calendar on a phone.',
  },
  printPlan: 'Print',
  activitiesAndDates: 'Activities and dates',
  made: (name: string) => `File saved: ${name}`,
  copiedPlan: 'Copied. Paste it into a message.',
  notCopied: 'The browser did not let it be copied. Download the text as a file.',
  notMade: 'This file could not be made. The plan is safe, try again.',
  lettersMissing: (letters: string) =>
    `A PDF cannot hold these characters: ${letters}. Download the plan as DOCX.`,
  notPrinted: 'The print view could not be opened. Download the PDF and print it.',

  bringInText:
    'Is your plan in Word already? Choose the file or paste the text. Nothing is stored before you say so.',
  chooseDocx: 'Choose a DOCX file',
  orPaste: 'Or paste the text here',
  readPasted: 'See what would be brought in',
  reading: 'Reading the document…',
  refused: {
    notADocument: 'This is no DOCX file. Open the document in Word or LibreOffice and save it as DOCX.',
    passwordProtected: 'This file is protected by a password. Save it without one and choose it again.',
    oldWord: 'This is Word’s older format (DOC). Open it and save it as DOCX.',
    openDocument: 'This is a LibreOffice file (ODT). Open it and save it as DOCX.',
    otherZip: 'This is no Word document but another file. Choose the DOCX file with the plan.',
    damaged: 'This file is damaged. Open it in Word or LibreOffice and save it again.',
    empty: 'There is no text in it.',
    tooLong: 'This is more than a plan: over 300 pages. Bring it in in parts.',
    tooLarge: 'This file is too large. Remove the pictures and try again.',
  },
  unreadFile: 'This file could not be read. Choose it again.',
  preview: 'What goes where',
  previewText: 'Look and correct. What is in the plan already stays: the new content is added at the end.',
  partBeginning: 'Beginning of the document',
  toSection: 'Goes to section',
  leaveOut: 'Leave this part out',
  asRows: (n: number) => `Makes ${things(n, 'row', 'rows')}.`,
  unplacedRows: (n: number) =>
    `${things(n, 'entry has', 'entries have')} no match in the list and will go to the facts section.`,
  leftOut: {
    images: (n: number) => `Left out: ${things(n, 'picture', 'pictures')}.`,
    links: (n: number) => `Left out: ${things(n, 'unsafe link', 'unsafe links')}.`,
    deletions: (n: number) => `Left out: ${things(n, 'crossed-out passage', 'crossed-out passages')}.`,
    notes: (n: number) => `Left out: ${things(n, 'footnote or comment', 'footnotes or comments')}.`,
  },
  bringInNow: 'Add to the plan',
  broughtIn: 'Added to the plan',
  broughtUndone: 'Bringing in was undone',
  broughtHeading: 'From the plan that was brought in',
  nothingChosen: 'Choose a section for at least one part.',
  otherFile: 'Choose another document',
};
