// Signing with a finger or a pen, also on the tablet that is passed round.
import type { signing as polish } from '../pl/signing.ts';
import { plural } from '../plural.ts';

export const signing: typeof polish = {
  title: 'They sign themselves',
  start: 'Start signing',
  startText:
    'Pass the tablet to the participants. Everyone sees only themselves. Leaving needs the PIN of this device.',
  backToList: 'Back to the list',
  readyTitle: 'Sign the attendance list',
  readyText: 'It takes a few seconds. You will not see other people’s data, nor they yours.',
  begin: 'Begin',
  findYourself: 'What is your name?',
  findLabel: 'Your surname',
  findHint: 'Type at least the first two letters of your surname.',
  findNone: 'There is nobody of that surname. Check for a slip, or choose “I am not on the list”.',
  findMore: 'If none of these is you, type further letters.',
  foundList: 'Choose yourself',
  notListed: 'I am not on the list',
  newcomerTitle: 'Add yourself to the list',
  notMe: 'This is not me',
  instruction: 'Sign with a finger in the frame.',
  instructionMore: 'The signature confirms your presence at the meeting.',
  areaOf: (name) => `Signature field: ${name}`,
  clear: 'Clear',
  undoStroke: 'Undo a stroke',
  bringBack: 'Bring the signature back',
  cannotDraw: 'I cannot sign with a finger',
  backToDrawing: 'I will sign after all',
  confirmWithout: 'Confirm without a signature',
  reason: 'Why without a signature',
  reasons: {
    cannotDraw: 'difficulty in writing with a finger',
    prefersNot: 'own decision: no signature on a screen',
    deviceTrouble: 'the screen does not respond',
    signedOnPaper: 'the signature is on the paper list',
    erased: 'the signature was erased at this person’s request',
  },
  reasonMissing: 'Choose a reason.',
  refused: {
    empty: 'The frame is empty. Sign, or choose “I cannot sign with a finger”.',
    tooShort: 'This signature is too short. Write your surname, or choose “I cannot sign with a finger”.',
    tooLong: 'This is too much ink. Clear the frame and sign again.',
  },
  notStored: 'The signature could not be saved. It is on the screen: do not close the app, and try again.',
  draftUnsafe: 'The device is not storing the strokes. Finish signing without closing the app.',
  done: 'Done',
  thanks: 'Thank you!',
  passOn: 'Pass the tablet to the next person.',
  notOpenTitle: 'This list is not open now',
  notOpenText: 'Signatures are collected while the meeting lasts.',
  finish: 'Finish (PIN)',
  pinTitle: 'Enter the PIN of this device',
  pin: 'PIN',
  pinLeave: 'Finish signing',
  pinWrong: 'That is not the PIN.',
  pinWait: (seconds) =>
    `Too many tries. Try again in ${seconds} ${plural('en', seconds, { one: 'second', other: 'seconds' })}.`,
  pinForgotten: (when) =>
    `Forgotten the PIN? Signing ends by itself at ${when}. The data stay on the device.`,
  pinSet: 'Set a PIN to finish the signing with',
  pinHint: '4 to 8 digits. It locks the screen, it does not encrypt.',
  pinAgain: 'The PIN once more',
  pinFormat: 'A PIN has 4 to 8 digits.',
  pinDifferent: 'The PINs differ. Type it again.',
  pinUnavailable:
    'This browser does not allow a PIN on this page. Open the app through a secure address (https).',
  privacy: 'Information about personal data (GDPR)',
  clause: {
    controller: (name) => `The controller of the data is ${name}.`,
    inspector: (contact) => `Data protection officer: ${contact}.`,
    purpose:
      'Name, institution and signature serve to document a meeting of the local partnership (basis: GDPR art. 6(1)(c) and (e)).',
    retention: (years) =>
      `The data are kept for ${years} ${plural('en', years, { one: 'year', other: 'years' })} from the end of the programme round and then erased.`,
    rights:
      'You may ask for access to your data, their correction, erasure or restriction, object, and complain to the President of the Personal Data Protection Office.',
    whole: 'The whole information:',
  },
  signedBy: (name) => `Signature: ${name}`,
};
