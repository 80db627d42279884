// Printing and files: Załącznik 2 (Attachment 2) and its sheets.
import type { outputs as polish } from '../pl/outputs.ts';

export const outputs: typeof polish = {
  printTitle: 'Print the attendance list',
  attachment: 'Attachment 2. Attendance list',
  filled: 'Filled in',
  filledHint: 'With the attendance and signatures saved in the app.',
  blank: 'To be signed on paper',
  blankHint: 'With the names, room for signatures and empty rows.',
  blankRows: 'Empty rows',
  contactSheet: 'Add a separate sheet with phones and e-mails',
  contactSheetHint: 'For the organiser only. Do not lay it out with the list.',
  print: 'Print',
  savePdf: 'Save PDF',
  preparing: 'Preparing the print…',
  round: 'Round',
  library: 'Library',
  partnership: 'Partnership',
  meeting: 'Meeting',
  date: 'Date',
  place: 'Place',
  hours: 'Hours',
  facilitator: 'Facilitator',
  page: (page, all) => `Page ${page} of ${all}`,
  fingerprint: (value) => `Fingerprint of the list: ${value}`,
  preparedBy: 'Prepared by',
  confirmedWithoutDrawing: 'confirmed without a signature',
};
