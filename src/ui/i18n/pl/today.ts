// Dziś: the first screen.
import { plural } from '../plural.ts';

export const today = {
  title: 'Dzień dobry',
  nextMeeting: 'Najbliższe spotkanie',
  noMeeting: 'Nie masz zaplanowanego spotkania',
  noMeetingText: 'Ustal termin pierwszego spotkania partnerstwa. Zmienisz go w każdej chwili.',
  planMeeting: 'Zaplanuj spotkanie',
  openAttendance: 'Otwórz listę obecności',
  agenda: 'Scenariusz',
  path: 'Trzy spotkania',
  dateUnknown: 'termin do ustalenia',
  invited: (people: number, organisations: number) =>
    `${plural('pl', people, { one: 'zaproszona', few: 'zaproszone', many: 'zaproszonych', other: 'zaproszonych' })} ${people} ${plural('pl', people, { one: 'osoba', few: 'osoby', many: 'osób', other: 'osoby' })} z ${organisations} ${plural('pl', organisations, { one: 'instytucji', few: 'instytucji', many: 'instytucji', other: 'instytucji' })}`,
  present: (n: number) =>
    `${n} ${plural('pl', n, { one: 'osoba', few: 'osoby', many: 'osób', other: 'osoby' })}`,
  unsent: 'Czeka na wysłanie',
  todo: 'Do zrobienia',
  nothingToDo: 'Nic pilnego. Wszystko jest zrobione.',
  firstTitle: 'Witaj we Wspólnie',
  firstText: 'Wybierz, od czego zaczynasz. Nie potrzebujesz konta, hasła ani internetu.',
  beginHere: 'Zacznij partnerstwo na tym urządzeniu',
  beginHereText: 'Wpisz nazwę biblioteki i partnerstwa. Zajmie to minutę.',
  join: 'Dołącz kodem lub QR',
  joinText: 'Ktoś z partnerstwa pokazał Ci kod albo przysłał link.',
  example: 'Obejrzyj przykład',
  exampleText: 'Wypełnione partnerstwo na próbę. Usuniesz je jednym dotknięciem.',
};
