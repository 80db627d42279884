// Merge stories: two people set the same field without knowing of each other, the later value stands, the other one can be
// taken back. Noticing it is left to documents, telling it to the rooms.

import type { OrganisationId } from '../ids.ts';
import type { Instant } from '../time.ts';
import type { RowRoot } from './planRow.ts';

/** Who wrote with a client (a session of a device). */
export interface PlanAuthor {
  readonly client: number;
  readonly organisationId: OrganisationId | undefined;
  readonly name: string;
}

/** A value that a field of a row can hold. */
export type PlanValue = string | number | boolean | null;

export interface WrittenValue {
  readonly value: PlanValue;
  readonly at: Instant;
  readonly client: number;
}

/** A value that did not stand, with the one that did. */
export interface Overruled {
  readonly id: string;
  readonly rowRoot: RowRoot;
  readonly rowId: string;
  readonly field: string;
  readonly lost: WrittenValue;
  readonly stood: WrittenValue;
}

/** That a story was read and decided: the lost value was taken back, or what stands was kept. */
export interface Settlement {
  readonly id: string;
  readonly outcome: 'takenBack' | 'kept';
  readonly at: Instant;
  readonly byName: string;
}
