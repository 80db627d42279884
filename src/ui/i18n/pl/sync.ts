// Where the work is and what still has to be sent. A person's unsent work comes first, the connection second.
import { plural } from '../plural.ts';

const waiting = (n: number) =>
  plural('pl', n, { one: 'czeka', few: 'czekają', many: 'czeka', other: 'czeka' });
const changes = (n: number) =>
  plural('pl', n, { one: 'zmiana', few: 'zmiany', many: 'zmian', other: 'zmiany' });

export const sync = {
  title: 'Gdzie są Twoje dane',
  subtitle: 'Co jest na tym urządzeniu, co na serwerze i co jeszcze czeka.',
  waiting: (n: number) => `${n} ${changes(n)} ${waiting(n)} na wysłanie`,
  waitingShort: (n: number) => `czeka: ${n}`,
  offlineWaiting: (n: number) => `Brak internetu · ${n} ${changes(n)} ${waiting(n)} na wysłanie`,
  offline: 'Brak internetu, możesz pracować dalej',
  allSafe: 'Wszystko bezpieczne na serwerze',
  onlyHere: 'Wszystko zapisane na tym urządzeniu',
  sending: (n: number) =>
    `Wysyłam ${n} ${plural('pl', n, { one: 'zmianę', few: 'zmiany', many: 'zmian', other: 'zmiany' })}…`,
  checking: 'Sprawdzam…',
  sendNow: 'Wyślij teraz',
  sent: 'Wysłano. Wszystko jest bezpieczne na serwerze.',
  sendFailed: 'Nie udało się wysłać. Nic nie zginęło: zmiany są na tym urządzeniu i wyślą się same.',
  refused: (n: number) =>
    `${n} ${changes(n)} ${plural('pl', n, { one: 'nie została przyjęta', few: 'nie zostały przyjęte', many: 'nie zostało przyjętych', other: 'nie zostało przyjętych' })}`,
  thisDevice: 'To urządzenie',
  server: 'Serwer',
  lastSent: (when: string) => `Ostatnio wysłano: ${when}`,
  neverSent: 'Jeszcze nic nie wysłano',
  waitingSince: (when: string) => `Najstarsza niewysłana zmiana: ${when}`,
  lastFailure: (when: string) => `Ostatnia nieudana próba: ${when}`,
  noServer: 'To urządzenie nie jest jeszcze połączone z serwerem.',
  noServerText: 'Możesz pracować bez serwera. Po połączeniu wszystko, co tu jest, zostanie wysłane.',
  connect: 'Połącz z serwerem',
  exportWork: 'Zapisz kopię do pliku',
  keptAside: 'Odłożone zmiany',
  keptAsideText: 'Serwer ich nie przyjął. Są zachowane na tym urządzeniu, możesz je zapisać do pliku.',
  space: (used: string, all: string) => `Zajęte miejsce: ${used} z ${all}`,
  spaceLow: 'Na tym urządzeniu kończy się miejsce. Usuń niepotrzebne pliki lub zdjęcia z urządzenia.',
  persisted: 'Przeglądarka nie usunie danych sama.',
  notPersisted:
    'Przeglądarka może usunąć dane, gdy zabraknie miejsca. Zainstaluj aplikację, aby temu zapobiec.',
  chipExample: 'Przykład, nic nie jest wysyłane',
  chipExampleShort: 'przykład',
  refusedShort: (n: number) => `nieprzyjęte: ${n}`,
  failedWaiting: (n: number) => `Wysyłanie się nie udało · ${n} ${changes(n)} ${waiting(n)}`,
  sendingShort: (n: number) => `wysyłam: ${n}`,
  onlyHereShort: 'zapisane tutaj',
  allSafeShort: 'na serwerze',
  offlineShort: 'bez internetu',
  waitingText: 'Są zapisane na tym urządzeniu. Wyślą się same za chwilę.',
  waitingOfflineText: 'Są zapisane na tym urządzeniu. Wyślą się same, gdy wróci internet.',
  whatWaits: 'Zobacz, co czeka',
};
