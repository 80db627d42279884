// The rows behind one meeting's screen, live: the meeting, its attendance list, the partnership's other meetings.

import { useMemo } from 'preact/hooks';
import type { MeetingId, PartnershipId } from '../../../domain/ids.ts';
import type { Row } from '../../../storage/database.ts';
import type { Device } from '../../../storage/device.ts';
import { type AttendanceListRows, watchAttendanceList, watchMeetings } from '../../../storage/queries.ts';
import { type Observed, useObservable } from '../../../ui/useObservable.ts';

export interface MeetingFacts {
  /** `undefined` when the meeting has not arrived on this device. */
  readonly meeting: Row<'meetings'> | undefined;
  readonly meetings: readonly Row<'meetings'>[];
  readonly list: AttendanceListRows;
}

export function useMeeting(
  { db }: Device,
  partnershipId: PartnershipId,
  meetingId: MeetingId,
): Observed<MeetingFacts> {
  const meetings = useObservable<readonly Row<'meetings'>[]>(
    () => watchMeetings(db, partnershipId),
    [db, partnershipId],
  );
  const list = useObservable<AttendanceListRows>(
    () => watchAttendanceList(db, partnershipId, meetingId),
    [db, partnershipId, meetingId],
  );
  return useMemo(() => {
    if (meetings.kind === 'failed') return meetings;
    if (list.kind === 'failed') return list;
    if (meetings.kind === 'loading' || list.kind === 'loading') return { kind: 'loading' };
    const meeting = meetings.value.find((each) => each.id === meetingId);
    return { kind: 'ready', value: { meeting, meetings: meetings.value, list: list.value } };
  }, [meetings, list, meetingId]);
}
