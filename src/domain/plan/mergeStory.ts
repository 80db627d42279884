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

/** Stories that nobody has decided yet, latest first. One whose lost value stands again has come to its end by itself. */
export function openStories(
  overruled: readonly Overruled[],
  settled: readonly Settlement[],
  currentOf: (story: Overruled) => PlanValue | undefined,
): readonly Overruled[] {
  const decided = new Set(settled.map(({ id }) => id));
  return overruled
    .filter((story) => {
      const current = currentOf(story);
      return !decided.has(story.id) && current !== undefined && current !== story.lost.value;
    })
    .toSorted((a, b) => b.stood.at - a.stood.at || (a.id < b.id ? -1 : 1));
}
