// Text of an invitation list, from a file or pasted, as rows: a table or lines of an e-mail. Loaded with the import
// screen alone, because of the CSV reader. What the rows would change is left to the domain's planImport.

import {
  INVITATION_FILE_MAX_BYTES,
  INVITATION_MAX_ROWS,
  type InvitationRow,
  makeInvitationRow,
} from '../../../domain/invitationList.ts';
import { cleanLine } from '../../../domain/text/cleanLine.ts';
import { isHeaderRow, statedOrder } from './columnHeaders.ts';
import { listLines } from './listLines.ts';
import { decideNameOrder, type NameOrder, withGivenFirst } from './nameOrder.ts';
import { parsePersonLine } from './parsePersonLine.ts';
import { meanPlausibility } from './plausibleName.ts';
import { type IgnoredColumn, readTable } from './readTable.ts';
import type { Column } from './rowValues.ts';
import type { SourceLine } from './sourceLine.ts';
import type { Delimiter } from './splitTable.ts';

type ListLayout =
  | { readonly kind: 'table'; readonly delimiter: Delimiter; readonly hasHeader: boolean }
  | { readonly kind: 'lines'; readonly isNumbered: boolean };

export interface InvitationList {
  readonly kind: 'list';
  readonly layout: ListLayout;
  readonly rows: readonly InvitationRow[];
  /** How the source writes names; in the rows given names stand first either way. */
  readonly nameOrder: NameOrder;
  /** Columns that are read, in the order of the source; empty for lines. */
  readonly columns: readonly Column[];
  /** Columns that are left out, to be told. */
  readonly ignoredColumns: readonly IgnoredColumn[];
  /** Lines that are left out, to be told: titles, greetings. */
  readonly skippedLines: readonly SourceLine[];
}

export type InvitationText =
  | InvitationList
  | { readonly kind: 'refused'; readonly reason: 'empty' | 'notAList' | 'tooLarge' }
  | {
      readonly kind: 'refused';
      readonly reason: 'tooManyRows';
      readonly rows: number;
      readonly limit: number;
    };

/** Below this mean plausibility of its names a text without header is something else. */
const PLAUSIBLE = 0.5;

/** Reads any text without throwing. Rows keep the order of the source. */
export function parseInvitationText(source: string): InvitationText {
  if (source.length > INVITATION_FILE_MAX_BYTES) return { kind: 'refused', reason: 'tooLarge' };
  const text = source
    .replace(/^\uFEFF/, '')
    .replace(/\r\n?|[\u0085\u2028\u2029]/g, '\n')
    .replaceAll('\0', '');
  if (cleanLine(text.replace(/[;,|"]/g, '')) === '') return { kind: 'refused', reason: 'empty' };
  const table = readTable(text);
  if (table === undefined) return readLines(text);
  const { delimiter, hasHeader, rowCount, ...found } = table;
  return withinLimits({ kind: 'list', layout: { kind: 'table', delimiter, hasHeader }, ...found }, rowCount);
}

function readLines(text: string): InvitationText {
  const { isNumbered, items, skipped } = listLines(text);
  const header = items.slice(0, 1).find((item) => isHeaderRow([item.text]));
  const people = items.filter((item) => item !== header).flatMap(apart);
  const read = people
    .slice(0, INVITATION_MAX_ROWS)
    .map((item) => ({ line: item.line, values: parsePersonLine(item.text) }));
  const names = read.map(({ values }) => cleanLine(values.name));
  const nameOrder = decideNameOrder(names, statedOrder(header?.text ?? ''));
  if (read.length > 0 && header === undefined && meanPlausibility(names) < PLAUSIBLE) {
    return { kind: 'refused', reason: 'notAList' };
  }
  const list: InvitationList = {
    kind: 'list',
    layout: { kind: 'lines', isNumbered },
    rows: read.map(({ line, values }) =>
      makeInvitationRow(line, { ...values, name: withGivenFirst(cleanLine(values.name), nameOrder) }),
    ),
    nameOrder,
    columns: [],
    ignoredColumns: [],
    skippedLines: skipped.map(({ line, text: left }) => ({ line, text: cleanLine(left) })),
  };
  return withinLimits(list, people.length);
}

/** Recipients copied out of an e-mail stand in one line: "Anna Nowak <anna@x.example>; Jan Lis <jan@x.example>". */
function apart(item: SourceLine): readonly SourceLine[] {
  const recipients = item.text.split(/(?<=@[^\s<>@]{1,190}>)\s*[,;]\s*/).filter((part) => part !== '');
  return recipients.map((text) => ({ line: item.line, text }));
}

function withinLimits(list: InvitationList, rows: number): InvitationText {
  if (rows === 0) return { kind: 'refused', reason: 'empty' };
  if (rows <= INVITATION_MAX_ROWS) return list;
  return { kind: 'refused', reason: 'tooManyRows', rows, limit: INVITATION_MAX_ROWS };
}
