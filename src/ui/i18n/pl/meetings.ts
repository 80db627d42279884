// Spotkania: planning, inviting, notes, decisions, what a closed meeting shows.
import { plural } from '../plural.ts';

const people = (n: number) =>
  `${n} ${plural('pl', n, { one: 'osoba', few: 'osoby', many: 'osób', other: 'osoby' })}`;

export const meetings = {
  title: 'Spotkania',
  meeting: 'Spotkanie',
  add: 'Zaplanuj spotkanie',
  addText: 'Wystarczy temat. Termin, miejsce i resztę dopiszesz, kiedy będą znane.',
  edit: 'Zmień szczegóły',
  editClosed: 'To spotkanie jest zamknięte. Zmiana będzie widoczna jako zmiana po zamknięciu listy.',
  none: 'Nie ma jeszcze żadnego spotkania',
  noneText: 'Zaplanuj pierwsze. Wystarczy temat, resztę dopiszesz później.',
  notHere: 'Tego spotkania nie ma jeszcze na tym urządzeniu',
  notHereText: 'Pojawi się po pobraniu zmian z serwera.',
  numbered: (n: number) => `Spotkanie ${n}`,
  path: 'Trzy spotkania programu',
  notPlanned: 'jeszcze niezaplanowane',
  ahead: 'Przed Tobą',
  behind: 'Zamknięte',
  late: 'termin minął',
  undated: 'termin do ustalenia',
  fromHour: (hour: string) => `od ${hour}`,
  toHour: (hour: string) => `do ${hour}`,
  count: (n: number) =>
    `${n} ${plural('pl', n, { one: 'spotkanie', few: 'spotkania', many: 'spotkań', other: 'spotkania' })}`,
  invitedCount: (n: number) =>
    `${plural('pl', n, { one: 'zaproszona', few: 'zaproszone', many: 'zaproszonych', other: 'zaproszonych' })} ${people(n)}`,
  presentCount: (n: number) => `obecnych: ${n}`,
  presentOf: (present: number, listed: number) => `obecnych: ${present} z ${listed}`,
  moreAbout: (n: number) => `Spotkanie ${n}: więcej czynności`,

  details: 'Szczegóły',
  theme: 'Temat',
  ownTheme: 'inny temat',
  ownTitle: 'Własny tytuł',
  ownTitleHint: 'Zostaw puste, aby użyć tematu',
  programmeMeeting: 'spotkanie programu',
  date: 'Data',
  dateLongPast: 'Ta data jest sprzed ponad roku. Jeśli jest dobra, po prostu zapisz.',
  dateFarAhead: 'Ta data jest za ponad dwa lata. Jeśli jest dobra, po prostu zapisz.',
  from: 'Od',
  to: 'Do',
  hours: 'Godziny',
  place: 'Miejsce',
  placeHint: 'Na przykład „Świetlica wiejska, ul. Szkolna 4”',
  placesUsed: 'Miejsca poprzednich spotkań',
  setDate: 'Ustal termin',
  cancel: 'Odwołaj spotkanie',
  cancelled: (n: number) => `Spotkanie ${n} odwołane`,
  cancelledCount: (n: number) => `Odwołane (${n})`,
  isCancelled: 'To spotkanie jest odwołane',
  restore: 'Przywróć',

  inviteTitle: 'Kto ma przyjść?',
  inviteText: 'Wczytaj listę zaproszonych z pliku lub wiadomości. Osoby dopiszesz też na miejscu.',
  bringIn: 'Wczytaj listę zaproszonych',
  openEmptyList: 'Otwórz pustą listę',
  readyTitle: 'Wszystko gotowe',
  readyText: (n: number) =>
    `Na liście ${plural('pl', n, { one: 'jest', few: 'są', many: 'jest', other: 'jest' })} ${people(n)}. Listę otworzysz, gdy zaczną się schodzić.`,
  openList: 'Otwórz listę obecności',
  openTitle: 'Spotkanie trwa',
  continueList: 'Wróć do listy obecności',
  printList: 'Drukuj listę',
  closedTitle: 'Lista jest zamknięta',
  seeList: 'Zobacz listę',
  sealedCounts: (present: number, signed: number) =>
    `${plural('pl', present, { one: 'Była', few: 'Były', many: 'Było', other: 'Było' })} ${people(present)}, ${signed} ${plural('pl', signed, { one: 'podpis', few: 'podpisy', many: 'podpisów', other: 'podpisu' })}.`,
  sealedAt: 'Zamknięto',
  sealNotHere: 'Lista obecności jest na innym urządzeniu i pojawi się po pobraniu zmian z serwera.',
  fingerprint: 'Odcisk listy',
  corrected: 'poprawiona po zamknięciu',
  changedAfter: 'zmieniona po zamknięciu',
  changedAfterText: 'Doszły dane z innego urządzenia. Zajrzyj do listy.',

  invited: 'Zaproszeni',
  nobodyInvited: 'Nikt nie jest jeszcze zaproszony.',
  invite: 'Zaproś osoby',
  inviteAll: 'Wszyscy',
  saveInvited: (n: number) =>
    `Zapisz: ${plural('pl', n, { one: 'zaproszona', few: 'zaproszone', many: 'zaproszonych', other: 'zaproszonych' })} ${people(n)}`,
  invitedFrom: (n: number, organisations: number) =>
    organisations === 0
      ? people(n)
      : `${people(n)} z ${organisations} ${plural('pl', organisations, { one: 'instytucji', few: 'instytucji', many: 'instytucji', other: 'instytucji' })}`,
  uninvite: (name: string) => `Cofnij zaproszenie: ${name}`,
  uninvited: (name: string) => `Cofnięto zaproszenie: ${name}`,

  agenda: 'Scenariusz',
  agendaHint: 'Przebieg spotkania, punkt po punkcie.',
  minutes: 'Notatki ze spotkania',
  minutesHint: 'Może pisać kilka osób naraz. Zapisuje się samo.',
  undoTyping: 'Cofnij to, co właśnie wpisano na tym urządzeniu',
  textNotHere: 'Ten tekst pojawi się po pobraniu zmian z serwera.',
  textTooLong: (max: number) =>
    `Ten tekst jest za długi i nie zapisuje się. Zmieści się ${max} znaków: skróć go, a zapisze się sam.`,

  decisions: 'Ustalenia',
  addDecision: 'Dodaj ustalenie',
  editDecision: 'Zmień ustalenie',
  decision: 'Co ustalono',
  decisionWho: 'Kto to zrobi',
  decisionWhen: 'Do kiedy',
  whoSuggestions: 'Instytucje i osoby do wyboru',
  noDecisions: 'Nie ma jeszcze ustaleń.',
  doneOf: (done: number, all: number) => `zrobione: ${done} z ${all}`,
  due: (day: string) => `do: ${day}`,
  overdue: (day: string) => `po terminie, ${day}`,
  decisionRemoved: (text: string) => `Usunięto ustalenie: ${text}`,
  moreAboutDecision: (text: string) => `Więcej czynności: ${text}`,

  state: { planned: 'zaplanowane', open: 'trwa', closed: 'zamknięte' },
  problem: {
    titleEmpty: 'Wpisz tytuł: to spotkanie nie ma tematu z programu.',
    noLetters: 'Wpisz choć jedną literę lub cyfrę.',
    dateAbsurd: 'Sprawdź rok: ta data jest ponad dziesięć lat od dziś.',
    decisionEmpty: 'Wpisz, co ustalono.',
  },
};
