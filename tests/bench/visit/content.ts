// One visit as facts and as the product's own commands: what the device has before (the partnership, its people, a planned
// meeting), and what is done at the meeting without internet, in the steps in which people do it. Ids are random, as real ones are.

import { randomId } from '../../../src/app/device/openDevice.ts';
import { exampleSignature } from '../../../src/app/example/exampleSignature.ts';
import { invite, recordAttendance, recordSignature } from '../../../src/documents/attendanceCommands.ts';
import {
  closeMeeting,
  editMeetingText,
  openMeeting,
  planMeeting,
  recordDecision,
} from '../../../src/documents/meetingCommands.ts';
import { addOrganisations, beginPartnership } from '../../../src/documents/partnershipCommands.ts';
import { addPersons, beginRegister } from '../../../src/documents/registerCommands.ts';
import { sealAttendance } from '../../../src/documents/sealing.ts';
import type { AttendanceEntry } from '../../../src/domain/attendance.ts';
import type {
  DeviceId,
  MeetingId,
  OrganisationId,
  PartnershipId,
  PersonId,
} from '../../../src/domain/ids.ts';
import type { Meeting } from '../../../src/domain/meeting.ts';
import { orderBetween } from '../../../src/domain/order.ts';
import { THIRD_ROUND } from '../../../src/domain/programme/thirdRound.ts';
import {
  asInstant,
  decodeIsoDate,
  decodeLocalTime,
  type Instant,
  type IsoDate,
} from '../../../src/domain/time.ts';
import { type DocumentName, documentName } from '../../../src/schema/documentName.ts';
import type { DocumentChange } from '../../../src/storage/ledger.ts';
import { organisationName, personName } from '../../filled/names.ts';
import { randomOf } from '../../sync/random.ts';

const VISIT = { people: 40, signatures: 32, minutes: 2_000, decisions: 6 } as const;
const ORGANISATIONS = 14;
/** Characters between two commits of a text: what is typed in a quarter of a second. */
const TYPED_AT_ONCE = 2;

export interface Visit {
  readonly partnership: DocumentName;
  readonly register: DocumentName;
  /** What the device and the server have before. */
  readonly before: readonly DocumentChange[];
  /** Each step is a commit of its own. */
  readonly steps: readonly (readonly DocumentChange[])[];
}

/** The same seed gives the same texts and strokes; ids differ each time. */
export function makeVisit(seed: number): Visit {
  const id = randomId<PartnershipId>();
  const partnership = documentName('partnership', id);
  const register = documentName('register', id);
  const people = Array.from({ length: VISIT.people }, () => randomId<PersonId>());
  const organisations = Array.from({ length: ORGANISATIONS }, () => randomId<OrganisationId>());
  const meeting = plannedMeeting();
  const device = randomId<DeviceId>();
  const began = asInstant(Date.parse(`${DAY}T15:00:00Z`));
  const inPartnership = (run: DocumentChange['run']): DocumentChange => ({ name: partnership, run });
  const inRegister = (run: DocumentChange['run']): DocumentChange => ({ name: register, run });
  const closed = asInstant(began + 2 * 3_600_000);
  return {
    partnership,
    register,
    before: [
      inPartnership((doc) => {
        beginPartnership(doc, { ...PARTNERSHIP, id, createdAt: began });
        addOrganisations(
          doc,
          organisations.map((each, index) => ({
            id: each,
            name: organisationName(index, 'plain'),
            type: 'ngo',
            status: 'joined',
          })),
        );
        planMeeting(doc, meeting);
      }),
      inRegister((doc) => {
        beginRegister(doc);
        addPersons(
          doc,
          people.map((person, index) => ({
            id: person,
            name: personName(index, 'plain'),
            createdAt: began,
            phone: '',
            email: '',
            representation: {
              id: randomId(),
              organisationId: organisations[index % ORGANISATIONS] ?? randomId(),
              role: '',
              from: DAY,
            },
          })),
        );
        invite(doc, meeting.id, people);
      }),
    ],
    steps: [
      [inPartnership((doc) => openMeeting(doc, meeting.id, began, DAY))],
      ...people.map((person, index) => [
        inRegister((doc) => {
          const at = asInstant(began + index * 20_000);
          const entry = attendanceOf(meeting.id, person, at, device, index < VISIT.signatures);
          if (index >= VISIT.signatures) return recordAttendance(doc, entry);
          const content = { kind: 'drawn', strokes: exampleSignature(seed * 100 + index, 12) } as const;
          const facts = { meetingId: meeting.id, personId: person, at, deviceId: device };
          recordSignature(doc, { ...facts, id: randomId(), content, voidedAt: undefined }, entry);
        }),
      ]),
      ...typed(minutesOf(seed)).map(({ index, insert }) => [
        inPartnership((doc) =>
          editMeetingText(
            doc,
            meeting.id,
            'notes',
            { index, remove: 0, insert },
            asInstant(began + 250 * index),
          ),
        ),
      ]),
      ...decisionsOf(seed, meeting.id, device).map((decision) => [
        inPartnership((doc) => recordDecision(doc, randomId(), decision)),
      ]),
      [
        inPartnership((doc) => closeMeeting(doc, meeting.id, closed)),
        inRegister((doc) =>
          sealAttendance(
            doc,
            { meeting, organisationName: () => '' },
            {
              id: randomId(),
              kind: 'closing',
              reason: '',
              at: closed,
              by: PARTNERSHIP.coordinatorName,
              deviceId: device,
            },
          ),
        ),
      ],
    ],
  };
}

const DAY: IsoDate = dayOf('2026-11-20');

const PARTNERSHIP = {
  name: 'Partnerstwo w Starym Polu',
  roundId: THIRD_ROUND.id,
  track: 'project',
  phase: 'vision',
  libraryName: 'Gminna Biblioteka Publiczna',
  gmina: 'Stare Pole',
  facilitatorName: 'Adam Animator',
  coordinatorName: 'Barbara Zielińska',
  isExample: false,
} as const;

function dayOf(text: string): IsoDate {
  const day = decodeIsoDate(text);
  if (day === undefined) throw new Error(`no day: ${text}`);
  return day;
}

function plannedMeeting(): Meeting {
  return {
    id: randomId(),
    number: 2,
    theme: 'analyseEffectiveness',
    title: '',
    date: DAY,
    from: decodeLocalTime('16:00'),
    to: decodeLocalTime('18:30'),
    place: 'Świetlica wiejska',
    state: 'planned',
    openedAt: undefined,
    closedAt: undefined,
    isHidden: false,
  };
}

function attendanceOf(
  meetingId: MeetingId,
  personId: PersonId,
  at: Instant,
  deviceId: DeviceId,
  isSigned: boolean,
): AttendanceEntry {
  const [presence, origin] = isSigned ? (['present', 'self'] as const) : (['excused', 'operator'] as const);
  return { meetingId, personId, presence, origin, at, deviceId, correction: undefined };
}

function decisionsOf(seed: number, meetingId: MeetingId, device: DeviceId) {
  const random = randomOf(seed + 1);
  let order: string | undefined;
  return Array.from({ length: VISIT.decisions }, () => {
    order = orderBetween(order, undefined, device);
    const text = wordsOf(random.next, 80);
    return { meetingId, text, who: random.pick(WORDS), due: DAY, isDone: false, order, isHidden: false };
  });
}

function minutesOf(seed: number): string {
  return wordsOf(randomOf(seed).next, VISIT.minutes);
}

function typed(text: string): readonly { readonly index: number; readonly insert: string }[] {
  const pieces = Math.ceil(text.length / TYPED_AT_ONCE);
  return Array.from({ length: pieces }, (_each, piece) => {
    const index = piece * TYPED_AT_ONCE;
    return { index, insert: text.slice(index, index + TYPED_AT_ONCE) };
  });
}

const WORDS =
  `biblioteka partnerstwo spotkanie ustalono wspólnie plan działania świetlica szkoła straż koło gospodyń wniosek grant
  termin młodzież seniorzy gmina budżet zebrać oferty przygotować omówiono potrzeby mieszkańców zasoby organizacji
  dziękujemy za obecność następne odbędzie się w piątek o godzinie szesnastej pani sołtys zgłosiła pomysł na festyn
  parafia udostępni salę dom kultury użyczy nagłośnienie bank sfinansuje nagrody zespół opracuje regulamin konkursu`.split(
    /\s+/,
  );

/** Exactly `length` characters of words in a random order. */
export function wordsOf(next: () => number, length: number): string {
  let text = '';
  while (text.length < length) text += `${WORDS[Math.floor(next() * WORDS.length)]} `;
  return text.slice(0, length);
}
