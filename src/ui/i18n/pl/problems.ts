// What went wrong and what to do: by reason. Raw errors are never shown.

export const problems = {
  title: 'Coś poszło nie tak',
  unexpected: 'Wystąpił błąd, którego się nie spodziewaliśmy. Twoje zapisane dane są bezpieczne.',
  reload: 'Otwórz aplikację ponownie',
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
  storage: {
    quota:
      'Na urządzeniu zabrakło miejsca. To, co piszesz, jest na ekranie: zwolnij miejsce i spróbuj jeszcze raz.',
    closed: 'Przeglądarka przerwała zapis. Próbuję jeszcze raz.',
    blocked: 'Aplikacja jest otwarta w innej karcie w starszej wersji. Zamknij tamtą kartę.',
    unavailable:
      'Przeglądarka nie pozwala zapisywać danych. Wyłącz tryb prywatny i otwórz aplikację ponownie.',
    corrupt:
      'Nie udało się otworzyć danych na urządzeniu. Zapisz kopię do pliku, zanim zrobisz cokolwiek innego.',
  },
  network: {
    unreachable: 'Serwer nie odpowiada. Zmiany są na tym urządzeniu i wyślą się same.',
    timeout: 'Połączenie jest bardzo wolne. Spróbuję jeszcze raz za chwilę.',
    serverError: 'Serwer ma kłopot. Zmiany są na tym urządzeniu i wyślą się same.',
  },
  refusal: {
    readOnly: 'Możesz to czytać, ale nie zmieniać.',
    revoked: 'To urządzenie nie ma już dostępu. Poproś osobę prowadzącą o nowe zaproszenie.',
    tooLarge: 'Ta zmiana jest za duża, żeby ją wysłać.',
    malformed: 'Serwer nie mógł odczytać tej zmiany.',
    epochOver: 'Ten dokument został przebudowany po usunięciu danych. Twoje zmiany zostaną przeniesione.',
    appTooOld: 'Ta wersja aplikacji jest za stara. Włącz nową wersję, a zmiany wyślą się same.',
  },
  invitation: {
    expired: 'To zaproszenie straciło ważność. Poproś o nowe.',
    used: 'To zaproszenie zostało już wykorzystane. Poproś o nowe.',
    revoked: 'To zaproszenie zostało unieważnione. Poproś o nowe.',
    unknown: 'Nie ma takiego kodu. Sprawdź, czy nie ma w nim pomyłki.',
  },
  clockWrong: 'Zegar tego urządzenia pokazuje zły czas. Sprawdź datę i godzinę w ustawieniach urządzenia.',
};
