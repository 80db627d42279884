// Edytor tekstu planu: toolbar, links, tables, what was left out of a paste.
import { plural } from '../plural.ts';

const characters = (n: number) =>
  `${n} ${plural('pl', n, { one: 'znak', few: 'znaki', many: 'znaków', other: 'znaku' })}`;

export const planEditor = {
  toolbar: 'Wygląd tekstu',
  bold: 'Pogrubienie',
  italic: 'Kursywa',
  level: 'Nagłówek',
  plain: 'Zwykły tekst',
  heading: (level: number) => `Nagłówek ${level}`,
  bulletList: 'Lista z kropkami',
  orderedList: 'Lista z numerami',
  link: 'Odnośnik',
  linkAddress: 'Adres strony, e-mail albo telefon',
  linkApply: 'Wstaw odnośnik',
  linkRemove: 'Usuń odnośnik',
  linkWrong:
    'To nie jest adres, do którego może prowadzić odnośnik. Wpisz na przykład www.biblioteka.pl, biblioteka@gmina.pl albo tel:123456789.',
  table: 'Tabela',
  insertTable: 'Wstaw tabelę',
  addRow: 'Dodaj wiersz',
  addColumn: 'Dodaj kolumnę',
  removeRow: 'Usuń wiersz',
  removeColumn: 'Usuń kolumnę',
  removeTable: 'Usuń tabelę',
  undo: 'Cofnij swoją zmianę',
  redo: 'Przywróć swoją zmianę',
  keys: 'Alt+F10 prowadzi do paska z wyglądem tekstu, Escape wychodzi z tekstu.',
  unbindable:
    'W tej sekcji jest coś, czego ta wersja aplikacji nie umie zmieniać. Możesz ją przeczytać. Po aktualizacji aplikacji będzie można znów pisać; nic nie zginęło.',
  pasteCut: (taken: number, whole: number) =>
    `Wklejony tekst nie zmieścił się w tej sekcji: wstawiono ${characters(taken)} z ${whole}. Reszta została w schowku. Skróć tekst albo rozdziel go między sekcje.`,
  pasteFull:
    'W tej sekcji nie ma już miejsca na wklejony tekst. Nic nie zostało wstawione ani usunięte. Skróć to, co jest, albo wklej mniejszą część.',
  pastePlain: 'Wklejony tekst był tak duży, że wstawiono go bez nagłówków, list i tabel.',
  pasteImages: (n: number) =>
    `${n} ${plural('pl', n, { one: 'obraz pominięto', few: 'obrazy pominięto', many: 'obrazów pominięto', other: 'obrazu pominięto' })}: w planie jest miejsce tylko na tekst.`,
};
