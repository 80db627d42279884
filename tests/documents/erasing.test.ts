// Erasing people from a register: the rebuilt document, and what is carried over into it.
import { describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import { recordAttendance, recordSignature, sealList } from '../../src/documents/attendanceCommands.ts';
import { carryOver } from '../../src/documents/carryOver.ts';
import { rebuildWithout } from '../../src/documents/rebuildWithout.ts';
import {
  addPersons,
  beginRegister,
  editContact,
  editPerson,
  recordRepresentation,
} from '../../src/documents/registerCommands.ts';
import { readRecord, rootMap } from '../../src/documents/roots.ts';
import {
  type ListHead,
  readAttendanceFacts,
  readSealState,
  sealAttendance,
} from '../../src/documents/sealing.ts';
import { attendanceRows } from '../../src/domain/attendance.ts';
import {
  asId,
  type DeviceId,
  type MeetingId,
  type OrganisationId,
  type PersonId,
  type RepresentationId,
  type SealId,
  type SignatureId,
} from '../../src/domain/ids.ts';
import { asInstant } from '../../src/domain/time.ts';
import { decodePerson, decodeSignature } from '../../src/schema/registerRecords.ts';
import { encodeStrokes } from '../../src/schema/strokes.ts';

const MEETING = asId<MeetingId>('m1');
const DEVICE = asId<DeviceId>('tablet');
const [ANNA, ANNA2, BOGDAN] = [asId<PersonId>('anna'), asId<PersonId>('anna2'), asId<PersonId>('bogdan')];
const NAME = 'Anna Sekretna';
const PHONE = '600700801';
const EMAIL = 'anna@sekret.example';
const ROLE = 'skarbniczka Sekretna';
const STROKES = [
  [
    { x: 1234, y: 567 },
    { x: 2345, y: 678 },
    { x: 345, y: 789 },
  ],
];
const HEAD: ListHead = {
  meeting: {
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
    closedAt: undefined,
    isHidden: false,
  },
  organisationName: () => 'KGW',
};

const person = (id: PersonId, name: string, phone = '', email = '') => ({
  id,
  name,
  createdAt: asInstant(1),
  phone,
  email,
  representation: undefined,
});

const entry = (personId: PersonId, at: number, presence: 'present' | 'excused' = 'present') => ({
  meetingId: MEETING,
  personId,
  presence,
  origin: 'self' as const,
  at: asInstant(at),
  deviceId: DEVICE,
  correction: undefined,
});

function sign(doc: Y.Doc, id: string, personId: PersonId, at = 2): void {
  recordSignature(
    doc,
    {
      id: asId<SignatureId>(id),
      meetingId: MEETING,
      personId,
      content: { kind: 'drawn', strokes: STROKES },
      at: asInstant(at),
      deviceId: DEVICE,
      voidedAt: undefined,
    },
    entry(personId, at),
  );
}

function register(): Y.Doc {
  const doc = new Y.Doc();
  beginRegister(doc);
  addPersons(doc, [
    person(ANNA, NAME, PHONE, EMAIL),
    person(ANNA2, NAME),
    person(BOGDAN, 'Bogdan Jawny', '111'),
  ]);
  editPerson(doc, ANNA2, { mergedInto: ANNA });
  for (const [id, personId] of [
    ['r1', ANNA],
    ['r2', BOGDAN],
  ] as const) {
    recordRepresentation(doc, asId<RepresentationId>(id), {
      personId,
      organisationId: asId<OrganisationId>('kgw'),
      role: personId === ANNA ? ROLE : 'prezes',
    });
  }
  sign(doc, 's1', ANNA2);
  sign(doc, 's2', BOGDAN);
  rootMap(doc, 'persons').set('later', new Y.Map([['field', 'of a later version']]));
  doc.getMap('laterRoot').set('key', { any: ['thing'] });
  return doc;
}

let seals = 0;
function rebuild(old: Y.Doc, epoch = 0, by = NAME): Y.Doc {
  return rebuildWithout(old, {
    persons: [ANNA],
    at: asInstant(50),
    epoch,
    lists: [HEAD],
    seal: { by, deviceId: DEVICE, newId: () => asId<SealId>(`erased-${++seals}`) },
  });
}

function copyOf(doc: Y.Doc): Y.Doc {
  const copy = new Y.Doc();
  Y.applyUpdateV2(copy, Y.encodeStateAsUpdateV2(doc));
  return copy;
}

/** The bytes as text, in which what stands literally in an update is found. */
const bytesOf = (doc: Y.Doc): string => Buffer.from(Y.encodeStateAsUpdateV2(doc)).toString('latin1');
const STROKE_BYTES = Buffer.from(encodeStrokes(STROKES)).toString('latin1');

function expectErased(doc: Y.Doc): void {
  const bytes = bytesOf(doc);
  for (const secret of [NAME, PHONE, EMAIL, ROLE]) expect(bytes).not.toContain(secret);
  const signature = decodeSignature('s1', readRecord(rootMap(doc, 'signatures'), 's1') ?? {});
  expect(signature?.content).toEqual({ kind: 'confirmed', reason: 'erased' });
}

const signatureOf = (doc: Y.Doc, id: string) =>
  decodeSignature(id, readRecord(rootMap(doc, 'signatures'), id) ?? {});

describe('a register that is rebuilt without a person', () => {
  it('[G8] holds none of their values in its bytes, and their doubles are erased with them', () => {
    const old = register();
    expect(bytesOf(old)).toContain(NAME);
    expect(bytesOf(old)).toContain(STROKE_BYTES);
    const rebuilt = rebuild(old);
    expectErased(rebuilt);
    for (const id of [ANNA, ANNA2]) {
      expect(decodePerson(id, readRecord(rootMap(rebuilt, 'persons'), id) ?? {})).toMatchObject({
        name: '',
        isHidden: true,
        erasedAt: 50,
      });
    }
  });

  it('[G8] keeps that somebody was there, everybody else, and what this version does not know', () => {
    const old = register();
    const rebuilt = rebuild(old);
    const rows = (doc: Y.Doc) => attendanceRows(readAttendanceFacts(doc, MEETING, undefined));
    expect(rows(rebuilt)).toHaveLength(rows(old).length);
    expect(rows(rebuilt).map((row) => [row.person.id, row.presence, row.signature?.id])).toEqual(
      rows(old).map((row) => [row.person.id, row.presence, row.signature?.id]),
    );
    expect(signatureOf(rebuilt, 's2')).toEqual(signatureOf(old, 's2'));
    expect(rootMap(rebuilt, 'contacts').get('bogdan.phone')).toBe('111');
    expect(readRecord(rootMap(rebuilt, 'persons'), 'later')).toEqual({ field: 'of a later version' });
    expect(rebuilt.getMap('laterRoot').get('key')).toEqual({ any: ['thing'] });
    expect(rootMap(rebuilt, 'meta').get('schema')).toBe(rootMap(old, 'meta').get('schema'));
  });

  it('[G8] seals a closed list anew where the erasing shows, and says why; by nobody when it was their own', () => {
    const old = register();
    const seal = {
      id: asId<SealId>('c1'),
      kind: 'closing' as const,
      reason: '',
      at: asInstant(9),
      by: NAME,
      deviceId: DEVICE,
    };
    sealAttendance(old, HEAD, seal);
    const rebuilt = rebuild(old);
    const state = readSealState(rebuilt, HEAD);
    expect(state).toMatchObject({
      kind: 'corrected',
      first: { id: 'c1', by: '' },
      seal: { reason: 'Usunięto dane osoby na jej żądanie (RODO art. 17)', by: '', at: 50 },
    });
    expectErased(rebuilt);
  });

  it('leaves a list alone into which something came after its seal: a new one would hide that', () => {
    const old = register();
    sealList(old, {
      id: asId<SealId>('c1'),
      meetingId: MEETING,
      fingerprint: '0000000000000000',
      kind: 'closing',
      reason: '',
      at: asInstant(9),
      by: 'Maria',
      deviceId: DEVICE,
      present: 1,
      signed: 1,
    });
    expect(readSealState(rebuild(old), HEAD).kind).toBe('changed');
  });

  it('[G8] is given nothing back by a later command, whose form or pad was open meanwhile', () => {
    const rebuilt = rebuild(register());
    editPerson(rebuilt, ANNA, { name: NAME, isHidden: false });
    editContact(rebuilt, ANNA, { phone: PHONE });
    recordRepresentation(rebuilt, asId<RepresentationId>('r9'), {
      personId: ANNA,
      organisationId: asId<OrganisationId>('kgw'),
      role: ROLE,
    });
    recordRepresentation(rebuilt, asId<RepresentationId>('r9'), { role: ROLE });
    const signed = { id: asId<SignatureId>('s9'), meetingId: MEETING, personId: ANNA, deviceId: DEVICE };
    const content = { kind: 'drawn', strokes: STROKES } as const;
    recordSignature(
      rebuilt,
      { ...signed, at: asInstant(30), content, voidedAt: undefined },
      { ...entry(ANNA, 30), origin: 'self', deviceId: DEVICE, correction: undefined },
    );
    expectErased(rebuilt);
    expect(decodeSignature('s9', readRecord(rootMap(rebuilt, 'signatures'), 's9') ?? {})).toMatchObject({
      content: { kind: 'confirmed', reason: 'erased' },
    });
    expect(readRecord(rootMap(rebuilt, 'attendance'), 'm1.anna')).toMatchObject({ at: 30 });
  });
});

describe('carrying over', () => {
  /** A tablet that went offline before the erasing, and wrote on. */
  function straggler(): { old: Y.Doc; successor: Y.Doc } {
    const server = register();
    const old = copyOf(server);
    return { old, successor: rebuild(server) };
  }

  it('[G3] [G8] brings what the rebuilding did not see, and nothing of who was erased but their presence', () => {
    const { old, successor } = straggler();
    const next = asId<MeetingId>('m2');
    addPersons(old, [person(asId<PersonId>('celina'), 'Celina Nowa', '222')]);
    editPerson(old, BOGDAN, { name: 'Bogdan Poprawiony' });
    editPerson(old, ANNA, { name: `${NAME}-Nowa` });
    editContact(old, ANNA, { email: EMAIL.toUpperCase() });
    recordRepresentation(old, asId<RepresentationId>('r1'), { role: `${ROLE} 2` });
    recordAttendance(old, { ...entry(ANNA, 60), meetingId: next });
    sign(old, 's3', ANNA, 60);
    sign(old, 's4', BOGDAN, 61);
    expect(carryOver(old, 0, successor)).toBe(true);
    expectErased(successor);
    expect(bytesOf(successor)).not.toContain(EMAIL.toUpperCase());
    expect(readRecord(rootMap(successor, 'persons'), 'bogdan')?.['name']).toBe('Bogdan Poprawiony');
    expect(readRecord(rootMap(successor, 'persons'), 'celina')?.['name']).toBe('Celina Nowa');
    expect(rootMap(successor, 'contacts').get('celina.phone')).toBe('222');
    expect(readRecord(rootMap(successor, 'attendance'), 'm2.anna')?.['presence']).toBe('present');
    expect(signatureOf(successor, 's3')?.content).toEqual({ kind: 'confirmed', reason: 'erased' });
    expect(signatureOf(successor, 's4')?.content).toEqual({ kind: 'drawn', strokes: STROKES });
  });

  it('[G5] repeated, also on another device or from a backup, it changes nothing and undoes no later change', () => {
    const { old, successor } = straggler();
    editPerson(old, BOGDAN, { name: 'Bogdan Poprawiony' });
    carryOver(old, 0, successor);
    const again = copyOf(successor);
    editPerson(again, BOGDAN, { name: 'Bogdan Ostateczny' });
    const before = Y.encodeStateAsUpdateV2(again);
    expect(carryOver(copyOf(old), 0, again)).toBe(true);
    expect(Y.encodeStateAsUpdateV2(again)).toEqual(before);
  });

  it('goes on over any number of epochs', () => {
    const { old, successor } = straggler();
    editPerson(old, BOGDAN, { name: 'Bogdan Poprawiony' });
    const third = rebuild(successor, 1);
    expect(carryOver(old, 0, third)).toBe(true);
    expect(readRecord(rootMap(third, 'persons'), 'bogdan')?.['name']).toBe('Bogdan Poprawiony');
    expect(readRecord(rootMap(third, 'persons'), 'anna')?.['name']).toBe('');
  });

  it('the later of two marks of one person stands', () => {
    const { old, successor } = straggler();
    recordAttendance(old, entry(BOGDAN, 60, 'excused'));
    recordAttendance(successor, entry(BOGDAN, 70));
    carryOver(old, 0, successor);
    expect(readRecord(rootMap(successor, 'attendance'), 'm1.bogdan')).toMatchObject({
      presence: 'present',
      at: 70,
    });
  });

  it('[G3] waits for the whole of the rebuilt document', () => {
    const { old, successor } = straggler();
    editPerson(old, BOGDAN, { name: 'Bogdan Poprawiony' });
    expect(carryOver(old, 0, new Y.Doc())).toBe(false);
    // The mark comes last of all; where something before it is missing, Yjs does not take it in.
    const [[client, clock] = [0, 0]] = Y.decodeStateVector(Y.encodeStateVector(successor));
    const late = new Y.Doc();
    const before = Y.encodeStateVector(new Map([[client, clock - 1]]));
    Y.applyUpdate(late, Y.encodeStateAsUpdate(successor, before));
    expect(carryOver(old, 0, late)).toBe(false);
  });
});
