// The page that says what is where, and the reasons for which sending, joining or inviting did not succeed.
import { plural } from '../plural.ts';

const count = (n: number, one: string, few: string, many: string) =>
  `${n} ${plural('pl', n, { one, few, many, other: few })}`;

export const sending = {
  title: 'Gdzie są Twoje dane',
  subtitle: 'Co jest na tym urządzeniu, co na serwerze i co jeszcze czeka.',
  sendNow: 'Wyślij teraz',
  underWay: 'Wysyłam…',
  sent: (received: number): string =>
    received === 0
      ? 'Wysłano. Serwer ma wszystko z tego urządzenia.'
      : 'Wysłano i pobrano zmiany od innych. Serwer ma wszystko z tego urządzenia.',
  sentPartly: 'Wysłano, ale serwer nie przyjął wszystkiego. Zobacz niżej, co i dlaczego.',
  failed: 'Nie udało się wysłać.',
  nothingLost: 'Nic nie zginęło: zmiany są na tym urządzeniu i wyślą się same, gdy to będzie możliwe.',
  thisDevice: 'To urządzenie',
  holds: (partnerships: number, meetings: number, people: number) =>
    `${count(partnerships, 'partnerstwo', 'partnerstwa', 'partnerstw')}, ${count(meetings, 'spotkanie', 'spotkania', 'spotkań')}, ${count(people, 'osoba', 'osoby', 'osób')}`,
  holdsExample: 'Jest tu tylko przykład. Jego się nie wysyła.',
  holdsNothing: 'Nie ma tu jeszcze żadnych danych.',
  spaceLabel: 'Zajęte miejsce',
  space: (used: string, all: string) => `Zajęte ${used} z ${all}, które daje przeglądarka.`,
  spaceUnknown: 'Przeglądarka nie mówi, ile miejsca zostało.',
  kept: 'Przeglądarka nie usunie tych danych sama.',
  mayBeCleared:
    'Przeglądarka może usunąć te dane, gdy na urządzeniu zabraknie miejsca. Pomaga zainstalowanie aplikacji.',
  askKept: 'Poproś o trwałe przechowanie',
  notGranted: 'Przeglądarka odmówiła. Zainstaluj aplikację i poproś jeszcze raz.',
  server: 'Serwer',
  onlineSince: (when: string) => `Połączenie działa od: ${when}.`,
  offlineSince: (when: string) => `Brak połączenia od: ${when}. To nie przeszkadza w pracy.`,
  connecting: 'Łączę się…',
  lastSuccess: (when: string) => `Ostatnia udana wymiana: ${when}.`,
  neverSucceeded: 'Wymiana z serwerem jeszcze się nie odbyła.',
  lastFailure: (when: string) => `Ostatnia nieudana próba: ${when}.`,
  clockAhead: (minutes: number) =>
    `Zegar tego urządzenia spieszy się o ${count(minutes, 'minutę', 'minuty', 'minut')}. Popraw datę i godzinę w ustawieniach urządzenia.`,
  clockBehind: (minutes: number) =>
    `Zegar tego urządzenia spóźnia się o ${count(minutes, 'minutę', 'minuty', 'minut')}. Popraw datę i godzinę w ustawieniach urządzenia.`,
  noServerTitle: 'To urządzenie nie jest jeszcze połączone',
  noServerText:
    'Pracuje samo i wszystko zapisuje u siebie. Gdy połączysz je z serwerem, wyśle to, co tu jest, i będziesz mieć kopię.',
  howToConnect: 'Jak połączyć',
  connectSteps:
    'Poproś osobę, która prowadzi program lub partnerstwo, o zaproszenie. Otwórz na tym urządzeniu link z zaproszenia, zeskanuj jego kod QR albo wpisz kod.',
  enterCode: 'Mam zaproszenie',
  saveCopy: 'Zapisz kopię do pliku',
  waitingTitle: 'Czeka na wysłanie',
  nothingWaits: 'Nic nie czeka. Wszystko z tego urządzenia jest też na serwerze.',
  waitingIn: (n: number) => count(n, 'zmiana', 'zmiany', 'zmian'),
  unnamed: 'partnerstwo bez nazwy',
  refusedTitle: 'Nieprzyjęte przez serwer',
  refusedText:
    'Są zachowane na tym urządzeniu. Możesz je zapisać do pliku albo spróbować wysłać jeszcze raz.',
  refusedAt: (when: string) => `Nie przyjęto: ${when}.`,
  pendingTitle: 'Przyjęte zaproszenie czeka',
  pendingText: 'Dołączysz bez niczyjej pomocy, gdy to urządzenie połączy się z internetem.',
  legend: 'Co znaczą znaki przy wpisach',
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
    serverTooOld:
      'Serwer jest starszy niż ta wersja aplikacji. Powiedz o tym osobie, która go prowadzi. Nic nie ginie, zmiany wyślą się później.',
    storageFailed: 'Na serwerze zabrakło miejsca. Powiedz o tym osobie, która go prowadzi.',
    moved: 'W tej chwili ktoś coś zmienił. Spróbuj jeszcze raz.',
    epochOver: 'Ten dokument został właśnie przebudowany na innym urządzeniu. Spróbuj jeszcze raz.',
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
};
