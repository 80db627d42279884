import * as Y from 'yjs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  invite,
  recordAttendance,
  recordSignature,
  sealList,
} from '../../src/documents/attendanceCommands.ts';
import { fingerprintOf } from '../../src/documents/fingerprint.ts';
import {
  editMeetingText,
  meetingText,
  openMeeting,
  planMeeting,
} from '../../src/documents/meetingCommands.ts';
import { isWritable } from '../../src/documents/meta.ts';
import { beginPartnership, editPartnership } from '../../src/documents/partnershipCommands.ts';
import { observeChanges, projectRecords } from '../../src/documents/projection.ts';
import { addPersons, beginRegister, editContact, editPerson } from '../../src/documents/registerCommands.ts';
import type { ChangedRoot } from '../../src/documents/planProjection.ts';
import { rootMap } from '../../src/documents/roots.ts';
import {
  NOTHING_HELD,
  decodeHeld,
  encodeHeld,
  holdAlso,
  unsentUpdate,
} from '../../src/documents/serverState.ts';
import { isCovered, stampOf } from '../../src/documents/stamp.ts';
import type { AttendanceEntry } from '../../src/domain/attendance.ts';
import {
  asId,
  type DeviceId,
  type MeetingId,
  type PartnershipId,
  type PersonId,
} from '../../src/domain/ids.ts';
import type { Meeting } from '../../src/domain/meeting.ts';
import { asInstant, decodeIsoDate } from '../../src/domain/time.ts';
import { emptyPartnership } from '../../src/schema/partnershipRecords.ts';

const MEETING = asId<MeetingId>('m1');
const [ANNA, BOGDAN] = [asId<PersonId>('anna'), asId<PersonId>('bogdan')];

const PLANNED: Meeting = {
  id: MEETING,
  number: 1,
  theme: 'other',
  title: '',
  date: undefined,
  from: undefined,
  to: undefined,
  place: '',
  state: 'planned',
  openedAt: undefined,
  closedAt: undefined,
  isHidden: false,
};

function entry(personId: PersonId, presence: AttendanceEntry['presence'], at = 1): AttendanceEntry {
  return {
    meetingId: MEETING,
    personId,
    presence,
    origin: 'operator',
    at: asInstant(at),
    deviceId: asId<DeviceId>('tablet'),
    correction: undefined,
  };
}

function newPerson(id: PersonId, name: string) {
  return { id, name, createdAt: asInstant(1), phone: '', email: '', representation: undefined };
}

function sync(...docs: Y.Doc[]): void {
  for (const from of docs) for (const to of docs) Y.applyUpdateV2(to, Y.encodeStateAsUpdateV2(from));
}

describe('documents', () => {
  it('[G4] two tablets at two doors converge on one row a person', () => {
    const [left, right] = [new Y.Doc(), new Y.Doc()];
    addPersons(left, [newPerson(ANNA, 'Anna'), newPerson(BOGDAN, 'Bogdan')]);
    sync(left, right);
    recordAttendance(left, entry(ANNA, 'present', 1));
    recordAttendance(right, entry(ANNA, 'present', 2));
    recordAttendance(right, entry(BOGDAN, 'excused', 3));
    sync(left, right);
    const rows = (doc: Y.Doc) =>
      projectRecords(doc, 'register', 'p', 'all').filter((row) => row.table === 'attendance');
    expect(rows(left).map((row) => row.record)).toEqual(rows(right).map((row) => row.record));
    expect(
      rows(left)
        .map((row) => row.key)
        .sort(),
    ).toEqual(['m1.anna', 'm1.bogdan']);
  });

  it('contact data added on two devices at once is kept from both', () => {
    const [left, right] = [new Y.Doc(), new Y.Doc()];
    addPersons(left, [newPerson(ANNA, 'Anna')]);
    sync(left, right);
    editContact(left, ANNA, { phone: '501 222 310' });
    editContact(right, ANNA, { email: 'anna@example.org' });
    sync(left, right);
    const contacts = projectRecords(left, 'register', 'p', 'all').find((row) => row.table === 'contacts');
    expect(contacts?.record).toEqual({ personId: ANNA, phone: '501 222 310', email: 'anna@example.org' });
  });

  it('a command that changes nothing writes nothing, so that another’s value stands', () => {
    const doc = new Y.Doc();
    const partnership = { ...emptyPartnership(asId<PartnershipId>('p'), 5), name: 'Razem' };
    beginPartnership(doc, partnership);
    const before = Y.encodeStateVector(doc);
    editPartnership(doc, { name: 'Razem', gmina: '' });
    expect(Y.encodeStateVector(doc)).toEqual(before);
  });

  it('keeps fields that it does not know', () => {
    const doc = new Y.Doc();
    rootMap(doc, 'attendance').set('m1.anna', { presence: 'absent', fromTheFuture: 7 });
    recordAttendance(doc, entry(ANNA, 'present'));
    expect(rootMap(doc, 'attendance').get('m1.anna')).toMatchObject({
      presence: 'present',
      fromTheFuture: 7,
    });
  });

  it('inviting twice writes once', () => {
    const doc = new Y.Doc();
    invite(doc, MEETING, [ANNA]);
    const before = Y.encodeStateVector(doc);
    invite(doc, MEETING, [ANNA]);
    expect(Y.encodeStateVector(doc)).toEqual(before);
  });

  it('a signature is immutable: signing again under its id changes no stroke', () => {
    const doc = new Y.Doc();
    const signature = {
      id: asId<never>('s1'),
      meetingId: MEETING,
      personId: ANNA,
      content: {
        kind: 'drawn' as const,
        strokes: [
          [
            { x: 0, y: 0 },
            { x: 900, y: 30 },
          ],
        ],
      },
      at: asInstant(4),
      deviceId: asId<DeviceId>('tablet'),
      voidedAt: undefined,
    };
    recordSignature(doc, signature, entry(ANNA, 'present'));
    recordSignature(doc, { ...signature, content: { kind: 'drawn', strokes: [] } }, entry(ANNA, 'present'));
    const row = projectRecords(doc, 'register', 'p', 'all').find((each) => each.table === 'signatures');
    expect(row?.record).toEqual(signature);
  });

  it('texts of a meeting merge, and a mere deletion changes the meeting’s stamp', () => {
    const [left, right] = [new Y.Doc(), new Y.Doc()];
    planMeeting(left, PLANNED);
    sync(left, right);
    editMeetingText(left, MEETING, 'notes', { index: 0, remove: 0, insert: 'Ala ' }, asInstant(1));
    editMeetingText(right, MEETING, 'notes', { index: 0, remove: 0, insert: 'ma kota' }, asInstant(1));
    sync(left, right);
    expect(meetingText(left, MEETING, 'notes')?.toString()).toBe(
      meetingText(right, MEETING, 'notes')?.toString(),
    );
    expect(meetingText(left, MEETING, 'notes')?.length).toBe(11);
    const held = new Map(Y.snapshot(left).sv);
    editMeetingText(left, MEETING, 'notes', { index: 0, remove: 4, insert: '' }, asInstant(2));
    expect(isCovered(stampOf(rootMap(left, 'meetings'), MEETING), held)).toBe(false);
  });

  it('a meeting planned without a date takes place on the day it is opened; one with a date keeps it', () => {
    const doc = new Y.Doc();
    const today = decodeIsoDate('2026-11-22');
    if (today === undefined) throw new Error('no date');
    for (const [id, date] of [['m1', undefined] as const, ['m2', decodeIsoDate('2026-11-20')] as const]) {
      planMeeting(doc, { ...PLANNED, id: asId<MeetingId>(id), date });
      openMeeting(doc, asId<MeetingId>(id), asInstant(5), today);
    }
    const rows = projectRecords(doc, 'partnership', 'p', 'all').filter((row) => row.table === 'meetings');
    expect(rows.map((row) => row.record)).toMatchObject([
      { state: 'open', openedAt: 5, date: '2026-11-22' },
      { state: 'open', openedAt: 5, date: '2026-11-20' },
    ]);
  });

  it('says which records changed, also inside nested ones', () => {
    const doc = new Y.Doc();
    const seen: [ChangedRoot, string[]][] = [];
    addPersons(doc, [newPerson(ANNA, 'Anna')]);
    const stop = observeChanges(doc, 'register', (root, keys) => seen.push([root, [...keys]]));
    editPerson(doc, ANNA, { name: 'Hanna' });
    recordAttendance(doc, entry(ANNA, 'present'));
    stop();
    editPerson(doc, ANNA, { name: 'Joanna' });
    expect(seen).toEqual([
      ['persons', ['anna']],
      ['attendance', ['m1.anna']],
    ]);
  });

  it('leaves out records that cannot be read, and shows the rest', () => {
    const doc = new Y.Doc();
    addPersons(doc, [newPerson(ANNA, 'Anna')]);
    rootMap(doc, 'attendance').set('m1.anna', { presence: 'present' });
    rootMap(doc, 'attendance').set('nonsense', 'text');
    rootMap(doc, 'seals').set('s', { fingerprint: 12 });
    const records = projectRecords(doc, 'register', 'p', 'all').flatMap((row) =>
      row.record ? [row.table] : [],
    );
    expect(records).toEqual(['persons']);
  });

  it('[G9] is read-only for an app older than its least writer', () => {
    const doc = new Y.Doc();
    beginRegister(doc);
    expect(isWritable(doc)).toBe(true);
    rootMap(doc, 'meta').set('leastWriter', 99);
    expect(isWritable(doc)).toBe(false);
  });

  it('a seal is one value, and its fingerprint depends on every letter', () => {
    const doc = new Y.Doc();
    const seal = {
      id: asId<never>('s1'),
      meetingId: MEETING,
      fingerprint: fingerprintOf('lista'),
      kind: 'closing' as const,
      reason: '',
      at: asInstant(9),
      by: 'Olga',
      deviceId: asId<DeviceId>('tablet'),
      present: 18,
      signed: 12,
    };
    sealList(doc, seal);
    expect(projectRecords(doc, 'register', 'p', 'all').map((row) => row.record)).toEqual([seal]);
    // SHA-256("abc") begins with ba7816bf 8f01cfea (FIPS 180-4 example).
    expect(fingerprintOf('abc')).toBe('BA7816BF8F01CFEA');
    expect(fingerprintOf('abd')).not.toBe(fingerprintOf('abc'));
  });
});

describe('what the server holds', () => {
  const step = fc.record({
    side: fc.constantFrom('left' as const, 'right' as const),
    person: fc.constantFrom(ANNA, BOGDAN),
    kind: fc.constantFrom(
      'mark' as const,
      'name' as const,
      'remove' as const,
      'send' as const,
      'pull' as const,
    ),
  });

  it('[G4] what is unsent is always exactly what the server lacks, deletions included', () => {
    fc.assert(
      fc.property(fc.array(step, { maxLength: 40 }), (steps) => {
        const server = new Y.Doc();
        const sides = {
          left: { doc: new Y.Doc(), held: NOTHING_HELD },
          right: { doc: new Y.Doc(), held: NOTHING_HELD },
        };
        const send = (side: { doc: Y.Doc; held: Y.Snapshot }): void => {
          const { update, isWhole } = unsentUpdate(side.doc, side.held);
          expect(isWhole).toBe(true);
          if (update.length > 0) Y.applyUpdateV2(server, update);
          side.held = decodeHeld(encodeHeld(holdAlso(side.held, update)));
          expect(unsentUpdate(side.doc, side.held).update.length).toBe(0);
        };
        const pull = (side: { doc: Y.Doc; held: Y.Snapshot }): void => {
          const update = Y.encodeStateAsUpdateV2(server, Y.encodeStateVector(side.doc));
          Y.applyUpdateV2(side.doc, update);
          side.held = holdAlso(side.held, update);
        };
        steps.forEach(({ side, person, kind }, index) => {
          const here = sides[side];
          if (kind === 'mark') recordAttendance(here.doc, entry(person, 'present', index));
          else if (kind === 'name') addPersons(here.doc, [newPerson(person, `${index}`)]);
          else if (kind === 'remove') rootMap(here.doc, 'attendance').delete(`m1.${person}`);
          else if (kind === 'send') send(here);
          else pull(here);
        });
        for (const side of [sides.left, sides.right, sides.left]) {
          pull(side);
          send(side);
        }
        pull(sides.right);
        const json = (doc: Y.Doc) => ['persons', 'attendance'].map((root) => doc.getMap(root).toJSON());
        expect(json(sides.left.doc)).toEqual(json(server));
        expect(json(sides.right.doc)).toEqual(json(server));
      }),
      { numRuns: 200 },
    );
  });
});
