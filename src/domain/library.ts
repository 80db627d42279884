// What is known of the library beyond its name and gmina: branches, contact, enrolment in the programme.

import type { BranchId } from './ids.ts';
import { doubtDate } from './meeting.ts';
import { type IsoDate, decodeIsoDate } from './time.ts';

/** A branch of the library (filia). */
export interface LibraryBranch {
  readonly id: BranchId;
  readonly name: string;
  /** Place in the list, see domain/order. */
  readonly order: string;
}

/** Fields of the library, each the last writer's. The contact is the institution's, nobody's own. */
export interface LibraryFields {
  readonly address: string;
  readonly phone: string;
  readonly email: string;
  /** Day of the enrolment (zgłoszenie do programu). */
  readonly enrolledOn: IsoDate | undefined;
  /** The version of the rules (regulamin) that was accepted with the enrolment; '' when none was. */
  readonly acceptedRules: string;
}

export interface Library extends LibraryFields {
  /** In their order, without those taken off. */
  readonly branches: readonly LibraryBranch[];
}

export const EMPTY_LIBRARY: Library = {
  address: '',
  phone: '',
  email: '',
  enrolledOn: undefined,
  acceptedRules: '',
  branches: [],
};

/** Why the typed day of the enrolment is refused; '' stands for a day that is not known. */
export function enrolmentProblem(day: string, today: IsoDate): 'notADate' | 'absurd' | undefined {
  if (day === '') return undefined;
  const date = decodeIsoDate(day);
  if (date === undefined) return 'notADate';
  return doubtDate(date, today) === 'absurd' ? 'absurd' : undefined;
}
