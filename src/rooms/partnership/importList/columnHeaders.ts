// What the columns of a list are called in libraries, offices and spreadsheets, in Polish and English.

import { foldedWords } from '../../../domain/text/foldPolish.ts';
import { isGivenName } from './givenNames.ts';
import type { StatedOrder } from './nameOrder.ts';

/** `contact`: telephone and e-mail in one cell. `ordinal`: the "Lp.", known so that it is not told as ignored. */
export type ColumnField =
  | 'name'
  | 'given'
  | 'surname'
  | 'organisation'
  | 'role'
  | 'phone'
  | 'email'
  | 'contact'
  | 'ordinal';

// Patterns over the folded words of a header, the first that fits decides. What is told apart by order:
// "osoba do kontaktu" is a person, "adres e-mail" no address, "nazwa instytucji" no name of a person.
const PATTERNS: readonly (readonly [ColumnField, RegExp])[] = [
  ['email', /\b(?:e ?mail|emails|mail|mejl)\b|\b(?:adres|poczta) elektronicz/],
  ['phone', /\b(?:tel|telefon\w*|kom|komorka|komorkowy|fax|phone|mobile|cell)\b/],
  [
    'name',
    /\bimi(?:e|ona)\b.*\bnazwisk|\bnazwisk\w+\b.*\bimi(?:e|ona)\b|\b(?:first|given) name\b.*\b(?:last|sur)|^full name$/,
  ],
  ['name', /^osob[ay]\b/],
  ['surname', /^(?:nazwisk\w+|surname|last name|family name)$/],
  ['given', /^(?:imi(?:e|ona)|pierwsze imie|first name|given names?|forename)$/],
  [
    'organisation',
    /\b(?:instytucj\w+|organizacj\w+|podmiot\w*|firm[ay]|jednostk\w+|zaklad pracy|miejsce pracy|reprezent\w+)\b/,
  ],
  [
    'organisation',
    /\b(?:organi[sz]ation|institution|company|employer|affiliation)\b|^(?:nazwa|partner|skad)$/,
  ],
  ['name', /\b(?:uczestni\w+|zapros\w+|gosc|goscie|person|participant|attendee|invitee|guest)\b|^name$/],
  ['role', /\b(?:funkcj\w+|stanowisk\w+|rola|zawod|role|position|function|job title)\b/],
  ['contact', /\b(?:kontakt\w*|contact)\b/],
  ['ordinal', /^(?:l ?p|nr|no|poz|numer)?$/],
];

/** The field that a header names; `undefined` for a column of no use here ("Podpis", "Uwagi"). */
export function recogniseHeader(header: string): ColumnField | undefined {
  const words = foldedWords(header).join(' ');
  if (words.length > 60 || (words === '' && !/[#№]/.test(header))) return undefined;
  return PATTERNS.find(([, pattern]) => pattern.test(words))?.[0];
}

/** The order of names a header states: "Nazwisko i imię", "Imię i nazwisko", or neither. */
export function statedOrder(header: string): StatedOrder {
  const words = foldedWords(header).join(' ');
  const surname = words.search(/\bnazwisk|\bsurname|\blast name/);
  const given = words.search(/\bimi(?:e|ona)\b|\bfirst name|\bgiven name/);
  if (surname < 0 || given < 0) return 'unsaid';
  return surname < given ? 'surnameFirst' : 'givenFirst';
}

/**
 * True for a row of cells that is a header: one of them names the person, outright ("Imię i nazwisko") or beside another
 * known header ("Uczestnik", "Firma"), and none holds a given name, as the rows below it do.
 */
export function isHeaderRow(cells: readonly string[]): boolean {
  const filled = cells.map((cell) => cell.trim()).filter((cell) => cell !== '');
  const fields = filled.map(recogniseHeader);
  if (!fields.some((field) => field === 'name' || field === 'surname')) return false;
  if (filled.some((cell) => foldedWords(cell).some(isGivenName))) return false;
  return fields.filter((field) => field !== undefined).length >= 2 || filled.some(namesPersonOutright);
}

function namesPersonOutright(header: string): boolean {
  const isShort = foldedWords(header).length <= 4;
  return isShort && (statedOrder(header) !== 'unsaid' || recogniseHeader(header) === 'surname');
}
