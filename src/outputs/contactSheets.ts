// "Dane kontaktowe": telephones and e-mails of the people on a list, on sheets of their own. They are for the organiser and
// stand neither beside attendance nor beside signatures.

import type { AttendanceRow } from '../domain/attendance.ts';
import type { PersonId } from '../domain/ids.ts';
import { inSheets } from './inSheets.ts';
import type { ContactSheet, ListWords } from './listDocument.ts';
import type { SheetHead } from './listHeader.ts';

/** None when nobody of them has contact data. The numbers are those of this sheet, not of the list. */
export function contactSheets(
  people: readonly AttendanceRow[],
  contactOf: (id: PersonId) => { readonly phone: string; readonly email: string },
  head: SheetHead,
  words: ListWords,
): readonly ContactSheet[] {
  const lines = people
    .map(({ person }) => ({ name: person.name, ...contactOf(person.id) }))
    .filter(({ phone, email }) => phone !== '' || email !== '')
    .map((line, index) => ({ ...line, ordinal: index + 1 }));
  if (lines.length === 0) return [];
  const pages = inSheets(lines);
  return pages.map((page, index) => ({
    ...head,
    kind: 'contacts',
    key: `contacts-${index + 1}`,
    title: words.contactsTitle,
    columns: [words.ordinal, words.person, words.phone, words.email],
    lines: page,
    page: words.page(index + 1, pages.length),
    warning: words.contactsWarning,
  }));
}
