// A row of an invitation list brought in from a file or pasted: its values, what is doubtful about them, its limits.
// Reading files is left to the room; what the rows do to what is there already is planImport.ts.

import { cleanLine } from './text/cleanLine.ts';
import { checkPersonName, TITLE_MAX } from './text/checkedText.ts';

/** Larger than any list a library has; a file beyond it is not read. */
export const INVITATION_FILE_MAX_BYTES = 2_000_000;
export const INVITATION_MAX_ROWS = 5_000;

export interface InvitationValues {
  readonly name: string;
  /** '' where the row names none; the same for the rest. */
  readonly organisation: string;
  readonly role: string;
  readonly phone: string;
  readonly email: string;
}

export const ROW_PROBLEMS = [
  'nameMissing',
  'nameTooLong',
  'nameWithoutLetters',
  'organisationTooLong',
  'roleTooLong',
  'contactTooLong',
  'emailDoubtful',
  'phoneDoubtful',
  'looksLikeHtml',
  'columnsTooMany',
] as const;
export type RowProblem = (typeof ROW_PROBLEMS)[number];

/** Problems that keep a row out until it is corrected. The others are only told. */
const BLOCKING: ReadonlySet<RowProblem> = new Set<RowProblem>([
  'nameMissing',
  'nameTooLong',
  'nameWithoutLetters',
  'organisationTooLong',
  'roleTooLong',
  'contactTooLong',
]);

export interface InvitationRow extends InvitationValues {
  /** Line of the source text where the row begins, from 1. */
  readonly line: number;
  readonly problems: readonly RowProblem[];
}

export function isBlocking(problem: RowProblem): boolean {
  return BLOCKING.has(problem);
}

/**
 * A row with its values cleaned (never cut) and its problems found. Used for a row that was read and again for a row
 * corrected in the preview; `found` are problems that only the reading can see.
 */
export function makeInvitationRow(
  line: number,
  values: InvitationValues,
  found: readonly RowProblem[] = [],
): InvitationRow {
  const clean = {
    name: cleanLine(values.name),
    organisation: cleanLine(values.organisation),
    role: cleanLine(values.role),
    phone: cleanLine(values.phone),
    email: cleanLine(values.email),
  };
  return { line, ...clean, problems: [...findProblems(clean), ...found] };
}

function findProblems(values: InvitationValues): RowProblem[] {
  const problems: RowProblem[] = [];
  const name = checkPersonName(values.name);
  if (name.kind === 'refused') {
    const byReason = {
      empty: 'nameMissing',
      tooLong: 'nameTooLong',
      noLetters: 'nameWithoutLetters',
    } as const;
    problems.push(byReason[name.reason]);
  }
  if (values.organisation.length > TITLE_MAX) problems.push('organisationTooLong');
  if (values.role.length > TITLE_MAX) problems.push('roleTooLong');
  if (values.phone.length > TITLE_MAX || values.email.length > TITLE_MAX) problems.push('contactTooLong');
  if (values.email !== '' && !looksLikeEmail(values.email)) problems.push('emailDoubtful');
  if (values.phone !== '' && !looksLikePhone(values.phone)) problems.push('phoneDoubtful');
  if ([values.name, values.organisation, values.role].some(looksLikeHtml)) problems.push('looksLikeHtml');
  return problems;
}

/** One address with a dot in its domain. Whether it exists is not asked. */
export function looksLikeEmail(text: string): boolean {
  return /^[^\s@<>(),;:"]{1,64}@[^\s@<>(),;:"]{1,120}\.[^\s@<>(),;:".]{2,30}$/.test(text);
}

/** One or more numbers of 7 to 15 digits, with the usual spacing, brackets and an extension ("wew. 12"). */
export function looksLikePhone(text: string): boolean {
  if (text.length > TITLE_MAX) return false;
  return text.split(/\s*(?:[,;]|\blub\b|\bi\b)\s*/).every((number) => {
    const main = number.replace(/\s*(?:wew|ext)\.?\s*\d{1,5}$/i, '');
    const digits = main.replace(/\D/g, '').length;
    return digits >= 7 && digits <= 15 && /^\+?[\d\s()./–-]+$/.test(main);
  });
}

// Told, so that nobody wonders at "<b>" on a printed list; the text stays data and is never interpreted.
function looksLikeHtml(text: string): boolean {
  return /<\/?[a-z][^<>]{0,200}>|&(?:nbsp|amp|lt|gt|quot|#\d{2,5});/i.test(text);
}
