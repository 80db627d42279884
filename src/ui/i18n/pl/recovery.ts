// What is said where this device's storage does not open. It comes with its screen.
import { plural } from '../plural.ts';

export const recovery = {
  title: 'Nie można otworzyć danych na tym urządzeniu',
  text: 'Niczego nie usuwamy. Spróbuj jeszcze raz, a na wszelki wypadek zapisz do pliku to, co da się odczytać.',
  rescue: 'Zapisz do pliku to, co da się odczytać',
  rescued: (n: number) =>
    `Plik zapisany. ${plural('pl', n, { one: 'Jest w nim', few: 'Są w nim', many: 'Jest w nim', other: 'Jest w nim' })} ${n} ${plural('pl', n, { one: 'dokument', few: 'dokumenty', many: 'dokumentów', other: 'dokumentu' })}. Wczytasz go w ustawieniach, także na innym urządzeniu.`,
  nothingToRescue:
    'Teraz nie udało się nic odczytać. Zamknij przeglądarkę, otwórz ją ponownie i spróbuj jeszcze raz.',
};
