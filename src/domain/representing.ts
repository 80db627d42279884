// For whom people speak on a day. A list shows whom somebody spoke for at the meeting, so that a later change of
// organisation changes no list that was closed before.

import type { PersonId } from './ids.ts';
import type { Representation } from './organisation.ts';
import type { IsoDate } from './time.ts';

/**
 * One representation for each person. `rootOf` names the person that a merged record stands for; `day` undefined means now.
 * One that begins only after the day still counts when there is none else: a list typed in from paper is older than the
 * people who were entered for it.
 */
export function representationsOn(
  representations: readonly Representation[],
  rootOf: (id: PersonId) => PersonId,
  day: IsoDate | undefined,
): ReadonlyMap<PersonId, Representation> {
  const chosen = new Map<PersonId, Representation>();
  for (const representation of representations) {
    if (hasEnded(representation, day)) continue;
    const root = rootOf(representation.personId);
    const other = chosen.get(root);
    if (other === undefined || standsBefore(representation, other, root, day))
      chosen.set(root, representation);
  }
  return chosen;
}

function hasEnded({ to }: Representation, day: IsoDate | undefined): boolean {
  return to !== undefined && (day === undefined || to <= day);
}

/** The same on every replica: begun by that day first, then the person's own, then the nearest to the day, then by id. */
function standsBefore(
  a: Representation,
  b: Representation,
  root: PersonId,
  day: IsoDate | undefined,
): boolean {
  const [aBegan, bBegan] = [hasBegun(a, day), hasBegun(b, day)];
  if (aBegan !== bBegan) return aBegan;
  const [aOwn, bOwn] = [a.personId === root, b.personId === root];
  if (aOwn !== bOwn) return aOwn;
  const [aFrom, bFrom] = [a.from ?? '', b.from ?? ''];
  if (aFrom !== bFrom) return aBegan ? aFrom > bFrom : aFrom < bFrom;
  return a.id < b.id;
}

function hasBegun({ from }: Representation, day: IsoDate | undefined): boolean {
  return day === undefined || from === undefined || from <= day;
}
