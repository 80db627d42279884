// What people do in the register: names, contact data, marks and signatures at two doors.

import { isErasedPerson } from '../../src/documents/erasedPersons.ts';
import { recordAttendance, recordSignature, voidSignature } from '../../src/documents/attendanceCommands.ts';
import { addPersons, editContact, editPerson } from '../../src/documents/registerCommands.ts';
import { PRESENCES } from '../../src/domain/attendance.ts';
import { asId, type DeviceId, type MeetingId, type PersonId } from '../../src/domain/ids.ts';
import { asInstant } from '../../src/domain/time.ts';
import { encodeStrokes } from '../../src/schema/strokes.ts';
import { attendanceKey } from '../../src/schema/registerRecords.ts';
import { begun, type Edit, FIRST_MEETING, type Hand, known, NAMES, onRecord, put } from './editing.ts';
import { strokesOf } from './erasures.ts';
import type { Place } from './ledgerOfTruth.ts';

export const addPerson: Edit = (hand) => {
  const id = hand.editing.newId<PersonId>('person');
  hand.editing.persons.push(id);
  begun(hand, 'persons', id);
  const name = `Osoba_${hand.editing.number()}_`;
  const place: Place = { doc: NAMES.register, root: 'persons', key: id, field: 'name' };
  const person = { id, name, createdAt: asInstant(1), phone: '', email: '', representation: undefined };
  return [
    { name: NAMES.register, run: (doc) => put(hand, doc, place, name, () => addPersons(doc, [person])) },
  ];
};

export const renamePerson: Edit = (hand) =>
  onRecord(NAMES.register, 'persons', known(hand, 'persons'), (doc, key) => {
    if (isErasedPerson(doc, key)) return;
    const name = `Zmiana_${hand.editing.number()}_`;
    const place: Place = { doc: NAMES.register, root: 'persons', key, field: 'name' };
    put(hand, doc, place, name, () => editPerson(doc, asId<PersonId>(key), { name, isHidden: false }));
  });

export const contactPerson: Edit = (hand) => {
  const id = hand.editing.random.pick(hand.editing.persons);
  const phone = `+48_${hand.editing.number()}_`;
  const place: Place = { doc: NAMES.register, root: 'contacts', key: `${id}.phone`, field: '' };
  return [
    {
      name: NAMES.register,
      run: (doc) => {
        if (!isErasedPerson(doc, id)) put(hand, doc, place, phone, () => editContact(doc, id, { phone }));
      },
    },
  ];
};

function entryOf(hand: Hand, meetingId: MeetingId, personId: PersonId, at: number) {
  const presence = hand.editing.random.pick(PRESENCES);
  const deviceId = asId<DeviceId>(hand.device);
  return {
    meetingId,
    personId,
    presence,
    origin: 'operator' as const,
    at: asInstant(at),
    deviceId,
    correction: undefined,
  };
}

export const tap: Edit = (hand) => {
  const { editing } = hand;
  const [person, at] = [editing.random.pick(editing.persons), editing.number()];
  const entry = entryOf(hand, FIRST_MEETING, person, at);
  const key = attendanceKey(entry.meetingId, person);
  const place: Place = { doc: NAMES.register, root: 'attendance', key, field: 'at' };
  return [
    { name: NAMES.register, run: (doc) => put(hand, doc, place, at, () => recordAttendance(doc, entry)) },
  ];
};

export const sign: Edit = (hand) => {
  const { editing } = hand;
  const [person, at] = [editing.random.pick(editing.persons), editing.number()];
  const entry = entryOf(hand, FIRST_MEETING, person, at);
  const id = editing.newId<Parameters<typeof voidSignature>[1]>('signature');
  begun(hand, 'signatures', id);
  const strokes = strokesOf(at);
  const content = { kind: 'drawn', strokes } as const;
  const signature = { ...entry, id, content, voidedAt: undefined };
  const place: Place = { doc: NAMES.register, root: 'signatures', key: id, field: 'at' };
  const mark: Place = {
    doc: NAMES.register,
    root: 'attendance',
    key: attendanceKey(entry.meetingId, person),
    field: 'at',
  };
  return [
    {
      name: NAMES.register,
      run: (doc) => {
        put(hand, doc, [place, mark], at, () => recordSignature(doc, signature, entry));
        const write = hand.made.find((made) => made.place === place);
        const isKept = !isErasedPerson(doc, person);
        if (write) editing.drawings.push({ write, person, strokes: encodeStrokes(strokes), isKept });
      },
    },
  ];
};

export const takeBackSignature: Edit = (hand) =>
  onRecord(NAMES.register, 'signatures', known(hand, 'signatures'), (doc, key) => {
    const at = hand.editing.number();
    const place: Place = { doc: NAMES.register, root: 'signatures', key, field: 'voidedAt' };
    put(hand, doc, place, at, () => voidSignature(doc, asId(key), asInstant(at)));
  });
