// Bringing in an invitation list from a file or from pasted text.
import { plural } from '../plural.ts';

const rows = (n: number) =>
  `${n} ${plural('pl', n, { one: 'wiersz', few: 'wiersze', many: 'wierszy', other: 'wiersza' })}`;

export const importing = {
  title: 'Wczytaj listę',
  subtitle: 'Plik CSV z arkusza albo tekst skopiowany z wiadomości.',
  chooseFile: 'Wybierz plik',
  paste: 'Wklej tekst',
  pasteHint: 'Jedna osoba w wierszu. Nazwę instytucji oddziel przecinkiem, średnikiem lub tabulatorem.',
  preview: 'Sprawdź przed wczytaniem',
  previewText: 'Popraw to, co trzeba. Nic nie jest jeszcze zapisane.',
  column: (name: string) => `Kolumna „${name}”`,
  columns: {
    person: 'imię i nazwisko',
    organisation: 'instytucja',
    phone: 'telefon',
    email: 'e-mail',
    skip: 'pomiń',
  },
  found: rows,
  newRow: 'nowa osoba',
  knownRow: 'już jest na liście',
  skippedRow: 'pominięty',
  problemRow: 'do poprawienia',
  take: (n: number) =>
    `Wczytaj ${plural('pl', n, { one: `${n} osobę`, few: `${n} osoby`, many: `${n} osób`, other: `${n} osoby` })}`,
  taken: (n: number) =>
    `Wczytano ${plural('pl', n, { one: `${n} osobę`, few: `${n} osoby`, many: `${n} osób`, other: `${n} osoby` })}.`,
  nothingNew: 'Wszystkie osoby z tej listy są już wpisane. Nic nie zostało dodane.',
  notAList: 'W tym pliku nie ma listy osób. Zapisz arkusz jako CSV i wybierz go jeszcze raz.',
  binary: 'To nie jest plik tekstowy. Zapisz arkusz jako CSV i wybierz go jeszcze raz.',
  tooLong: (n: number) => `Ta lista ma ${rows(n)}. Podziel ją na mniejsze.`,
  emptyFile: 'Ten plik jest pusty.',
  nameMissing: 'Brakuje imienia i nazwiska.',
  nameTooLong: 'To za długie na imię i nazwisko.',
};
