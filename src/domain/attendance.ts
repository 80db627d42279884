// The attendance list of a meeting: who was invited, who was there, in what way it was recorded, what it adds up to.
// Signature drawing, printing and sealing are elsewhere; this decides what the list says.

import type { DeviceId, MeetingId, OrganisationId, PersonId } from './ids.ts';
import type { Representation } from './organisation.ts';
import type { Person } from './person.ts';
import { representationsOn } from './representing.ts';
import type { Signature } from './signature.ts';
import type { Instant, IsoDate } from './time.ts';

/** `unmarked`: recorded and taken back; it counts as never recorded. */
export const PRESENCES = ['present', 'excused', 'absent', 'unmarked'] as const;
export type Presence = (typeof PRESENCES)[number];

/** Who recorded it: the person on the passed-round tablet, the operator, or typed in from paper afterwards. */
export const ORIGINS = ['self', 'operator', 'paper'] as const;
export type Origin = (typeof ORIGINS)[number];

export interface AttendanceEntry {
  readonly meetingId: MeetingId;
  readonly personId: PersonId;
  readonly presence: Presence;
  readonly origin: Origin;
  readonly at: Instant;
  readonly deviceId: DeviceId;
  /** Set on a change made after the list was sealed. */
  readonly correction: string | undefined;
}

/** That a person is invited to a meeting, or no longer. */
export interface Invitation {
  readonly meetingId: MeetingId;
  readonly personId: PersonId;
  readonly isInvited: boolean;
}

export interface AttendanceRow {
  readonly person: Person;
  readonly organisationId: OrganisationId | undefined;
  readonly role: string;
  readonly presence: Presence;
  readonly entry: AttendanceEntry | undefined;
  /** The valid signature; the latest when two tablets took one each. */
  readonly signature: Signature | undefined;
  /** Came without having been invited. */
  readonly isWalkIn: boolean;
}

export interface AttendanceFacts {
  readonly meetingId: MeetingId;
  /** The day of the meeting; `undefined` while it has none. */
  readonly day: IsoDate | undefined;
  readonly persons: readonly Person[];
  readonly representations: readonly Representation[];
  readonly invitations: readonly Invitation[];
  readonly entries: readonly AttendanceEntry[];
  readonly signatures: readonly Signature[];
}

/**
 * The rows of one meeting's list, in no particular order. Merged persons fold into the one they were merged into: of
 * several entries presence wins over excuse over absence, then the later one. A valid signature means present.
 */
export function attendanceRows(facts: AttendanceFacts): readonly AttendanceRow[] {
  const persons = new Map(facts.persons.map((person) => [person.id, person]));
  const rootOf = (id: PersonId): PersonId => rootPerson(persons, id);
  const invited = new Set<PersonId>();
  for (const invitation of facts.invitations) {
    if (invitation.meetingId === facts.meetingId && invitation.isInvited)
      invited.add(rootOf(invitation.personId));
  }
  const entries = new Map<PersonId, AttendanceEntry>();
  for (const entry of facts.entries) {
    if (entry.meetingId !== facts.meetingId) continue;
    const root = rootOf(entry.personId);
    const other = entries.get(root);
    entries.set(root, other === undefined ? entry : strongerEntry(other, entry));
  }
  const signatures = new Map<PersonId, Signature>();
  for (const signature of facts.signatures) {
    if (signature.meetingId !== facts.meetingId || signature.voidedAt !== undefined) continue;
    const root = rootOf(signature.personId);
    const other = signatures.get(root);
    if (other === undefined || isLater(signature, other)) signatures.set(root, signature);
  }
  const representations = representationsOn(facts.representations, rootOf, facts.day);
  const rows: AttendanceRow[] = [];
  for (const id of new Set([...invited, ...entries.keys(), ...signatures.keys()])) {
    const person = persons.get(id);
    if (person === undefined) continue;
    const entry = entries.get(id);
    const signature = signatures.get(id);
    const presence = signature ? 'present' : (entry?.presence ?? 'unmarked');
    const isInvited = invited.has(id);
    if (!isInvited && presence === 'unmarked') continue;
    const representation = representations.get(id);
    rows.push({
      person,
      organisationId: representation?.organisationId,
      role: representation?.role ?? '',
      presence,
      entry,
      signature,
      isWalkIn: !isInvited,
    });
  }
  return rows;
}

export interface AttendanceCounts {
  readonly listed: number;
  readonly present: number;
  readonly excused: number;
  readonly absent: number;
  readonly signed: number;
  readonly walkIns: number;
  readonly organisations: number;
}

export function countAttendance(rows: readonly AttendanceRow[]): AttendanceCounts {
  const present = rows.filter((row) => row.presence === 'present');
  return {
    listed: rows.length,
    present: present.length,
    excused: rows.filter((row) => row.presence === 'excused').length,
    absent: rows.filter((row) => row.presence === 'absent').length,
    signed: rows.filter((row) => row.signature !== undefined).length,
    walkIns: present.filter((row) => row.isWalkIn).length,
    organisations: new Set(present.flatMap((row) => row.organisationId ?? [])).size,
  };
}

/** The person that a merged record stands for; a circle of merges (made on two tablets at once) ends at its least id. */
export function rootPerson(
  persons: ReadonlyMap<PersonId, Pick<Person, 'mergedInto'>>,
  id: PersonId,
): PersonId {
  const seen: PersonId[] = [];
  let current = id;
  for (;;) {
    const next = persons.get(current)?.mergedInto;
    if (next === undefined || !persons.has(next)) return current;
    const circle = seen.indexOf(current);
    if (circle !== -1) return seen.slice(circle).reduce((least, each) => (each < least ? each : least));
    seen.push(current);
    current = next;
  }
}

const STRENGTH: Readonly<Record<Presence, number>> = { present: 3, excused: 2, absent: 1, unmarked: 0 };

function strongerEntry(a: AttendanceEntry, b: AttendanceEntry): AttendanceEntry {
  if (STRENGTH[a.presence] !== STRENGTH[b.presence])
    return STRENGTH[a.presence] > STRENGTH[b.presence] ? a : b;
  return a.at > b.at || (a.at === b.at && a.personId < b.personId) ? a : b;
}

function isLater(a: Signature, b: Signature): boolean {
  return a.at > b.at || (a.at === b.at && a.id > b.id);
}
