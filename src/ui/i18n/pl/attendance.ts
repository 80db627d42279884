// Lista obecności. Where a person's grammatical gender is not known, the neutral form is used.
import { gendered } from '../gender.ts';
import type { GrammaticalGender } from '../gender.ts';
import { plural } from '../plural.ts';

export const attendance = {
  title: 'Lista obecności',
  ordinal: 'Lp.',
  person: 'Imię i nazwisko',
  organisation: 'Instytucja',
  presence: 'Obecność',
  signature: 'Podpis',
  searchLabel: 'Szukaj na liście',
  searchPlaceholder: 'Szukaj osoby…',
  present: (gender: GrammaticalGender) =>
    gendered(gender, { feminine: 'Obecna', masculine: 'Obecny', unknown: 'Jest' }),
  absent: (gender: GrammaticalGender) =>
    gendered(gender, { feminine: 'Nieobecna', masculine: 'Nieobecny', unknown: 'Nie ma' }),
  excused: (gender: GrammaticalGender) =>
    gendered(gender, {
      feminine: 'Usprawiedliwiona',
      masculine: 'Usprawiedliwiony',
      unknown: 'Nieobecność usprawiedliwiona',
    }),
  markPresent: (name: string) => `Zaznacz obecność: ${name}`,
  markExcused: 'Usprawiedliw nieobecność',
  markAbsent: 'Cofnij obecność',
  marked: (name: string) => `${name}: obecność zapisana`,
  presentCount: (n: number) =>
    `${n} ${plural('pl', n, { one: 'obecna osoba', few: 'obecne osoby', many: 'obecnych', other: 'obecnej osoby' })}`,
  signatureCount: (n: number) =>
    `${n} ${plural('pl', n, { one: 'podpis', few: 'podpisy', many: 'podpisów', other: 'podpisu' })}`,
  addPerson: 'Dopisz osobę',
  addPersonText: 'Wpisz imię i nazwisko. Pokażemy osoby, które już znasz.',
  addNamed: (name: string) => `Dopisz: ${name}`,
  walkIn: (gender: GrammaticalGender) =>
    gendered(gender, { feminine: 'dopisana', masculine: 'dopisany', unknown: 'spoza listy' }),
  selfSigning: 'Podpisują sami',
  sign: 'Podpis',
  fromPaper: 'Przepisz z papieru',
  origin: { self: 'podpis na tablecie', operator: 'zaznacza prowadzący', paper: 'z papierowej listy' },
  empty: 'Lista jest pusta',
  emptyText: 'Zaproś osoby na spotkanie albo dopisuj je tutaj, gdy przychodzą.',
  noneFound: (query: string) => `Nikogo takiego nie ma na liście: „${query}”.`,
  all: 'Wszyscy',
  onlyMissing: 'Bez obecności',
  onlyUnsigned: 'Bez podpisu',
};
