// Plan (Załącznik 1): the ways out of the app, files and mail, and the way in for a plan that was written elsewhere.
import { plural } from '../plural.ts';

const things = (n: number, one: string, few: string, many: string) =>
  `${n} ${plural('pl', n, { one, few, many, other: few })}`;

export const planOutOf = {
  takeOutText: 'Wszystko powstaje na tym urządzeniu, także bez internetu.',
  wholePlan: 'Cały plan',
  files: {
    docx: 'Dokument Word (DOCX)',
    pdf: 'Dokument PDF',
    txt: 'Tekst do e-maila',
    xlsx: 'Arkusz Excel (XLSX)',
    csv: 'Tabela CSV',
    ics: 'Kalendarz (ICS)',
  },
  fileHints: {
    docx: 'Do dalszej pracy i do oddania.',
    pdf: 'Do wydruku i wysłania.',
    txt: 'Skopiuj i wklej do wiadomości.',
    xlsx: 'Działania z budżetem.',
    csv: 'Działania dla innych programów.',
    ics: 'Terminy do kalendarza w telefonie.',
  },
  printPlan: 'Drukuj',
  activitiesAndDates: 'Działania i terminy',
  made: (name: string) => `Zapisano plik: ${name}`,
  copiedPlan: 'Skopiowano. Wklej to do wiadomości.',
  notCopied: 'Przeglądarka nie pozwoliła skopiować. Pobierz tekst jako plik.',
  notMade: 'Nie udało się przygotować tego pliku. Plan jest bezpieczny, spróbuj jeszcze raz.',
  lettersMissing: (letters: string) =>
    `W pliku PDF nie da się zapisać znaków: ${letters}. Pobierz plan jako DOCX.`,
  notPrinted: 'Nie udało się otworzyć wydruku. Pobierz PDF i wydrukuj go.',

  bringInText:
    'Macie już plan w Wordzie? Wybierzcie plik albo wklejcie tekst. Nic nie zapisze się bez Waszej zgody.',
  chooseDocx: 'Wybierz plik DOCX',
  orPaste: 'Albo wklej tu tekst',
  readPasted: 'Zobacz, co się wczyta',
  reading: 'Czytam dokument…',
  refused: {
    notADocument: 'To nie jest plik DOCX. Otwórz dokument w Wordzie lub LibreOffice i zapisz jako DOCX.',
    passwordProtected: 'Ten plik jest chroniony hasłem. Zapisz go bez hasła i wybierz jeszcze raz.',
    oldWord: 'To starszy format Worda (DOC). Otwórz go i zapisz jako DOCX.',
    openDocument: 'To plik LibreOffice (ODT). Otwórz go i zapisz jako DOCX.',
    otherZip: 'To nie jest dokument Worda, tylko inny plik. Wybierz plik DOCX z planem.',
    damaged: 'Ten plik jest uszkodzony. Otwórz go w Wordzie lub LibreOffice i zapisz jeszcze raz.',
    empty: 'Nie ma tu żadnego tekstu.',
    tooLong: 'To więcej niż plan: ponad 300 stron. Wczytaj go w częściach.',
    tooLarge: 'Ten plik jest za duży. Usuń z niego zdjęcia i spróbuj jeszcze raz.',
  },
  unreadFile: 'Nie udało się odczytać tego pliku. Wybierz go jeszcze raz.',
  preview: 'Co gdzie trafi',
  previewText: 'Sprawdźcie i poprawcie. To, co już jest w planie, zostaje: nowa treść dopisze się na końcu.',
  partBeginning: 'Początek dokumentu',
  toSection: 'Trafi do sekcji',
  leaveOut: 'Nie wczytuj tej części',
  asRows: (n: number) => `Powstanie ${things(n, 'wiersz', 'wiersze', 'wierszy')}.`,
  unplacedRows: (n: number) =>
    `${things(n, 'pozycja nie ma', 'pozycje nie mają', 'pozycji nie ma')} pary na liście i trafi do Metryczki.`,
  leftOut: {
    images: (n: number) => `Pominięto ${things(n, 'obraz', 'obrazy', 'obrazów')}.`,
    links: (n: number) =>
      `Pominięto ${things(n, 'niebezpieczny link', 'niebezpieczne linki', 'niebezpiecznych linków')}.`,
    deletions: (n: number) =>
      `Pominięto ${things(n, 'skreślony fragment', 'skreślone fragmenty', 'skreślonych fragmentów')}.`,
    notes: (n: number) =>
      `Pominięto ${things(n, 'przypis lub komentarz', 'przypisy lub komentarze', 'przypisów lub komentarzy')}.`,
  },
  bringInNow: 'Dopisz do planu',
  broughtIn: 'Dopisano do planu',
  broughtUndone: 'Cofnięto wczytanie planu',
  broughtHeading: 'Z wczytanego planu',
  nothingChosen: 'Wybierz sekcję choć dla jednej części.',
  otherFile: 'Wybierz inny dokument',
};
