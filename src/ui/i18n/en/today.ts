// Dziś (today): the first screen.
import type { today as polish } from '../pl/today.ts';
import { plural } from '../plural.ts';

const people = (n: number) => `${n} ${plural('en', n, { one: 'person', other: 'people' })}`;

export const today: typeof polish = {
  title: 'Good day',
  nextMeeting: 'Next meeting',
  noMeeting: 'You have no meeting planned',
  noMeetingText: 'Set the date of the first meeting of the partnership. You can change it at any time.',
  planMeeting: 'Plan a meeting',
  openAttendance: 'Open the attendance list',
  agenda: 'Agenda',
  path: 'Three meetings',
  dateUnknown: 'date to be set',
  invited: (count, organisations) =>
    `${people(count)} invited from ${organisations} ${plural('en', organisations, { one: 'institution', other: 'institutions' })}`,
  present: people,
  unsent: 'Waiting to be sent',
  todo: 'To do',
  nothingToDo: 'Nothing urgent. Everything is done.',
  firstTitle: 'Welcome to Wspólnie',
  firstText: 'Choose where to begin. You need no account, no password and no internet.',
  beginHere: 'Begin a partnership on this device',
  beginHereText: 'Enter the names of the library and the partnership. It takes a minute.',
  join: 'Join with a code or QR',
  joinText: 'Somebody of the partnership showed you a code or sent you a link.',
  example: 'Look at an example',
  exampleText: 'A filled partnership to try things on. You remove it with one tap.',
};
