import 'fake-indexeddb/auto';
import { expect, it } from 'vitest';
import { planMeeting } from '../../../src/documents/meetingCommands.ts';
import { sealAttendance } from '../../../src/documents/sealing.ts';
import { listRows } from '../../../src/domain/attendanceView.ts';
import { asId, type PersonId, type SealId } from '../../../src/domain/ids.ts';
import type { Meeting } from '../../../src/domain/meeting.ts';
import { listPeople } from '../../../src/domain/partnerDirectory.ts';
import { asInstant } from '../../../src/domain/time.ts';
import { erasePerson } from '../../../src/rooms/partnership/partners/erasePerson.ts';
import { documentName } from '../../../src/schema/documentName.ts';
import { begin, DEVICE, mark, MEETING, PARTNERSHIP, person, REGISTER } from '../../storage/testLedger.ts';
import { openDevice } from '../testDevice.ts';

const CLOSED: Meeting = {
  id: MEETING,
  number: 1,
  theme: 'other',
  title: '',
  date: undefined,
  from: undefined,
  to: undefined,
  place: '',
  state: 'closed',
  openedAt: undefined,
  closedAt: asInstant(5),
  isHidden: false,
};

it('[G8] a person goes from the partners, and their row on a closed list stays, sealed anew with the reason', async () => {
  const device = openDevice();
  const { db, ledger } = device;
  const head = { meeting: CLOSED, organisationName: () => '' };
  const seal = { id: asId<SealId>('c'), kind: 'closing' as const, reason: '', by: 'Maria', deviceId: DEVICE };
  await ledger.write([
    begin(),
    person('anna', 'Anna Nowak'),
    person('bogdan', 'Bogdan Lis'),
    mark('anna', 'present'),
    mark('bogdan', 'excused'),
    { name: documentName('partnership', PARTNERSHIP), run: (doc) => planMeeting(doc, CLOSED) },
    { name: REGISTER, run: (doc) => sealAttendance(doc, head, { ...seal, at: asInstant(6) }) },
  ]);
  expect(await erasePerson(device, PARTNERSHIP, asId<PersonId>('anna'))).toEqual({ kind: 'erased' });
  const [persons, representations, entries] = await Promise.all([
    db.persons.toArray(),
    db.representations.toArray(),
    db.attendance.toArray(),
  ]);
  expect(listPeople({ persons, representations }).map((each) => each.person.name)).toEqual(['Bogdan Lis']);
  const facts = {
    meetingId: MEETING,
    day: undefined,
    persons,
    representations,
    entries,
    invitations: [],
    signatures: [],
  };
  const rows = listRows({ facts, organisationName: () => '', waiting: new Set(), previous: [] });
  expect(rows.map((row) => [row.id, row.name, row.presence])).toEqual([
    ['anna', '', 'present'],
    ['bogdan', 'Bogdan Lis', 'excused'],
  ]);
  expect((await db.seals.orderBy('key').toArray()).map((each) => [each.kind, each.reason])).toEqual([
    ['closing', ''],
    ['correction', 'Usunięto dane osoby na jej żądanie (RODO art. 17)'],
  ]);
  await device.tab.ledger.dispose();
});
