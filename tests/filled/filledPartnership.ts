// A partnership filled to any size by the product's own commands, as a backup file that the app brings in. The same
// options give the same content. For measuring and for pictures; the sample that people see is the app's own.

import * as Y from 'yjs';
import { exampleSignature } from '../../src/app/example/exampleSignature.ts';
import { invite, recordAttendance, recordSignature } from '../../src/documents/attendanceCommands.ts';
import {
  closeMeeting,
  openMeeting,
  planMeeting,
  recordDecision,
} from '../../src/documents/meetingCommands.ts';
import {
  addOrganisations,
  beginPartnership,
  editLibrary,
  recordBranch,
} from '../../src/documents/partnershipCommands.ts';
import { addPersons, beginRegister } from '../../src/documents/registerCommands.ts';
import { sealAttendance } from '../../src/documents/sealing.ts';
import type { AttendanceEntry } from '../../src/domain/attendance.ts';
import {
  type MeetingId,
  type OrganisationId,
  type PartnershipId,
  type PersonId,
  asId,
} from '../../src/domain/ids.ts';
import type { Meeting } from '../../src/domain/meeting.ts';
import { orderBetween } from '../../src/domain/order.ts';
import { PROGRAMME_THEMES } from '../../src/domain/programme/round.ts';
import { THIRD_ROUND } from '../../src/domain/programme/thirdRound.ts';
import { type IsoDate, asInstant, decodeIsoDate, decodeLocalTime, isoDateOf } from '../../src/domain/time.ts';
import { documentName } from '../../src/schema/documentName.ts';
import { type BackupDocument, encodeBackup } from '../../src/storage/backup.ts';
import { type Naming, organisationName, personName } from './names.ts';

export interface Filling {
  /** Part of all ids, and what tells one partnership from another. */
  readonly key: string;
  readonly naming: Naming;
  /** People in the partnership; all are invited to every meeting. */
  readonly people: number;
  /** The last one is today and open, those before are closed. */
  readonly meetings: number;
  /** Marked present at each meeting, from the first person on; of those, signed. */
  readonly present: number;
  readonly signed: number;
  readonly today: string;
  /** The newest partnership on a device comes to the front. */
  readonly createdAt: number;
}

const DAY_MS = 86_400_000;
const DEVICE = asId<AttendanceEntry['deviceId']>('filled-device');

function fillPartnership(filling: Filling): readonly BackupDocument[] {
  const id: PartnershipId = asId(`${filling.key}-partnership`);
  const partnership = new Y.Doc();
  const register = new Y.Doc();
  const meetings = Array.from({ length: filling.meetings }, (_each, index) => meetingOf(filling, index));
  fillFacts(partnership, id, filling, meetings);
  fillPeople(register, filling);
  for (const meeting of meetings) takeAttendance(register, filling, meeting);
  return [
    { name: documentName('partnership', id), update: Y.encodeStateAsUpdateV2(partnership) },
    { name: documentName('register', id), update: Y.encodeStateAsUpdateV2(register) },
  ];
}

/** The bytes of a backup file with all these partnerships. */
export function backupOf(fillings: readonly Filling[]): Uint8Array {
  return encodeBackup(fillings.flatMap(fillPartnership), Date.parse('2026-11-22T12:00:00Z'));
}

export function filledMeetingId(key: string, index: number): MeetingId {
  return asId(`${key}-meeting-${index + 1}`);
}

const personId = (key: string, index: number): PersonId => asId(`${key}-person-${index + 1}`);
const organisationId = (key: string, index: number): OrganisationId => asId(`${key}-org-${index + 1}`);

/** Three people come for one organisation. */
const PEOPLE_IN_ONE = 3;

function dayBefore(today: string, days: number): IsoDate {
  const day = decodeIsoDate(
    new Date(Date.parse(`${today}T12:00Z`) - days * DAY_MS).toISOString().slice(0, 10),
  );
  if (day === undefined) throw new Error(`no day: ${today}`);
  return day;
}

function meetingOf({ key, meetings, naming, today }: Filling, index: number): Meeting {
  const date = dayBefore(today, (meetings - 1 - index) * 30);
  const began = Date.parse(`${date}T15:00:00Z`);
  const isLast = index === meetings - 1;
  return {
    id: filledMeetingId(key, index),
    number: index + 1,
    theme: PROGRAMME_THEMES[index] ?? 'other',
    title: naming === 'long' ? 'Spotkanie robocze w sprawie świetlicy, placu zabaw i wspólnego festynu' : '',
    date,
    from: decodeLocalTime('16:00'),
    to: decodeLocalTime('18:30'),
    place:
      naming === 'long'
        ? 'Świetlica wiejska przy Ochotniczej Straży Pożarnej w Starym Polu Dolnym, ul. Szkolna 4a'
        : 'Świetlica wiejska',
    state: isLast ? 'open' : 'closed',
    openedAt: asInstant(began),
    closedAt: isLast ? undefined : asInstant(began + 2 * 3_600_000),
    isHidden: false,
  };
}

function fillFacts(doc: Y.Doc, id: PartnershipId, filling: Filling, meetings: readonly Meeting[]): void {
  const { key, naming, people } = filling;
  beginPartnership(doc, {
    id,
    name:
      naming === 'long'
        ? 'Partnerstwo na rzecz Rozwoju Wsi i Miasteczek Doliny Bystrej'
        : `Partnerstwo ${key}`,
    roundId: THIRD_ROUND.id,
    track: 'project',
    phase: 'vision',
    libraryName:
      naming === 'long'
        ? 'Gminna Biblioteka Publiczna im. Marii Konopnickiej w Starym Polu z filią w Zawadzie'
        : 'Gminna Biblioteka Publiczna',
    gmina: 'Stare Pole',
    facilitatorName: 'Adam Animator',
    coordinatorName: 'Barbara Zielińska',
    isExample: false,
    createdAt: asInstant(filling.createdAt),
  });
  editLibrary(doc, {
    address: 'ul. Szkolna 2, 00-000 Stare Pole',
    phone: '50 000 00 20',
    email: 'biblioteka@starepole.example',
    enrolledOn: decodeIsoDate('2026-07-01'),
    acceptedRules: THIRD_ROUND.rulesVersion,
  });
  if (naming === 'long') {
    recordBranch(doc, asId(`${key}-branch`), {
      name: 'Filia Gminnej Biblioteki Publicznej im. Marii Konopnickiej w Starym Polu Dolnym nad Bystrą',
      order: orderBetween(undefined, undefined, DEVICE),
    });
  }
  addOrganisations(
    doc,
    Array.from({ length: Math.ceil(people / PEOPLE_IN_ONE) }, (_each, index) => ({
      id: organisationId(key, index),
      name: organisationName(index, naming),
      type: 'ngo' as const,
      status: 'joined' as const,
    })),
  );
  let order: string | undefined;
  for (const { state, openedAt, closedAt, ...meeting } of meetings) {
    planMeeting(doc, { ...meeting, state: 'planned', openedAt: undefined, closedAt: undefined });
    if (openedAt !== undefined) openMeeting(doc, meeting.id, openedAt, isoDateOf(new Date(openedAt)));
    if (closedAt !== undefined) closeMeeting(doc, meeting.id, closedAt);
    order = orderBetween(order, undefined, DEVICE);
    recordDecision(doc, asId(`${meeting.id}-decision`), {
      meetingId: meeting.id,
      text: 'Zebrać oferty na wyposażenie świetlicy i porównać je przed następnym spotkaniem',
      who: organisationName(0, naming),
      due: meeting.date,
      isDone: state === 'closed',
      order,
      isHidden: false,
    });
  }
}

function fillPeople(doc: Y.Doc, { key, naming, people, today, createdAt }: Filling): void {
  beginRegister(doc);
  addPersons(
    doc,
    Array.from({ length: people }, (_each, index) => ({
      id: personId(key, index),
      name: personName(index, naming),
      createdAt: asInstant(createdAt),
      phone: index % 2 === 0 ? '501 222 310' : '',
      email: index % 3 === 0 ? 'sekretariat@sp-starepole.example' : '',
      representation: {
        id: asId(`${key}-rep-${index + 1}`),
        organisationId: organisationId(key, Math.floor(index / PEOPLE_IN_ONE)),
        role: index % 4 === 0 ? 'dyrektor' : '',
        from: dayBefore(today, 365),
      },
    })),
  );
}

function takeAttendance(doc: Y.Doc, filling: Filling, meeting: Meeting): void {
  const { key, naming, people, present, signed } = filling;
  invite(
    doc,
    meeting.id,
    Array.from({ length: people }, (_each, index) => personId(key, index)),
  );
  for (let index = 0; index < present; index += 1) {
    const at = asInstant((meeting.openedAt ?? 0) + index * 30_000);
    const entry: AttendanceEntry = {
      meetingId: meeting.id,
      personId: personId(key, index),
      presence: index % 12 === 11 ? 'excused' : 'present',
      origin: 'operator',
      at,
      deviceId: DEVICE,
      correction: undefined,
    };
    if (index >= signed || entry.presence !== 'present') recordAttendance(doc, entry);
    else
      recordSignature(
        doc,
        {
          id: asId(`${meeting.id}-signature-${index + 1}`),
          meetingId: meeting.id,
          personId: entry.personId,
          content: { kind: 'drawn', strokes: exampleSignature(index + 1, 12) },
          at,
          deviceId: DEVICE,
          voidedAt: undefined,
        },
        entry,
      );
  }
  if (meeting.closedAt === undefined) return;
  const names = new Map(
    Array.from({ length: people }, (_each, index) => [
      organisationId(key, index),
      organisationName(index, naming),
    ]),
  );
  sealAttendance(
    doc,
    { meeting, organisationName: (id) => names.get(id) ?? '' },
    {
      id: asId(`${meeting.id}-seal`),
      kind: 'closing',
      reason: '',
      at: meeting.closedAt,
      by: 'Barbara Zielińska',
      deviceId: DEVICE,
    },
  );
}
