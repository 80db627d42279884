// The sample is built by the same commands as real work, so it must satisfy the same rules.
import { expect, test } from 'vitest';
import * as Y from 'yjs';
import { EXAMPLE_ID, buildExample, exampleMeetings } from '../../src/app/example/buildExample.ts';
import { readAttendanceFacts } from '../../src/documents/sealing.ts';
import { fingerprintOf } from '../../src/documents/fingerprint.ts';
import { projectRecords } from '../../src/documents/projection.ts';
import { attendanceRows, countAttendance } from '../../src/domain/attendance.ts';
import { asId, type DeviceId } from '../../src/domain/ids.ts';
import { type Meeting, nextMeeting } from '../../src/domain/meeting.ts';
import type { PartnerOrganisation } from '../../src/domain/organisation.ts';
import { type Partnership, isExampleId } from '../../src/domain/partnership.ts';
import { THIRD_ROUND } from '../../src/domain/programme/thirdRound.ts';
import { type Seal, sealState, sealedText } from '../../src/domain/seal.ts';
import { checkStrokes } from '../../src/domain/signature.ts';
import { decodeIsoDate, type IsoDate } from '../../src/domain/time.ts';

const device = asId<DeviceId>('device-1');

function day(text: string): IsoDate {
  const date = decodeIsoDate(text);
  if (date === undefined) throw new Error(`no date: ${text}`);
  return date;
}

const today = day('2026-11-22');

function build(on: IsoDate = today) {
  const docs = new Map<string, Y.Doc>();
  for (const { name, run } of buildExample(on, device)) {
    const doc = docs.get(name) ?? new Y.Doc();
    docs.set(name, doc);
    run(doc);
  }
  const [partnership, register] = [...docs.values()];
  if (partnership === undefined || register === undefined) throw new Error('two documents were expected');
  const rows = [
    ...projectRecords(partnership, 'partnership', EXAMPLE_ID, 'all'),
    ...projectRecords(register, 'register', EXAMPLE_ID, 'all'),
  ];
  const recordsOf = <Kind>(table: string): readonly Kind[] =>
    rows.flatMap((row) => (row.table === table && row.record !== undefined ? [row.record as Kind] : []));
  return { partnership, register, recordsOf };
}

test('the sample is marked as one twice, so that no part of it can be sent', () => {
  const [record] = build().recordsOf<Partnership>('partnerships');
  expect(record?.isExample).toBe(true);
  expect(isExampleId(EXAMPLE_ID)).toBe(true);
});

test('its library has branches, a contact, an enrolment before the partnership began, and accepted rules', () => {
  const [record] = build().recordsOf<Partnership>('partnerships');
  const library = record?.library;
  expect(library?.branches.map(({ name }) => name)).toEqual(['Filia w Zawadzie', 'Filia w Łężycach']);
  expect(library?.acceptedRules).toBe(THIRD_ROUND.rulesVersion);
  expect(Object.values(library ?? {}).every((value) => value !== '' && value !== undefined)).toBe(true);
  expect(Date.parse(library?.enrolledOn ?? '')).toBeLessThan(record?.createdAt ?? 0);
});

test('its first meeting is closed with 16 present, and its seal fits what the list says', () => {
  const { register, recordsOf } = build();
  const meeting = recordsOf<Meeting>('meetings').find(({ number }) => number === 1);
  if (meeting === undefined) throw new Error('no first meeting');
  const rows = attendanceRows(readAttendanceFacts(register, meeting.id, meeting.date));
  expect(meeting.state).toBe('closed');
  expect(countAttendance(rows)).toMatchObject({ present: 16, excused: 1, absent: 1, signed: 16, walkIns: 2 });
  const names = new Map(recordsOf<PartnerOrganisation>('organisations').map(({ id, name }) => [id, name]));
  const current = fingerprintOf(sealedText(meeting, rows, (id) => names.get(id) ?? ''));
  expect(sealState(recordsOf<Seal>('seals'), current).kind).toBe('sealed');
});

test('every drawn signature of it would be accepted from a hand, and no two are alike', () => {
  const { register } = build();
  const { signatures } = readAttendanceFacts(register, exampleMeetings(today)[0].id, today);
  const drawn = signatures.flatMap(({ content }) => (content.kind === 'drawn' ? [content.strokes] : []));
  expect(drawn).toHaveLength(15);
  for (const strokes of drawn) expect(checkStrokes(strokes)).toEqual({ kind: 'ok' });
  expect(new Set(drawn.map((strokes) => JSON.stringify(strokes))).size).toBe(drawn.length);
});

test('its second meeting is today with 18 people of 9 institutions invited, and is the next one', () => {
  const { register, recordsOf } = build();
  const next = nextMeeting(recordsOf<Meeting>('meetings'), today);
  expect(next).toMatchObject({ number: 2, date: today, state: 'planned' });
  if (next === undefined) throw new Error('no next meeting');
  const rows = attendanceRows(readAttendanceFacts(register, next.id, next.date));
  expect(rows).toHaveLength(18);
  expect(new Set(rows.map((row) => row.organisationId)).size).toBe(9);
});

test('the same day gives the same sample, also across a change of clocks', () => {
  for (const each of ['2026-11-22', '2027-03-28', '2027-10-31', '2028-02-29'].map(day)) {
    const [first, second] = [build(each), build(each)];
    for (const table of ['meetings', 'decisions', 'persons', 'attendance', 'signatures', 'seals'])
      expect(first.recordsOf(table)).toEqual(second.recordsOf(table));
    expect(first.recordsOf<Meeting>('meetings')).toHaveLength(3);
  }
});
