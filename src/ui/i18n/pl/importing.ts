// Bringing in an invitation list from a file or from pasted text.
import { plural } from '../plural.ts';

const rows = (n: number) =>
  `${n} ${plural('pl', n, { one: 'wiersz', few: 'wiersze', many: 'wierszy', other: 'wiersza' })}`;
const people = (n: number) =>
  `${n} ${plural('pl', n, { one: 'osoba', few: 'osoby', many: 'osób', other: 'osoby' })}`;
const peopleObject = (n: number) =>
  `${n} ${plural('pl', n, { one: 'osobę', few: 'osoby', many: 'osób', other: 'osoby' })}`;
const organisations = (n: number) =>
  `${n} ${plural('pl', n, { one: 'instytucja', few: 'instytucje', many: 'instytucji', other: 'instytucji' })}`;
const fresh = (n: number) =>
  `${n} ${plural('pl', n, { one: 'nowa', few: 'nowe', many: 'nowych', other: 'nowej' })}`;
const known = (n: number) =>
  `${n} już ${plural('pl', n, { one: 'jest', few: 'są', many: 'jest', other: 'jest' })} na liście`;

export const importing = {
  title: 'Wczytaj listę',
  subtitle: 'Z pliku albo z wiadomości. Zanim cokolwiek zapiszemy, zobaczysz, co z niej odczytaliśmy.',
  notYours: 'Listę zaproszonych prowadzi biblioteka',
  notYoursText: 'Dane osób widzą tylko osoby, które prowadzą listy obecności.',
  backToMeeting: 'Spotkanie',
  fromFile: 'Z pliku',
  fromFileText: 'Plik CSV z Excela lub innego arkusza, albo zwykły tekst. Możesz go też przeciągnąć tutaj.',
  chooseFile: 'Wybierz plik',
  paste: 'Ze schowka',
  pasted: 'Wklej listę',
  pasteHint: 'Z wiadomości, dokumentu albo zaznaczoną w arkuszu. Jedna osoba w wierszu.',
  pasteExample: '1. Anna Wiśniewska – Szkoła Podstawowa, tel. 501 222 310',
  readPasted: 'Odczytaj listę',

  refused: {
    empty: 'Nic tu nie ma',
    notAList: 'Nie znajdujemy tu listy osób',
    spreadsheet: 'To jest plik Excela lub innego arkusza',
    document: 'To jest dokument tekstowy',
    pdf: 'To jest plik PDF',
    image: 'To jest obraz',
    binary: 'To nie jest plik z tekstem',
    tooLarge: (limit: string) => `Ten plik jest za duży. Lista może mieć najwyżej ${limit}.`,
    tooManyRows: (n: number) => `Ta lista ma ${rows(n)}`,
    unreadable: 'Nie udało się otworzyć tego pliku',
  },
  advice: {
    another: 'Wybierz inny plik albo wklej listę.',
    names: 'W każdym wierszu powinno stać imię i nazwisko. Wybierz inny plik albo wklej samą listę.',
    spreadsheet:
      'W arkuszu wybierz „Zapisz jako” i „CSV”, a potem wskaż nowy plik. Możesz też zaznaczyć komórki, skopiować je i wkleić tutaj.',
    copy: 'Otwórz go, zaznacz listę, skopiuj i wklej tutaj.',
    image: 'Ze zdjęcia nie odczytamy nazwisk. Wpisz je albo wklej listę.',
    fewer: (limit: number) =>
      `Wczytaj najwyżej ${rows(limit)} naraz: zostaw tylko osoby zaproszone na spotkanie.`,
    again: 'Sprawdź, czy plik jest na urządzeniu, i wybierz go jeszcze raz.',
  },

  preview: 'Lista przed wczytaniem',
  previewText: 'Sprawdź i popraw, co trzeba. Nic nie jest jeszcze zapisane.',
  people,
  newPeople: fresh,
  knownPeople: known,
  organisations,
  newOrganisations: fresh,
  filledIn: (n: number) =>
    `Uzupełnimy brakujące dane: ${people(n)}. To, co już jest wpisane, zostanie bez zmian.`,
  doubles: (n: number) => `Powtórzenia na tej liście, pomijamy: ${rows(n)}.`,
  unusable: (n: number) => `Do poprawienia: ${rows(n)}. Bez poprawki nie zostaną wczytane.`,
  leftOutColumns: (n: number) =>
    `${n} ${plural('pl', n, { one: 'pominięta kolumna', few: 'pominięte kolumny', many: 'pominiętych kolumn', other: 'pominiętej kolumny' })}`,
  leftOutLines: (n: number) =>
    `${n} ${plural('pl', n, { one: 'pominięty wiersz', few: 'pominięte wiersze', many: 'pominiętych wierszy', other: 'pominiętego wiersza' })}`,
  ignoredColumn: (name: string) => `Kolumna „${name}”`,
  skippedLine: (line: number, text: string) => `Wiersz ${line}: ${text}`,
  onlyDoubtful: (n: number) => `Pokaż tylko do sprawdzenia (${n})`,
  showAllRows: (n: number) => `Pokaż ${rows(n)}`,
  takeColumn: 'Wczytać',
  contactColumn: 'Kontakt',
  outcomeColumn: 'Co zrobimy',
  takeRow: (name: string) => `Wczytaj: ${name}`,
  noName: '(bez nazwiska)',
  correct: 'Popraw',
  correctRow: (name: string) => `Popraw: ${name}`,
  correctTitle: (line: number) => `Popraw wiersz ${line}`,
  correctDone: 'Gotowe',
  correctAndNext: 'Dalej, następny do sprawdzenia',
  outcome: {
    new: 'nowa osoba',
    known: 'już na liście',
    filledIn: 'uzupełnimy dane',
    differs: 'inne dane',
    double: 'powtórzenie',
    unusable: 'do poprawy',
    leftOut: 'pominięte',
  },
  problem: {
    nameMissing: 'Brakuje imienia i nazwiska.',
    nameTooLong: 'To za długie na imię i nazwisko, zmieści się 200 znaków.',
    nameWithoutLetters: 'W imieniu i nazwisku nie ma żadnej litery.',
    organisationTooLong: 'Nazwa instytucji jest za długa, zmieści się 200 znaków.',
    roleTooLong: 'Nazwa funkcji jest za długa, zmieści się 200 znaków.',
    contactTooLong: 'To za długie na telefon lub e-mail.',
    emailDoubtful: 'Ten adres e-mail wygląda na niepełny.',
    phoneDoubtful: 'Ten numer telefonu wygląda na niepełny.',
    looksLikeHtml: 'Są tu znaczniki strony internetowej. Zostaną jako zwykły tekst.',
    columnsTooMany: 'Ten wiersz ma więcej kolumn niż nagłówek.',
  },

  inviteTo: 'Zaproś te osoby na spotkanie',
  inviteNowhere: 'nie zapraszaj, tylko dopisz do partnerów',
  noMeetings:
    'Nie ma zaplanowanego spotkania, więc osoby trafią do partnerów. Zaprosisz je później jednym dotknięciem.',
  replace: (n: number) => `Zastąp dane, które się różnią (${people(n)})`,
  replaceHint: 'Inny telefon, e-mail lub funkcja niż te, które są już wpisane.',
  take: (n: number) => (n === 0 ? 'Zapisz' : `Wczytaj ${peopleObject(n)}`),
  takeAndInvite: (n: number) => `Wczytaj i zaproś ${peopleObject(n)}`,
  another: 'Wróć do wyboru listy',
  taken: (n: number) => `Wczytano ${peopleObject(n)}.`,
  nothingNew: (n: number) =>
    `Nikt nie został wpisany dwa razy: na liście już ${plural('pl', n, { one: 'była', few: 'były', many: 'było', other: 'było' })} ${people(n)}.`,
};
