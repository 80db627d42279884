// The sync chip and the card of Dziś about unsent work: the person's own unsent work first, the connection second.
import { plural } from '../plural.ts';

const waiting = (n: number) =>
  plural('pl', n, { one: 'czeka', few: 'czekają', many: 'czeka', other: 'czeka' });
const changes = (n: number) =>
  plural('pl', n, { one: 'zmiana', few: 'zmiany', many: 'zmian', other: 'zmiany' });

export const sync = {
  waiting: (n: number) => `${n} ${changes(n)} ${waiting(n)} na wysłanie`,
  waitingShort: (n: number) => `czeka: ${n}`,
  offlineWaiting: (n: number) => `Brak internetu · ${n} ${changes(n)} ${waiting(n)} na wysłanie`,
  failedWaiting: (n: number) => `Wysyłanie się nie udało · ${n} ${changes(n)} ${waiting(n)}`,
  sending: (n: number) =>
    `Wysyłam ${n} ${plural('pl', n, { one: 'zmianę', few: 'zmiany', many: 'zmian', other: 'zmiany' })}…`,
  sendingShort: (n: number) => `wysyłam: ${n}`,
  refused: 'Serwer nie przyjął części zmian',
  refusedShort: 'nieprzyjęte',
  onlyHere: 'Wszystko zapisane na tym urządzeniu',
  onlyHereShort: 'zapisane tutaj',
  allSafe: 'Wszystko bezpieczne na serwerze',
  allSafeShort: 'na serwerze',
  offline: 'Brak internetu, możesz pracować dalej',
  offlineShort: 'bez internetu',
  chipExample: 'Przykład, nic nie jest wysyłane',
  chipExampleShort: 'przykład',
  waitingText: 'Są zapisane na tym urządzeniu. Wyślą się same za chwilę.',
  waitingOfflineText: 'Są zapisane na tym urządzeniu. Wyślą się same, gdy wróci internet.',
  whatWaits: 'Zobacz, co czeka',
};
