// One meeting's list as the database has it, live: two tablets on the same list simply show up in it. Marks that are still
// being stored are useMarks's.

import { useMemo, useRef } from 'preact/hooks';
import type { AttendanceFacts } from '../../../domain/attendance.ts';
import { type ListRow, listRows } from '../../../domain/attendanceView.ts';
import type { MeetingId, OrganisationId, PartnershipId, PersonId } from '../../../domain/ids.ts';
import type { Meeting } from '../../../domain/meeting.ts';
import type { PartnerOrganisation } from '../../../domain/organisation.ts';
import type { Partnership } from '../../../domain/partnership.ts';
import type { Seal } from '../../../domain/seal.ts';
import {
  type ListFrame,
  watchEntries,
  watchListFrame,
  watchSignatures,
} from '../../../storage/attendanceQueries.ts';
import type { Row } from '../../../storage/database.ts';
import type { Device } from '../../../storage/device.ts';
import type { AttendanceListRows } from '../../../storage/queries.ts';
import { type Observed, useObservable } from '../../../ui/useObservable.ts';

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
  const frame = useObservable<ListFrame>(
    () => watchListFrame(db, partnershipId, meetingId),
    [db, partnershipId, meetingId],
  );
  const entries = useObservable<Entries>(() => watchEntries(db, meetingId), [db, meetingId]);
  const signatures = useObservable<Signatures>(() => watchSignatures(db, meetingId), [db, meetingId]);

  const shown = useRef<readonly ListRow[]>([]);
  const organisations = valueOf(frame)?.organisations;
  const organisationName = useMemo(() => {
    const names = new Map(organisations?.map(({ id, name }) => [id, name]));
    return (id: OrganisationId): string => names.get(id) ?? '';
  }, [organisations]);
  const facts = useMemo(
    () => factsOf(meetingId, valueOf(frame), valueOf(entries), valueOf(signatures)),
    [meetingId, frame, entries, signatures],
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

  const failed = [frame, entries, signatures].find((part) => part.kind === 'failed');
  if (failed?.kind === 'failed') return failed;
  if (frame.kind !== 'ready' || facts === undefined) return { kind: 'loading' };
  const { partnership, meeting, seals } = frame.value;
  if (partnership === undefined || meeting === undefined) return { kind: 'missing' };
  return {
    kind: 'ready',
    list: {
      partnership,
      meeting,
      facts,
      seals,
      organisations: frame.value.organisations,
      organisationName,
      rows,
    },
  };
}

function valueOf<Value>(observed: Observed<Value>): Value | undefined {
  return observed.kind === 'ready' ? observed.value : undefined;
}

type Entries = readonly Row<'attendance'>[];
type Signatures = readonly Row<'signatures'>[];

/** The facts with what the database knows of each: whether it waits to be sent. */
type StoredFacts = Omit<AttendanceListRows, 'organisations' | 'seals'>;

function factsOf(
  meetingId: MeetingId,
  frame: ListFrame | undefined,
  entries: Entries | undefined,
  signatures: Signatures | undefined,
): StoredFacts | undefined {
  if (!frame || !entries || !signatures) return undefined;
  const { meeting, persons, representations, invitations } = frame;
  return { meetingId, day: meeting?.date, persons, representations, invitations, entries, signatures };
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
