// Facts of a meeting's list for the tests of what is printed: people with Polish names, some signed. The same numbers give
// the same facts.
import type { AttendanceRow, Presence } from '../../src/domain/attendance.ts';
import { type OrganisationId, type PersonId, asId } from '../../src/domain/ids.ts';
import type { Meeting, MeetingState } from '../../src/domain/meeting.ts';
import type { Partnership } from '../../src/domain/partnership.ts';
import { THIRD_ROUND } from '../../src/domain/programme/thirdRound.ts';
import type { Seal } from '../../src/domain/seal.ts';
import type { SignatureContent } from '../../src/domain/signature.ts';
import { asInstant, decodeIsoDate, decodeLocalTime } from '../../src/domain/time.ts';
import type { ListFacts } from '../../src/outputs/attendanceList.ts';

const GIVEN = [
  'Anna',
  'Błażej',
  'Cecylia',
  'Świętosława',
  'Łucja',
  'Żaneta',
  'Józef',
  'Michał',
  'Źdźbisław',
  'Ćwierk',
];
const FAMILY = [
  'Gęślicka',
  'Wiśniewska',
  'Ćma',
  'Łoś',
  'Brzęczyszczykiewicz',
  'Źródło',
  'Żółć-Ślęzak',
  'Ósmy',
  'Ęcki',
  'Ńko',
];
const ORGANISATIONS = [
  'Szkoła Podstawowa im. Jana Kochanowskiego w Starym Polu',
  'Koło Gospodyń Wiejskich „Polanki”',
  'Ochotnicza Straż Pożarna w Starym Polu',
  'Stowarzyszenie na rzecz rozwoju społeczności lokalnej i ochrony dziedzictwa kulturowego gmin Stare Pole, Nowe Pole i Źdźbłów Wielki z siedzibą w Gminnym Ośrodku Kultury, Sportu i Turystyki w Starym Polu.',
];

export const LONG_ORGANISATION = ORGANISATIONS[3] ?? '';

/** Twenty and more names that are all different; the tenth of ten has a surname of two words. */
function personName(index: number): string {
  return `${GIVEN[index % 10] ?? ''} ${FAMILY[Math.floor(index / 10 + index) % 10] ?? ''}`;
}

export function drawnSignature(seed: number): SignatureContent {
  const points = Array.from({ length: 40 }, (_each, step) => ({
    x: 400 + step * 50,
    y: Math.round(500 + Math.sin((step * (seed + 3)) / 7) * 300),
  }));
  return { kind: 'drawn', strokes: [points, [{ x: 420, y: 300 }]] };
}

export interface RowFacts {
  readonly name: string;
  readonly presence?: Presence;
  readonly organisation?: number;
  readonly signature?: SignatureContent;
  readonly correction?: string;
}

const MEETING_ID = asId<Meeting['id']>('meeting-1');

export function attendanceRow(index: number, row: RowFacts): AttendanceRow {
  const id = asId<PersonId>(`person-${index}`);
  const at = asInstant(1_000 + index);
  const presence = row.presence ?? 'present';
  const deviceId = asId<NonNullable<AttendanceRow['entry']>['deviceId']>('tablet');
  return {
    person: { id, name: row.name, isHidden: false, mergedInto: undefined, createdAt: at },
    organisationId: row.organisation === undefined ? undefined : asId(`organisation-${row.organisation}`),
    role: '',
    presence,
    entry: {
      meetingId: MEETING_ID,
      personId: id,
      presence,
      origin: 'operator',
      at,
      deviceId,
      correction: row.correction,
    },
    signature:
      row.signature === undefined
        ? undefined
        : {
            id: asId(`signature-${index}`),
            meetingId: MEETING_ID,
            personId: id,
            content: row.signature,
            at,
            deviceId,
            voidedAt: undefined,
          },
    isWalkIn: false,
  };
}

/** So many people, present and signed in three of four cases. */
export function manyRows(count: number): readonly AttendanceRow[] {
  return Array.from({ length: count }, (_each, index) =>
    attendanceRow(index, {
      name: personName(index),
      organisation: index % 4,
      ...(index % 4 === 3 ? {} : { signature: drawnSignature(index) }),
    }),
  );
}

export const CLOSING: Seal = {
  id: asId('seal-1'),
  meetingId: MEETING_ID,
  fingerprint: '7F3A91C20B5D44E1',
  kind: 'closing',
  reason: '',
  at: asInstant(Date.UTC(2026, 10, 22, 12)),
  by: 'Agnieszka Borowa',
  deviceId: asId('tablet'),
  present: 18,
  signed: 14,
};

export const PARTNERSHIP: Partnership = {
  id: asId('partnership-1'),
  name: 'Stare Pole razem',
  roundId: THIRD_ROUND.id,
  track: 'project',
  phase: 'action',
  libraryName: 'Gminna Biblioteka Publiczna w Starym Polu',
  gmina: 'Stare Pole',
  library: undefined,
  facilitatorName: 'Lidia Skalska',
  coordinatorName: 'Agnieszka Borowa',
  isExample: false,
  createdAt: asInstant(0),
};

export function meetingOf(state: MeetingState): Meeting {
  return {
    id: MEETING_ID,
    number: 2,
    theme: 'analyseEffectiveness',
    title: '',
    date: decodeIsoDate('2026-11-22'),
    from: decodeLocalTime('16:00'),
    to: decodeLocalTime('18:30'),
    place: 'Świetlica wiejska, ul. Szkolna 4',
    state,
    openedAt: undefined,
    closedAt: undefined,
    isHidden: false,
  };
}

/** A closed, sealed list unless told otherwise. */
export function listFacts(rows: readonly AttendanceRow[], changes: Partial<ListFacts> = {}): ListFacts {
  return {
    round: THIRD_ROUND,
    partnership: PARTNERSHIP,
    meeting: meetingOf('closed'),
    rows,
    organisationName: (id: OrganisationId) => ORGANISATIONS[Number(id.split('-')[1])] ?? '',
    fingerprint: CLOSING.fingerprint,
    seal: { kind: 'sealed', seal: CLOSING },
    preparer: 'Agnieszka Borowa',
    contacts: [],
    persons: rows.map((row) => row.person),
    ...changes,
  };
}
