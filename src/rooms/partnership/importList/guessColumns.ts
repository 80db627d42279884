// What the columns of a table without a header hold, judged by their cells.

import { looksLikeEmail, looksLikePhone } from '../../../domain/invitationList.ts';
import { guessOrganisationType } from '../../../domain/text/guessOrganisationType.ts';
import type { ColumnField } from './columnHeaders.ts';
import { emailOfCell, phoneOfCell } from './contacts.ts';
import { isGivenName } from './givenNames.ts';
import { meanPlausibility } from './plausibleName.ts';
import { isRole } from './roleWords.ts';

type Fields = (ColumnField | undefined)[];

/** A column is judged by its first cells: more of them say nothing new. */
const LOOKED_AT = 200;

/** A field a column, `undefined` for a column left out; or nothing at all when no column holds people's names. */
export function guessColumns(
  rows: readonly (readonly string[])[],
): readonly (ColumnField | undefined)[] | undefined {
  const width = Math.max(0, ...rows.slice(0, LOOKED_AT).map((row) => row.length));
  const columns = Array.from({ length: width }, (_, index) =>
    rows
      .slice(0, LOOKED_AT)
      .map((row) => (row[index] ?? '').trim())
      .filter((cell) => cell !== ''),
  );
  const fields: Fields = columns.map(formOf);
  if (!nameColumns(columns, fields)) return undefined;
  textColumns(columns, fields);
  return fields;
}

/** Fields that are known by the form of their cells. */
function formOf(cells: readonly string[]): ColumnField | undefined {
  if (cells.length === 0) return undefined;
  if (most(cells, (cell) => looksLikeEmail(emailOfCell(cell)))) return 'email';
  if (most(cells, (cell) => looksLikePhone(phoneOfCell(cell)))) return 'phone';
  const isContact = (cell: string) => looksLikeEmail(emailOfCell(cell)) || looksLikePhone(phoneOfCell(cell));
  if (most(cells, isContact)) return 'contact';
  return most(cells, (cell) => /^\d{1,4}[.)]?$/.test(cell)) ? 'ordinal' : undefined;
}

function nameColumns(columns: readonly (readonly string[])[], fields: Fields): boolean {
  const candidates = columns
    .map((cells, index) => ({ index, cells, score: nameScore(cells) }))
    .filter(({ index, score }) => fields[index] === undefined && score >= 0.5);
  const [first, second] = candidates;
  if (first === undefined) return false;
  const best = candidates.find(({ score }) => score > 0.75) ?? first;
  // Two neighbouring columns of single words, one of them of given names, are the name in two parts.
  if (best.score <= 0.75 && second !== undefined && second.index === first.index + 1) {
    const given = [first, second].filter(({ cells }) => most(cells, isGivenName));
    if (given.length === 1) {
      fields[first.index] = given[0] === first ? 'given' : 'surname';
      fields[second.index] = given[0] === first ? 'surname' : 'given';
      return true;
    }
  }
  fields[best.index] = 'name';
  return true;
}

/** Names are no organisations and no functions, although "Bank Spółdzielczy" has two capitalised words. */
function nameScore(cells: readonly string[]): number {
  const isOther = (cell: string) => guessOrganisationType(cell) !== 'other' || isRole(cell);
  return meanPlausibility(cells.map((cell) => (isOther(cell) ? '?' : cell)));
}

/** Of the columns that are left, the function is the one with functions in it, the organisation the next one. */
function textColumns(columns: readonly (readonly string[])[], fields: Fields): void {
  const left = columns.flatMap((cells, index) =>
    fields[index] === undefined && cells.length > 0 ? [index] : [],
  );
  const role = left.find((index) => most(columns[index] ?? [], isRole));
  if (role !== undefined) fields[role] = 'role';
  const others = left.filter((index) => index !== role);
  const organisation =
    others.find((index) => most(columns[index] ?? [], (cell) => guessOrganisationType(cell) !== 'other')) ??
    others[0];
  if (organisation !== undefined) fields[organisation] = 'organisation';
  const [next] = others.filter((index) => index !== organisation);
  if (role === undefined && next !== undefined && organisation !== undefined && next > organisation) {
    fields[next] = 'role';
  }
}

function most(cells: readonly string[], test: (cell: string) => boolean): boolean {
  return cells.length > 0 && cells.filter(test).length * 2 > cells.length;
}
