// The values of one row of a table, column by column.

import type { InvitationValues, RowProblem } from '../../../domain/invitationList.ts';
import { cleanLine } from '../../../domain/text/cleanLine.ts';
import type { ColumnField } from './columnHeaders.ts';
import { emailOfCell, findContacts, phoneOfCell } from './contacts.ts';
import type { TableShape } from './tableShape.ts';

export interface Column {
  /** From 0, as in the source. */
  readonly index: number;
  /** '' in a table without header. */
  readonly header: string;
  readonly field: ColumnField;
}

export function rowValues(cells: readonly string[], columns: readonly Column[]): InvitationValues {
  const all = (field: ColumnField) =>
    columns
      .filter((column) => column.field === field)
      .map(({ index }) => valueOfCell(cells[index]))
      .filter((value) => value !== '');
  const one = (field: ColumnField) => all(field)[0] ?? '';
  const contact = contactsOfCell(one('contact'));
  return {
    name: one('name') || `${one('given')} ${one('surname')}`.trim(),
    organisation: one('organisation'),
    role: one('role'),
    phone: joined([...all('phone').map(phoneOfCell), contact.phone]),
    email: joined([...all('email').map(emailOfCell), contact.email]),
  };
}

/** A cell for any contact. What is no address is taken as a telephone, so that it is seen and corrected. */
function contactsOfCell(cell: string): { phone: string; email: string } {
  const { phone, email } = findContacts(cell);
  return phone === '' && email === '' ? { phone: cell, email } : { phone, email };
}

function joined(values: readonly string[]): string {
  return [...new Set(values.filter((value) => value !== ''))].join(', ');
}

/** What people put into a cell to say that there is nothing, and Excel's way of keeping a number a text. */
export function valueOfCell(cell: string | undefined): string {
  const clean = cleanLine(cell ?? '');
  const value = /^="(.*)"$/.exec(clean)?.[1] ?? clean;
  return /^(?:[-–—.x]{1,4}|brak|nie dotyczy|n\/d|nd\.?)$/i.test(value) ? '' : value;
}

/**
 * More filled cells than columns: most likely a delimiter inside an unquoted cell, so the values may have moved. Where
 * the last column is the organisation or the function, the rest belongs to it; it is told in any case.
 */
export function mendExcess(
  cells: readonly string[],
  { fields, delimiter }: TableShape,
): { cells: readonly string[]; problems: readonly RowProblem[] } {
  const last = fields.length - 1;
  if (!cells.slice(fields.length).some((cell) => cell.trim() !== '')) return { cells, problems: [] };
  const problems = ['columnsTooMany'] as const;
  if (fields[last] !== 'organisation' && fields[last] !== 'role') return { cells, problems };
  return { cells: [...cells.slice(0, last), cells.slice(last).join(delimiter)], problems };
}
