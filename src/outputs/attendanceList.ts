// Załącznik 2: from the facts of a meeting to the sheets of its attendance list, 20 rows a sheet. Who counts as present is
// decided in domain/attendance; how a sheet looks is left to whoever draws it.

import { type AttendanceRow, rootPerson } from '../domain/attendance.ts';
import type { OrganisationId, PersonId } from '../domain/ids.ts';
import type { Meeting } from '../domain/meeting.ts';
import type { Partnership } from '../domain/partnership.ts';
import type { ContactData, Person } from '../domain/person.ts';
import type { ProgrammeRound } from '../domain/programme/round.ts';
import type { Fingerprint, SealState } from '../domain/seal.ts';
import { sortByPolishName } from '../domain/text/comparePolish.ts';
import { contactSheets } from './contactSheets.ts';
import { informationClause } from './informationClause.ts';
import type { ListDocument, ListLine, ListWords, SignatureCell } from './listDocument.ts';
import { inSheets, rowsToFillSheet, ROWS_ON_SHEET } from './inSheets.ts';
import { sheetHead } from './listHeader.ts';
import { listStateText } from './listStateText.ts';

export interface ListFacts {
  readonly round: ProgrammeRound;
  readonly partnership: Partnership;
  readonly meeting: Meeting;
  /** In any order. */
  readonly rows: readonly AttendanceRow[];
  readonly organisationName: (id: OrganisationId) => string;
  readonly fingerprint: Fingerprint;
  readonly seal: SealState;
  /** Who prepares the list; '' is left to be written by hand. */
  readonly preparer: string;
  /** Of merged doubles too; read only when a contact sheet is asked for. */
  readonly contacts: readonly ContactData[];
  readonly persons: readonly Person[];
}

/** Empty rows after the names: none, to the end of the last sheet, or so and one sheet more. A closed list has none. */
export const WALK_IN_ROWS = ['none', 'fillSheet', 'extraSheet'] as const;
export type WalkInRows = (typeof WALK_IN_ROWS)[number];

export type ListContent =
  /** With the names: of a closed meeting those present, before that everybody listed, to sign where nothing is signed. */
  | { readonly kind: 'filled'; readonly walkInRows: WalkInRows }
  /** No names: so many numbered rows to be written in by hand. */
  | { readonly kind: 'blank'; readonly rows: number };

export interface ListOptions {
  readonly content: ListContent;
  /** Adds telephones and e-mails of the people on the list, on sheets of their own. */
  readonly contactSheet: boolean;
}

/** The sheets of a meeting's list. Every sheet has rows, but the only one of a closed list on which nobody was present. */
export function attendanceListDocument(
  facts: ListFacts,
  options: ListOptions,
  words: ListWords,
): ListDocument {
  const { content } = options;
  const people = content.kind === 'blank' ? [] : printedRows(facts);
  const lines = [
    ...people.map((row, index) => personLine(row, index + 1, facts, words)),
    ...emptyLines(people.length, emptyRowCount(facts, content, people.length)),
  ];
  const { partnership, meeting, round } = facts;
  const head = sheetHead(round, partnership, meeting, words);
  const pages = inSheets(lines);
  const state =
    content.kind === 'blank'
      ? words.state.forPaper
      : listStateText(
          {
            ...facts,
            present: facts.rows.filter((row) => row.presence === 'present').length,
            hasCorrections: lines.some((line) => line.isCorrected),
          },
          words,
        );
  const shared = {
    ...head,
    kind: 'attendance',
    title: words.title,
    columns: [words.ordinal, words.person, words.organisation, words.signature],
    emptyText: lines.length === 0 ? words.nobodyPresent : '',
    state,
    clause: informationClause(round, partnership, meeting.date, words),
    preparer: {
      label: words.preparedBy,
      name: facts.preparer,
      signature: words.preparerSignature,
    },
  } as const;
  const list = pages.map((page, index) => ({
    ...shared,
    key: `list-${index + 1}`,
    lines: page,
    page: words.page(index + 1, pages.length),
  }));
  const contacts = options.contactSheet ? contactSheets(people, contactOf(facts), head, words) : [];
  return { name: words.fileName(meeting.number, meeting.date), sheets: [...list, ...contacts] };
}

/** Nobody who was absent or excused is printed as if present: a closed list has the present only. */
function printedRows({ meeting, rows }: ListFacts): readonly AttendanceRow[] {
  const printed = meeting.state === 'closed' ? rows.filter((row) => row.presence === 'present') : rows;
  return sortByPolishName(printed, (row) => row.person.name);
}

function emptyRowCount({ meeting }: ListFacts, content: ListContent, people: number): number {
  if (content.kind === 'blank') return Math.max(1, Math.floor(content.rows));
  if (meeting.state === 'closed') return 0;
  const toFill = rowsToFillSheet(people);
  switch (content.walkInRows) {
    case 'none':
      // A list of nobody still has rows to sign on.
      return people === 0 ? toFill : 0;
    case 'fillSheet':
      return toFill;
    case 'extraSheet':
      return toFill + ROWS_ON_SHEET;
  }
}

function emptyLines(before: number, count: number): readonly ListLine[] {
  return Array.from({ length: count }, (_each, index) => ({
    ordinal: before + index + 1,
    name: '',
    organisation: '',
    isCorrected: false,
    signature: { kind: 'empty' },
  }));
}

function personLine(row: AttendanceRow, ordinal: number, facts: ListFacts, words: ListWords): ListLine {
  const { person, organisationId, entry } = row;
  return {
    ordinal,
    name: person.erasedAt === undefined ? person.name : words.erasedPerson,
    organisation: organisationId === undefined ? '' : facts.organisationName(organisationId),
    isCorrected: facts.meeting.state === 'closed' && entry?.correction !== undefined,
    signature: signatureCell(row, words),
  };
}

function signatureCell({ person, signature }: AttendanceRow, words: ListWords): SignatureCell {
  if (signature === undefined) return { kind: 'empty' };
  const { content } = signature;
  switch (content.kind) {
    case 'drawn':
      return { kind: 'drawn', strokes: content.strokes, label: words.signatureOf(person.name) };
    case 'confirmed':
      return { kind: 'confirmed', text: words.confirmed[content.reason] };
  }
}

function contactOf(facts: ListFacts): (id: PersonId) => { readonly phone: string; readonly email: string } {
  const persons = new Map(facts.persons.map((person) => [person.id, person]));
  const found = new Map<PersonId, { readonly phone: string; readonly email: string }>();
  // A person's own data stand before those that came with a merged double.
  const ownFirst = facts.contacts.toSorted(
    (a, b) =>
      Number(rootPerson(persons, a.personId) !== a.personId) -
      Number(rootPerson(persons, b.personId) !== b.personId),
  );
  for (const { personId, phone, email } of ownFirst) {
    const root = rootPerson(persons, personId);
    const known = found.get(root);
    found.set(root, { phone: known?.phone || phone, email: known?.email || email });
  }
  return (id) => found.get(id) ?? { phone: '', email: '' };
}
