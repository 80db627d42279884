import { describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import { attendanceRows } from '../../src/domain/attendance.ts';
import {
  asId,
  type DeviceId,
  type MeetingId,
  type OrganisationId,
  type PersonId,
  type SignatureId,
} from '../../src/domain/ids.ts';
import type { Meeting } from '../../src/domain/meeting.ts';
import { type Seal, sealState, sealedText } from '../../src/domain/seal.ts';
import { asInstant } from '../../src/domain/time.ts';
import {
  invite,
  recordAttendance,
  recordSignature,
  voidSignature,
  restoreSignature,
} from '../../src/documents/attendanceCommands.ts';
import { fingerprintOf } from '../../src/documents/fingerprint.ts';
import { addPersons, beginRegister, recordRepresentation } from '../../src/documents/registerCommands.ts';
import { rootMap, readRecord } from '../../src/documents/roots.ts';
import { type ListHead, readAttendanceFacts, sealAttendance } from '../../src/documents/sealing.ts';
import { decodeSeal } from '../../src/schema/registerRecords.ts';

const meetingId = asId<MeetingId>('m1');
const head: ListHead = {
  meeting: {
    id: meetingId,
    number: 2,
    theme: 'analyseEffectiveness',
    title: '',
    date: undefined,
    from: undefined,
    to: undefined,
    place: 'Świetlica',
    state: 'closed',
    openedAt: undefined,
    closedAt: undefined,
    isHidden: false,
  } satisfies Meeting,
  organisationName: (id: OrganisationId) => `name of ${id}`,
};

const entry = (id: string, at: number, presence: 'present' | 'excused' | 'unmarked' = 'present') => ({
  meetingId,
  personId: asId<PersonId>(id),
  presence,
  origin: 'operator' as const,
  at: asInstant(at),
  deviceId: asId<DeviceId>('tablet'),
  correction: undefined,
});

const seal = (id: string, at: number, kind: Seal['kind'] = 'closing') => ({
  id: asId<Seal['id']>(id),
  kind,
  reason: '',
  at: asInstant(at),
  by: 'Maria Nowak',
  deviceId: asId<DeviceId>('tablet'),
});

const fingerprint = (doc: Y.Doc) =>
  fingerprintOf(
    sealedText(
      head.meeting,
      attendanceRows(readAttendanceFacts(doc, meetingId, head.meeting.date)),
      head.organisationName,
    ),
  );

const stateOf = (doc: Y.Doc) => {
  const map = rootMap(doc, 'seals');
  const seals = [...map.keys()].flatMap((key) => decodeSeal(key, readRecord(map, key) ?? {}) ?? []);
  return sealState(seals, fingerprint(doc));
};

const exchange = (a: Y.Doc, b: Y.Doc) => {
  Y.applyUpdateV2(a, Y.encodeStateAsUpdateV2(b));
  Y.applyUpdateV2(b, Y.encodeStateAsUpdateV2(a));
};

const withPeople = (): Y.Doc => {
  const doc = new Y.Doc();
  beginRegister(doc);
  const ids = ['anna', 'bogdan', 'celina'];
  addPersons(
    doc,
    ids.map((id) => ({
      id: asId<PersonId>(id),
      name: id,
      createdAt: asInstant(1),
      phone: '',
      email: '',
      representation: undefined,
    })),
  );
  invite(
    doc,
    meetingId,
    ids.map((id) => asId<PersonId>(id)),
  );
  return doc;
};

const signed = {
  id: asId<SignatureId>('sig'),
  meetingId,
  personId: asId<PersonId>('anna'),
  content: {
    kind: 'drawn' as const,
    strokes: [
      [
        { x: 1, y: 2 },
        { x: 900, y: 40 },
      ],
    ],
  },
  at: asInstant(5),
  deviceId: asId<DeviceId>('tablet'),
  voidedAt: undefined,
};

describe('sealing an attendance list', () => {
  it('[G4] gives both replicas the same fingerprint, whichever of two representations came first', () => {
    const [here, there] = [withPeople(), new Y.Doc()];
    exchange(here, there);
    const speak = (doc: Y.Doc, id: string, organisation: string) =>
      recordRepresentation(doc, asId(id), {
        personId: asId('anna'),
        organisationId: asId(organisation),
        role: '',
        from: undefined,
        to: undefined,
      });
    speak(here, 'r2', 'school');
    speak(there, 'r1', 'osp');
    recordAttendance(here, entry('anna', 3));
    recordAttendance(there, entry('bogdan', 4));
    exchange(here, there);
    sealAttendance(here, head, seal('first', 10));
    exchange(here, there);
    expect(stateOf(there)).toMatchObject({
      kind: 'sealed',
      seal: { present: 2, signed: 0, by: 'Maria Nowak' },
    });
    expect(fingerprint(there)).toBe(fingerprint(here));
  });

  it('shows what comes from a second tablet after closing, until the list is sealed again', () => {
    const [here, there] = [withPeople(), new Y.Doc()];
    exchange(here, there);
    recordAttendance(there, entry('celina', 4));
    sealAttendance(here, head, seal('first', 10));
    expect(stateOf(here).kind).toBe('sealed');
    exchange(here, there);
    expect(stateOf(here).kind).toBe('changed');
    sealAttendance(here, head, seal('second', 11, 'correction'));
    expect(stateOf(here)).toMatchObject({ kind: 'corrected', first: { id: 'first' }, seal: { present: 1 } });
  });

  it('covers the content of signatures: taking one back shows, restoring it restores the fingerprint', () => {
    const doc = withPeople();
    recordSignature(doc, signed, entry('anna', 5));
    sealAttendance(doc, head, seal('first', 10));
    expect(stateOf(doc)).toMatchObject({ kind: 'sealed', seal: { present: 1, signed: 1 } });
    voidSignature(doc, signed.id, asInstant(12));
    expect(stateOf(doc).kind).toBe('changed');
    restoreSignature(doc, signed.id);
    expect(stateOf(doc).kind).toBe('sealed');
  });

  it('leaves out other meetings and people who are only invited', () => {
    const doc = withPeople();
    sealAttendance(doc, head, seal('first', 10));
    recordAttendance(doc, { ...entry('anna', 5), meetingId: asId<MeetingId>('m2') });
    recordAttendance(doc, entry('anna', 6, 'unmarked'));
    expect(stateOf(doc).kind).toBe('sealed');
  });
});
