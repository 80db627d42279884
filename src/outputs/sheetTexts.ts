// Every text that stands on a sheet, for those who must know what letters it takes.

import type { Sheet } from './listDocument.ts';

export function sheetTexts(sheet: Sheet): readonly string[] {
  const { programme, title, badge, fields, columns, page } = sheet;
  const frame = [
    programme,
    title,
    badge,
    page,
    ...columns,
    ...fields.flatMap(({ label, value }) => [label, value]),
  ];
  switch (sheet.kind) {
    case 'contacts':
      return [
        ...frame,
        sheet.warning,
        ...sheet.lines.flatMap(({ name, phone, email }) => [name, phone, email]),
      ];
    case 'attendance': {
      const { clause, preparer } = sheet;
      const link = clause.link === undefined ? [] : [clause.link.label, clause.link.url];
      const lines = sheet.lines.flatMap(({ name, organisation, signature }) =>
        signature.kind === 'confirmed' ? [name, organisation, signature.text] : [name, organisation],
      );
      const foot = [clause.title, clause.text, ...link, preparer.label, preparer.name, preparer.signature];
      return [...frame, sheet.state, sheet.emptyText, ...foot, ...lines];
    }
  }
}
