// What Dziś tells: meetings, who is invited and present at the next one, what was decided, and
// the seals of closed lists; read once for the first drawing, then live. Only the next meeting's rows are read, so the screen is quick with many meetings.

import { type Observable, liveQuery } from 'dexie';
import { type AttendanceCounts, attendanceRows, countAttendance } from '../domain/attendance.ts';
import type { PartnershipId } from '../domain/ids.ts';
import { type Meeting, nextMeeting } from '../domain/meeting.ts';
import type { ProgrammeRound } from '../domain/programme/round.ts';
import { THIRD_ROUND } from '../domain/programme/thirdRound.ts';
import type { IsoDate } from '../domain/time.ts';
import type { DeviceDatabase, Row } from './database.ts';

export interface TodayFacts {
  /** As its staff have published it, or as it ships. */
  readonly round: ProgrammeRound;
  /** Without hidden ones. */
  readonly meetings: readonly Row<'meetings'>[];
  readonly decisions: readonly Row<'decisions'>[];
  readonly seals: readonly Row<'seals'>[];
  readonly next: { readonly meeting: Meeting; readonly counts: AttendanceCounts } | undefined;
  /** Whether any person is known yet: if not, the list is to be brought in first. */
  readonly hasPeople: boolean;
}

export function watchToday(db: DeviceDatabase, id: PartnershipId, today: IsoDate): Observable<TodayFacts> {
  return liveQuery(() => readToday(db, id, today));
}

/** In two rounds, the second for what depends on which meeting is next. */
export async function readToday(db: DeviceDatabase, id: PartnershipId, today: IsoDate): Promise<TodayFacts> {
  const [partnership, meetings, decisions, seals, persons, representations] = await Promise.all([
    db.partnerships.get(id),
    db.meetings.where('partnershipId').equals(id).toArray(),
    db.decisions.where('partnershipId').equals(id).toArray(),
    db.seals.where('partnershipId').equals(id).toArray(),
    db.persons.where('partnershipId').equals(id).toArray(),
    db.representations.where('partnershipId').equals(id).toArray(),
  ]);
  const shown = meetings.filter((meeting) => !meeting.isHidden);
  const next = nextMeeting(shown, today);
  const [round, invitations, entries, signatures] = await Promise.all([
    partnership && db.rounds.get(partnership.roundId),
    next ? db.invitations.where('meetingId').equals(next.id).toArray() : [],
    next ? db.attendance.where('meetingId').equals(next.id).toArray() : [],
    next ? db.signatures.where('meetingId').equals(next.id).toArray() : [],
  ]);
  return {
    round: round ?? THIRD_ROUND,
    meetings: shown,
    decisions: decisions.filter((decision) => !decision.isHidden),
    seals,
    next: next && {
      meeting: next,
      counts: countInvited({
        meetingId: next.id,
        day: next.date,
        persons,
        representations,
        invitations,
        entries,
        signatures,
      }),
    },
    hasPeople: persons.some((person) => !person.isHidden),
  };
}

/** As `countAttendance`, with the organisations of all who are listed: before the meeting nobody is present yet. */
function countInvited(facts: Parameters<typeof attendanceRows>[0]): AttendanceCounts {
  const rows = attendanceRows(facts);
  const organisations = new Set(rows.flatMap((row) => row.organisationId ?? []));
  return { ...countAttendance(rows), organisations: organisations.size };
}
