// The rows of the preview as the person has corrected them. Pure: what is typed stays whatever happens around it.

import {
  type InvitationRow,
  type InvitationValues,
  type RowProblem,
  makeInvitationRow,
} from '../../../domain/invitationList.ts';

export interface PreviewRowState {
  /** As read, or as corrected. */
  readonly row: InvitationRow;
  /** Rows that are not to be brought in keep their place and their corrections. */
  readonly isTaken: boolean;
}

/** What only the reading could see stays with a corrected row no longer: the person has looked at it. */
export function correctRow({ row, isTaken }: PreviewRowState, values: InvitationValues): PreviewRowState {
  return { row: makeInvitationRow(row.line, values), isTaken };
}

export type CellField = keyof InvitationValues;

/** The cell at which a problem is told; `undefined`: at the row as a whole. */
export function cellOf(problem: RowProblem, row: InvitationRow): CellField | undefined {
  switch (problem) {
    case 'nameMissing':
    case 'nameTooLong':
    case 'nameWithoutLetters':
      return 'name';
    case 'organisationTooLong':
      return 'organisation';
    case 'roleTooLong':
      return 'role';
    case 'emailDoubtful':
      return 'email';
    case 'phoneDoubtful':
      return 'phone';
    case 'contactTooLong':
      return row.phone.length > row.email.length ? 'phone' : 'email';
    case 'looksLikeHtml':
      return row.name.includes('<') || row.name.includes('&') ? 'name' : 'organisation';
    case 'columnsTooMany':
      return undefined;
  }
}

export function problemsAt(row: InvitationRow, field: CellField | undefined): readonly RowProblem[] {
  return row.problems.filter((problem) => cellOf(problem, row) === field);
}
