// People. The name and the contact data are separate records, so that the contact can be erased alone.

import type { PersonId } from './ids.ts';
import type { Instant } from './time.ts';

export interface Person {
  readonly id: PersonId;
  readonly name: string;
  /** Out of sight: removed, or erased. */
  readonly isHidden: boolean;
  /** Set when this record was found to be the same person as another: attendance folds into that one. */
  readonly mergedInto: PersonId | undefined;
  readonly createdAt: Instant;
  /** Set when the data were erased for good (RODO art. 17): there is no name any more, and none can be given. */
  readonly erasedAt?: Instant;
}

/** Contact data; either may be empty. Never shown to signers, never printed beside attendance. */
export interface ContactData {
  readonly personId: PersonId;
  readonly phone: string;
  readonly email: string;
}
