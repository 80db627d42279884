// Who is invited to a meeting and who could be, by organisation. Pure.

import { rootPerson } from '../../../domain/attendance.ts';
import type { PersonId } from '../../../domain/ids.ts';
import { type DirectoryPerson, partnerDirectory } from '../../../domain/partnerDirectory.ts';
import type { Person } from '../../../domain/person.ts';
import type { AttendanceListRows } from '../../../storage/queries.ts';

export interface InvitationGroup {
  readonly key: string;
  /** `undefined`: people who speak for nobody. */
  readonly organisation: string | undefined;
  readonly people: readonly DirectoryPerson<Person>[];
}

/** The invited, merged doubles as the person they were merged into. */
export function invitedIds({ persons, invitations, meetingId }: AttendanceListRows): ReadonlySet<PersonId> {
  const byId = new Map<PersonId, Person>(persons.map((person) => [person.id, person]));
  const ids = invitations
    .filter((invitation) => invitation.isInvited && invitation.meetingId === meetingId)
    .map((invitation) => rootPerson(byId, invitation.personId));
  return new Set(ids.filter((id) => byId.get(id)?.isHidden === false));
}

/** Everybody on the device by organisation; each person once, under the first organisation they speak for. */
export function invitationGroups(rows: AttendanceListRows): readonly InvitationGroup[] {
  const { entries, unaffiliated } = partnerDirectory(rows);
  const seen = new Set<PersonId>();
  const groups: InvitationGroup[] = [];
  for (const { organisation, people } of entries) {
    const fresh = people.filter(({ person }) => !seen.has(person.id));
    for (const { person } of fresh) seen.add(person.id);
    if (fresh.length > 0)
      groups.push({ key: organisation.id, organisation: organisation.name, people: fresh });
  }
  if (unaffiliated.length > 0) groups.push({ key: ':none', organisation: undefined, people: unaffiliated });
  return groups;
}

/** Whose invitation changes between what stands and what was chosen. */
export function invitationChanges(
  before: ReadonlySet<PersonId>,
  after: ReadonlySet<PersonId>,
): { readonly invited: readonly PersonId[]; readonly takenBack: readonly PersonId[] } {
  return {
    invited: [...after].filter((id) => !before.has(id)),
    takenBack: [...before].filter((id) => !after.has(id)),
  };
}
