// One meeting's list as the database has it, live: two tablets on the same list simply show up in it. Marks that are still
// being stored are useMarks's.

import { useMemo, useRef } from 'preact/hooks';
import type { TableName } from '../../../documents/projection.ts';
import type { AttendanceFacts } from '../../../domain/attendance.ts';
import { type ListRow, listRows } from '../../../domain/attendanceView.ts';
import type { MeetingId, OrganisationId, PartnershipId, PersonId } from '../../../domain/ids.ts';
import type { Meeting } from '../../../domain/meeting.ts';
import type { PartnerOrganisation } from '../../../domain/organisation.ts';
import type { Partnership } from '../../../domain/partnership.ts';
import type { Seal } from '../../../domain/seal.ts';
import type { IsoDate } from '../../../domain/time.ts';
import {
  watchEntries,
  watchInvitations,
  watchSeals,
  watchSignatures,
} from '../../../storage/attendanceQueries.ts';
import type { DeviceDatabase, Row } from '../../../storage/database.ts';
import type { Device } from '../../../storage/device.ts';
import {
  type AttendanceListRows,
  type PeopleRows,
  watchMeeting,
  watchOrganisations,
  watchPartnership,
  watchPeople,
} from '../../../storage/queries.ts';
import { type Observable, type Observed, useObservable } from '../../../ui/useObservable.ts';

export interface List {
  readonly partnership: Partnership;
  readonly meeting: Meeting;
  readonly facts: AttendanceFacts;
  readonly seals: readonly Seal[];
  readonly organisations: readonly PartnerOrganisation[];
  readonly organisationName: (id: OrganisationId) => string;
  readonly rows: readonly ListRow[];
}

export type ListState =
  | { readonly kind: 'loading' }
  | { readonly kind: 'failed'; readonly cause: unknown }
  /** Not on this device: an old link, or it has not arrived yet. */
  | { readonly kind: 'missing' }
  | { readonly kind: 'ready'; readonly list: List };

/** The list of a meeting; it is `ready` once all its parts are read. */
export function useList(device: Device, partnershipId: PartnershipId, meetingId: MeetingId): ListState {
  const { db } = device;
  const partnership = useObservable<Row<'partnerships'> | undefined>(
    () => watchPartnership(db, partnershipId),
    [db, partnershipId],
  );
  const organisations = useRows<'organisations'>(
    () => watchOrganisations(db, partnershipId),
    db,
    partnershipId,
  );
  const people = useObservable<PeopleRows>(() => watchPeople(db, partnershipId), [db, partnershipId]);
  const meeting = useObservable<Row<'meetings'> | undefined>(
    () => watchMeeting(db, meetingId),
    [db, meetingId],
  );
  const invitations = useRows<'invitations'>(() => watchInvitations(db, meetingId), db, meetingId);
  const entries = useRows<'attendance'>(() => watchEntries(db, meetingId), db, meetingId);
  const signatures = useRows<'signatures'>(() => watchSignatures(db, meetingId), db, meetingId);
  const seals = useRows<'seals'>(() => watchSeals(db, meetingId), db, meetingId);

  const shown = useRef<readonly ListRow[]>([]);
  const organisationName = useMemo(() => {
    const names = new Map(valueOf(organisations)?.map(({ id, name }) => [id, name]));
    return (id: OrganisationId): string => names.get(id) ?? '';
  }, [organisations]);

  const day = valueOf(meeting)?.date;
  const facts = useMemo(
    () => factsOf(meetingId, day, { people, invitations, entries, signatures }),
    [meetingId, day, people, invitations, entries, signatures],
  );
  const rows = useMemo(() => {
    if (facts === undefined) return [];
    shown.current = listRows({
      facts,
      organisationName,
      waiting: waitingOf(facts),
      previous: shown.current,
    });
    return shown.current;
  }, [facts, organisationName]);

  const all = [partnership, organisations, people, meeting, invitations, entries, signatures, seals];
  const failed = all.find((part) => part.kind === 'failed');
  if (failed?.kind === 'failed') return failed;
  const foundMeeting = valueOf(meeting);
  const foundPartnership = valueOf(partnership);
  const isRead = all.every((part) => part.kind === 'ready');
  if (!isRead || facts === undefined) return { kind: 'loading' };
  if (foundMeeting === undefined || foundPartnership === undefined) return { kind: 'missing' };
  return {
    kind: 'ready',
    list: {
      partnership: foundPartnership,
      meeting: foundMeeting,
      facts,
      seals: valueOf(seals) ?? [],
      organisations: valueOf(organisations) ?? [],
      organisationName,
      rows,
    },
  };
}

function valueOf<Value>(observed: Observed<Value>): Value | undefined {
  return observed.kind === 'ready' ? observed.value : undefined;
}

function useRows<Name extends TableName>(
  watch: () => Observable<readonly Row<Name>[]>,
  db: DeviceDatabase,
  id: string,
): Observed<readonly Row<Name>[]> {
  return useObservable<readonly Row<Name>[]>(watch, [db, id]);
}

/** The facts with what the database knows of each: whether it waits to be sent. */
type StoredFacts = Omit<AttendanceListRows, 'organisations' | 'seals'>;

interface Parts {
  readonly people: Observed<PeopleRows>;
  readonly invitations: Observed<StoredFacts['invitations']>;
  readonly entries: Observed<StoredFacts['entries']>;
  readonly signatures: Observed<StoredFacts['signatures']>;
}

function factsOf(meetingId: MeetingId, day: IsoDate | undefined, parts: Parts): StoredFacts | undefined {
  const people = valueOf(parts.people);
  const invitations = valueOf(parts.invitations);
  const entries = valueOf(parts.entries);
  const signatures = valueOf(parts.signatures);
  if (!people || !invitations || !entries || !signatures) return undefined;
  return { meetingId, day, ...people, invitations, entries, signatures };
}

/** Everybody of whom something waits: signatures that were taken back count too. */
function waitingOf(facts: StoredFacts): ReadonlySet<PersonId> {
  const waiting = new Set<PersonId>();
  for (const { id, unsent } of facts.persons) if (unsent !== 0) waiting.add(id);
  const { representations, invitations, entries, signatures } = facts;
  for (const { personId, unsent } of [...representations, ...invitations, ...entries, ...signatures]) {
    if (unsent !== 0) waiting.add(personId);
  }
  return waiting;
}
