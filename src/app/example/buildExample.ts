// The filled sample partnership, built by the same commands as a real one: a first meeting that is closed and sealed, a
// second one today, a third without a date. The same day gives the same sample. It is never sent to a server.

import { type DeviceId, type OrganisationId, type PartnershipId, asId } from '../../domain/ids.ts';
import type { Meeting } from '../../domain/meeting.ts';
import { orderBetween } from '../../domain/order.ts';
import { THIRD_ROUND } from '../../domain/programme/thirdRound.ts';
import { type IsoDate, decodeLocalTime } from '../../domain/time.ts';
import {
  closeMeeting,
  editMeetingText,
  openMeeting,
  planMeeting,
  recordDecision,
} from '../../documents/meetingCommands.ts';
import {
  addOrganisations,
  beginPartnership,
  editLibrary,
  recordBranch,
} from '../../documents/partnershipCommands.ts';
import { documentName } from '../../schema/documentName.ts';
import type { DocumentChange } from '../../storage/ledger.ts';
import { dayFrom, momentOf } from './exampleCalendar.ts';
import {
  EXAMPLE_BRANCHES,
  EXAMPLE_DECISIONS,
  EXAMPLE_LIBRARY,
  EXAMPLE_ORGANISATIONS,
  EXAMPLE_PARTNERSHIP,
  EXAMPLE_PLACE,
  EXAMPLE_TEXTS,
} from './exampleFacts.ts';
import { fillPlan } from './examplePlan.ts';
import { fillRegister } from './exampleRegister.ts';

export const EXAMPLE_ID: PartnershipId = asId('example-stare-pole');

/** Days between the first meeting and the day on which the sample is opened. */
const SINCE_FIRST = 71;
/** Minutes after midnight. */
const BEGIN = 16 * 60;
const END = 18 * 60 + 30;

export function exampleMeetings(today: IsoDate): readonly [first: Meeting, second: Meeting, third: Meeting] {
  const firstDay = dayFrom(today, -SINCE_FIRST);
  const shared = { title: '', isHidden: false, openedAt: undefined, closedAt: undefined } as const;
  const [from, to] = [decodeLocalTime('16:00'), decodeLocalTime('18:30')];
  return [
    {
      ...shared,
      id: asId('example-meeting-1'),
      number: 1,
      theme: 'buildPartnership',
      date: firstDay,
      from,
      to,
      place: EXAMPLE_PLACE,
      state: 'closed',
      openedAt: momentOf(firstDay, BEGIN),
      closedAt: momentOf(firstDay, END),
    },
    {
      ...shared,
      id: asId('example-meeting-2'),
      number: 2,
      theme: 'analyseEffectiveness',
      date: today,
      from,
      to,
      place: EXAMPLE_PLACE,
      state: 'planned',
    },
    {
      ...shared,
      id: asId('example-meeting-3'),
      number: 3,
      theme: 'longTermProspects',
      date: undefined,
      from: undefined,
      to: undefined,
      place: '',
      state: 'planned',
    },
  ];
}

/** What to write for the sample, as one commit. `deviceId` is the device that looks at it. */
export function buildExample(today: IsoDate, deviceId: DeviceId): readonly DocumentChange[] {
  const [first, second, third] = exampleMeetings(today);
  return [
    {
      name: documentName('partnership', EXAMPLE_ID),
      run: (doc) => {
        const createdAt = momentOf(dayFrom(today, -SINCE_FIRST - 14), BEGIN);
        beginPartnership(doc, {
          ...EXAMPLE_PARTNERSHIP,
          id: EXAMPLE_ID,
          roundId: THIRD_ROUND.id,
          track: 'project',
          phase: 'vision',
          isExample: true,
          createdAt,
        });
        editLibrary(doc, { ...EXAMPLE_LIBRARY, enrolledOn: dayFrom(today, -SINCE_FIRST - 30) });
        let place: string | undefined;
        for (const [index, name] of EXAMPLE_BRANCHES.entries()) {
          place = orderBetween(place, undefined, deviceId);
          recordBranch(doc, asId(`example-branch-${index + 1}`), { name, order: place });
        }
        addOrganisations(
          doc,
          EXAMPLE_ORGANISATIONS.map((organisation, index) => ({
            ...organisation,
            id: organisationId(index),
          })),
        );
        planMeeting(doc, { ...first, state: 'planned', openedAt: undefined, closedAt: undefined });
        planMeeting(doc, second);
        planMeeting(doc, third);
        const at = momentOf(first.date ?? today, BEGIN);
        const write = (meeting: Meeting, name: 'agenda' | 'notes', insert: string): void =>
          editMeetingText(doc, meeting.id, name, { index: 0, remove: 0, insert }, at);
        write(first, 'agenda', EXAMPLE_TEXTS.firstAgenda);
        write(first, 'notes', EXAMPLE_TEXTS.firstNotes);
        write(second, 'agenda', EXAMPLE_TEXTS.secondAgenda);
        openMeeting(doc, first.id, at, today);
        let order: string | undefined;
        for (const [index, { due, ...decision }] of EXAMPLE_DECISIONS.entries()) {
          order = orderBetween(order, undefined, deviceId);
          recordDecision(doc, asId(`example-decision-${index + 1}`), {
            ...decision,
            meetingId: first.id,
            due: dayFrom(today, due),
            order,
            isHidden: false,
          });
        }
        closeMeeting(doc, first.id, momentOf(first.date ?? today, END));
        fillPlan(doc, {
          today,
          deviceId,
          hand: { at, by: { name: EXAMPLE_PARTNERSHIP.coordinatorName, organisationId: undefined } },
          organisationId,
        });
      },
    },
    {
      name: documentName('register', EXAMPLE_ID),
      run: (doc) => fillRegister(doc, { first, second, deviceId, organisationId }),
    },
  ];
}

function organisationId(index: number): OrganisationId {
  return asId(`example-organisation-${index + 1}`);
}
