// Printing and files: Załącznik 2 (Attachment 2) and its sheets. What is printed stands under `sheet`.
import type { outputs as polish } from '../pl/outputs.ts';
import { plural } from '../plural.ts';

export const outputs: typeof polish = {
  printTitle: 'Print the attendance list',
  backToMeeting: 'Meeting',
  settings: 'What to print',
  content: 'Kind of list',
  filled: 'With names',
  filledClosedHint: 'The people who were present, and their signatures.',
  filledOpenHint: 'Everybody on the list. Whoever has not signed in the app has room to sign.',
  blank: 'Empty, to be written on paper',
  blankHint: 'Numbered rows only. Participants write names and signatures with a pen.',
  walkInRows: 'Empty rows at the end',
  walkIns: { none: 'None', fillSheet: 'To the end of the page', extraSheet: 'One more page' },
  blankRows: 'Number of rows',
  contactSheet: 'Add a separate sheet with contact data',
  contactSheetHint: 'Phones and e-mails, only for you as the organiser. Do not lay it out with the list.',
  contactSheetOn: 'The last pages hold phones and e-mails',
  contactSheetOnText:
    'Put these pages away before you pass the list round. Do not leave them on the printer.',
  noContacts: 'Nobody on this list has a phone or an e-mail stored, so there will be no such sheet.',
  print: 'Print',
  savePdf: 'Download PDF',
  saved: 'The PDF file is in your downloads.',
  preparing: 'Preparing the print…',
  preview: 'Print preview',
  sheets: (n) => `${n} A4 ${plural('en', n, { one: 'page', other: 'pages' })}`,
  notSealed: 'The list is not closed yet',
  notSealedText: 'Everybody on the list is on this print. Print the final list once the meeting is closed.',
  missing: 'There is no such meeting',
  missingText: 'It is not on this device. It may not have come from the server yet.',
  unreadable: 'The list could not be read',
  unreadableText: 'The data are on the device. Open the app again.',
  pdfLetters: (letters) => `The PDF file cannot hold these characters: ${letters}`,
  pdfLettersText: 'Choose “Print”, and in the print window the printer “Save as PDF”.',
  pdfFailed: 'The PDF file could not be made',
  pdfFailedText: 'Try again, or choose “Print” and the printer “Save as PDF”.',
  sheet: {
    title: 'Attachment 2. Attendance list',
    contactsTitle: 'Contact data',
    contactsWarning:
      'Only for the organiser of the meeting. Do not lay this sheet out with the attendance list, and do not show it to participants.',
    example: 'SAMPLE',
    organisedBy: (organiser) => `Organiser of the programme: ${organiser}`,
    fields: {
      partnership: 'Partnership',
      library: 'Library',
      meeting: 'Meeting',
      date: 'Date',
      hours: 'Time',
      place: 'Place',
      round: 'Round',
      facilitator: 'Facilitator',
    },
    gmina: (gmina) => `gmina ${gmina}`,
    meeting: (number, title) => (title === '' ? `no. ${number}` : `no. ${number}: ${title}`),
    hours: (from, to) => (to === '' ? `from ${from}` : from === '' ? `until ${to}` : `${from}–${to}`),
    ordinal: 'No.',
    person: 'First name and surname',
    organisation: 'Institution / organisation',
    signature: 'Signature',
    phone: 'Telephone',
    email: 'E-mail',
    page: (page, all) => `Page ${page} of ${all}`,
    signatureOf: (name) => `Signature: ${name}`,
    confirmed: {
      cannotDraw: 'confirmed without a signature: difficulty in writing',
      prefersNot: 'confirmed without a signature: by this person’s wish',
      deviceTrouble: 'confirmed without a signature: trouble with the device',
      signedOnPaper: 'signed on the paper list',
      erased: 'signature erased at this person’s request',
    },
    erasedPerson: 'data erased',
    nobodyPresent: 'Nobody is recorded as present.',
    state: {
      forPaper: 'List to be filled in on paper.',
      open: (fingerprint) => `The list is not closed yet. Fingerprint of the list: ${fingerprint}.`,
      sealMissing: (fingerprint) =>
        `The meeting is closed, but its seal is not on this device yet. Fingerprint of the list: ${fingerprint}.`,
      sealed: (when, who, fingerprint) =>
        `List closed ${when}${who === '' ? '' : ` (${who})`}. Fingerprint of the list: ${fingerprint}.`,
      closedFirst: (when) => `List closed ${when}.`,
      corrected: (when, who, reason, fingerprint) =>
        `Corrected ${when}${who === '' ? '' : ` (${who})`}${reason === '' ? '' : `, reason: ${reason}`}. Fingerprint after the correction: ${fingerprint}.`,
      changed: (when, sealed, fingerprint) =>
        `The list changed after it was closed ${when}: it was closed with the fingerprint ${sealed}, this print has ${fingerprint}.`,
      present: (count) => `Number of people present: ${count}.`,
      asterisk: '* entry added or corrected after the list was closed.',
    },
    clause: {
      title: 'Information on personal data (GDPR, art. 13).',
      controller: (name) => `The controller of the data is ${name}.`,
      inspector: (contact) => `Contact to the data protection officer: ${contact}.`,
      inspectorThroughController: 'You reach the data protection officer through the controller.',
      purpose:
        'The data on this list serve to confirm attendance at the meeting and to account for the support in the programme, under art. 6(1)(c) and (e) GDPR. Without them we cannot confirm your attendance.',
      recipients: (organiser) =>
        `The data go to the organiser of the programme (${organiser}) and to those who audit its accounts.`,
      retention: (years, until) => {
        const length = `${years} ${plural('en', years, { one: 'year', other: 'years' })}`;
        return until === undefined
          ? `We keep them for ${length} from the day of the meeting.`
          : `We keep them for ${length} from the day of the meeting, until ${until}.`;
      },
      rights:
        'You have the right of access to your data, to rectification, erasure and restriction of processing, the right to object, and the right to complain to the President of the Personal Data Protection Office (UODO).',
      whole: 'The whole information:',
      wholeAtController: 'You get the whole information from the controller.',
    },
    preparedBy: 'List prepared by:',
    preparerSignature: 'date and signature of the preparer',
    fileName: (number, date) => `Attendance list, meeting ${number}${date === undefined ? '' : `, ${date}`}`,
  },
};
