// What went wrong and what to do: by reason. Raw errors are never shown.
import { plural } from '../plural.ts';

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
    unknown: 'Zapis się nie udał. Aplikacja próbuje dalej sama. Nie zamykaj jej teraz.',
  },
  recoveryTitle: 'Nie można otworzyć danych na tym urządzeniu',
  recoveryText:
    'Niczego nie usuwamy. Spróbuj jeszcze raz, a na wszelki wypadek zapisz do pliku to, co da się odczytać.',
  rescue: 'Zapisz do pliku to, co da się odczytać',
  rescued: (n: number) =>
    `Plik zapisany. ${plural('pl', n, { one: 'Jest w nim', few: 'Są w nim', many: 'Jest w nim', other: 'Jest w nim' })} ${n} ${plural('pl', n, { one: 'dokument', few: 'dokumenty', many: 'dokumentów', other: 'dokumentu' })}. Wczytasz go w ustawieniach, także na innym urządzeniu.`,
  nothingToRescue:
    'Teraz nie udało się nic odczytać. Zamknij przeglądarkę, otwórz ją ponownie i spróbuj jeszcze raz.',
  details: 'Szczegóły dla osoby, która pomaga',
  exchange: {
    unreachable: 'Nie ma połączenia z internetem albo serwer nie odpowiada.',
    timeout: 'Połączenie jest bardzo wolne i odpowiedź nie przyszła na czas.',
    notTheServer:
      'Odpowiedział ktoś inny niż serwer. W sieciach publicznych trzeba najpierw zalogować się do Wi-Fi w przeglądarce.',
    serverFailed: 'Serwer ma chwilowy kłopot.',
    insecure: 'Adres tej strony nie zaczyna się od https, więc przeglądarka nie pozwala się połączyć.',
    deviceStorage:
      'To urządzenie nie mogło zapisać tego, co przyszło. Sprawdź, czy jest na nim wolne miejsce.',
    unexpected: 'Wystąpił błąd, którego się nie spodziewaliśmy. Szczegóły są w ustawieniach.',
    malformed: 'Serwer nie zrozumiał tego urządzenia. Włącz nową wersję aplikacji.',
    unauthorised: 'Serwer nie rozpoznał tego urządzenia. Spróbuj jeszcze raz.',
    unknownDevice: 'Serwer nie zna tego urządzenia. Poproś o nowe zaproszenie.',
    challengeOver: 'Logowanie trwało zbyt długo. Spróbuj jeszcze raz.',
    revoked:
      'To urządzenie zostało odłączone. Poproś o nowe zaproszenie. Twoje zmiany są nadal na tym urządzeniu.',
    notAllowed: 'Nie masz uprawnień do tej czynności.',
    unknown: 'Serwer tego nie zna.',
    expired: 'Termin ważności minął.',
    usedUp: 'Wykorzystano to już tyle razy, ile było można.',
    deviceTaken: 'Serwer zna to urządzenie pod innym kluczem. Spróbuj jeszcze raz.',
    oneself: 'Nie można odłączyć samego siebie.',
    lastLibrarian: 'W partnerstwie musi zostać przynajmniej jedna osoba prowadząca.',
    tooOften: 'Za dużo prób naraz. Poczekaj minutę i spróbuj jeszcze raz.',
    wrongOrigin: 'Aplikacja jest otwarta pod innym adresem, niż oczekuje serwer.',
    tooLarge: 'Tego jest za dużo na jedno wysłanie.',
    appTooOld: 'Ta wersja aplikacji jest za stara dla serwera. Włącz nową wersję.',
    storageFailed: 'Na serwerze zabrakło miejsca. Powiedz o tym osobie, która go prowadzi.',
  },
  refusal: {
    readOnly: 'Możesz to czytać, ale nie zmieniać.',
    notMember: 'Nie masz już dostępu do tego partnerstwa.',
    revoked: 'To urządzenie nie ma już dostępu. Poproś osobę prowadzącą o nowe zaproszenie.',
    tooLarge: 'Ta zmiana jest za duża, żeby ją wysłać.',
    malformed: 'Serwer nie mógł odczytać tej zmiany.',
    epochOver: 'Ten dokument został przebudowany po usunięciu danych. Twoje zmiany zostaną przeniesione.',
    appTooOld: 'Ta wersja aplikacji jest za stara. Włącz nową wersję, a zmiany wyślą się same.',
    storageFailed: 'Na serwerze zabrakło miejsca. Zmiany wyślą się same, gdy się zwolni.',
  },
  invitation: {
    expired: 'To zaproszenie straciło ważność. Poproś o nowe.',
    usedUp: 'To zaproszenie zostało już wykorzystane. Poproś o nowe.',
    revoked: 'To zaproszenie zostało unieważnione. Poproś o nowe.',
    unknown:
      'Serwer nie zna jeszcze tego zaproszenia. Sprawdź kod. Jeśli jest dobry, urządzenie, na którym powstał, musi najpierw połączyć się z internetem.',
    unknownDevice:
      'Urządzenie, na którym powstało to zaproszenie, nie łączyło się jeszcze z serwerem. Gdy to zrobi, dołączysz bez niczyjej pomocy.',
    notAllowed: 'Osoba, która zaprasza, nie może nadać tej roli. Poproś o inne zaproszenie.',
    mistyped: 'W tym kodzie jest pomyłka. Sprawdź go znak po znaku.',
    malformed: 'To nie jest kod ani link zaproszenia. Kod ma 10 znaków, na przykład 7K3QF-9M2XD.',
    newer: 'To zaproszenie powstało w nowszej wersji aplikacji. Włącz nową wersję i spróbuj jeszcze raz.',
  },
  clockWrong: 'Zegar tego urządzenia pokazuje zły czas. Sprawdź datę i godzinę w ustawieniach urządzenia.',
  unreadable: 'Nie udało się odczytać danych z tego urządzenia. Otwórz aplikację ponownie.',
};
