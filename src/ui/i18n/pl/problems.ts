// What went wrong and what to do: by reason. Raw errors are never shown.
import { plural } from '../plural.ts';

export const problems = {
  title: 'Coś poszło nie tak',
  unexpected: 'Wystąpił błąd, którego się nie spodziewaliśmy. Twoje zapisane dane są bezpieczne.',
  exportFirst: 'Zapisz kopię do pliku',
  required: 'To pole jest potrzebne.',
  nameRequired: 'Wpisz nazwę.',
  personRequired: 'Wpisz imię i nazwisko.',
  tooLong: (max: number) => `To za długi tekst. Zmieści się ${max} znaków.`,
  dateInvalid: 'Takiej daty nie ma w kalendarzu.',
  dateTooFar: 'Sprawdź rok: ta data jest bardzo odległa.',
  timeOrder: 'Koniec jest wcześniej niż początek.',
  emailInvalid: 'Sprawdź adres e-mail, czegoś w nim brakuje.',
  phoneInvalid: 'Sprawdź numer telefonu.',
  notStored: (n: number) =>
    n === 0
      ? 'To urządzenie nie może teraz zapisywać'
      : `${n} ${plural('pl', n, { one: 'zmiana nie jest jeszcze zapisana', few: 'zmiany nie są jeszcze zapisane', many: 'zmian nie jest jeszcze zapisanych', other: 'zmiany nie są jeszcze zapisane' })} na tym urządzeniu`,
  storage: {
    full: 'Na urządzeniu zabrakło miejsca. Usuń niepotrzebne zdjęcia lub pliki i spróbuj jeszcze raz. Nie zamykaj aplikacji: to, co niezapisane, jest na razie tylko w niej.',
    closed: 'Przeglądarka przerwała zapis. Aplikacja próbuje dalej sama. Nie zamykaj jej teraz.',
    blocked: 'Aplikacja jest otwarta w innej karcie w starszej wersji. Zamknij tamtą kartę.',
    unavailable:
      'Przeglądarka nie daje dostępu do zapisanych danych. Jeśli to tryb prywatny, wyjdź z niego. Jeśli nie, zamknij przeglądarkę i otwórz ją ponownie.',
    newerApp: 'Możesz to czytać. Do pisania potrzebna jest nowsza wersja aplikacji.',
    unknown: 'Zapis się nie udał. Aplikacja próbuje dalej sama. Nie zamykaj jej teraz.',
  },
  details: 'Szczegóły dla osoby, która pomaga',
  unreadable: 'Nie udało się odczytać danych z tego urządzenia. Otwórz aplikację ponownie.',
  spaceLow:
    'Kończy się miejsce. Usuń z urządzenia niepotrzebne zdjęcia lub pliki, zanim zabraknie go na zapis.',
};
