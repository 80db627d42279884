// The documents of every release that devices have had in their hands, read and written by this one.

import * as Y from 'yjs';
import { describe, expect, it } from 'vitest';
import { recordAttendance, voidSignature } from '../../src/documents/attendanceCommands.ts';
import { editMeeting, editMeetingText, recordDecision } from '../../src/documents/meetingCommands.ts';
import { isWritable } from '../../src/documents/meta.ts';
import { editLibrary, editOrganisation, editPartnership } from '../../src/documents/partnershipCommands.ts';
import { publishRound } from '../../src/documents/programmeCommands.ts';
import { projectRecords } from '../../src/documents/projection.ts';
import { editContact, editPerson } from '../../src/documents/registerCommands.ts';
import { isPlainRecord, LOCAL_ORIGIN } from '../../src/documents/roots.ts';
import { isCovered } from '../../src/documents/stamp.ts';
import type { DocumentKind } from '../../src/domain/access.ts';
import { asId, type MeetingId } from '../../src/domain/ids.ts';
import { asInstant } from '../../src/domain/time.ts';
import { type FrozenDocument, frozenReleases } from './releases.ts';

const MEETING: MeetingId = asId('example-meeting-2');
const AT = asInstant(Date.parse('2027-01-15T17:00:00Z'));
const LATER_FIELD = 'fieldOfALaterRelease';

/** Each kind of command that this release has for records of the frozen documents, on fields that their unsent work leaves alone. */
const WRITES: Readonly<Partial<Record<DocumentKind, (doc: Y.Doc) => void>>> = {
  partnership: (doc) => {
    editPartnership(doc, { gmina: 'Gmina po zmianie' });
    editLibrary(doc, { phone: '22 000 00 99' });
    editOrganisation(doc, asId('example-organisation-1'), { name: 'Organizacja po zmianie' });
    editMeeting(doc, MEETING, { place: 'Miejsce po zmianie' });
    editMeetingText(doc, MEETING, 'agenda', { index: 0, remove: 0, insert: 'Na początku. ' }, AT);
    recordDecision(doc, asId('example-decision-1'), { meetingId: asId('example-meeting-1'), isDone: true });
  },
  register: (doc) => {
    editPerson(doc, asId('example-person-3'), { name: 'Osoba po zmianie' });
    editContact(doc, asId('example-person-3'), { phone: '600 000 003' });
    voidSignature(doc, asId('example-signature-1'), AT);
    recordAttendance(doc, {
      meetingId: MEETING,
      personId: asId('example-person-3'),
      presence: 'present',
      origin: 'operator',
      at: AT,
      deviceId: asId('present-device'),
      correction: undefined,
    });
  },
  programme: (doc) => publishRound(doc, { rulesVersion: 'po zmianie' }),
};

function opened({ update, unsent }: FrozenDocument, withUnsent: boolean): Y.Doc {
  const doc = new Y.Doc();
  Y.applyUpdateV2(doc, update);
  if (withUnsent) Y.applyUpdateV2(doc, unsent);
  return doc;
}

/** By table and key, so that rows of kinds that came later are no matter. */
function rowsOf(doc: Y.Doc, { kind, id }: FrozenDocument): ReadonlyMap<string, object> {
  const rows = projectRecords(doc, kind, id, 'all');
  return new Map(rows.map(({ table, key, record }) => [`${table} ${key}`, { ...record }]));
}

function frozenRows({ rows }: FrozenDocument): ReadonlyMap<string, object> {
  return new Map(rows.map(({ table, key, record }) => [`${table} ${key}`, record]));
}

/** As a later release would: a field in each record, and a root of its own. Returns where the field was put. */
function addWhatIsNotKnown(doc: Y.Doc): readonly (() => unknown)[] {
  const added: (() => unknown)[] = [];
  doc.transact(() => {
    for (const name of doc.share.keys()) {
      const root = doc.getMap(name);
      for (const [key, value] of root.entries()) {
        const isRecord = value instanceof Y.Map;
        if (isRecord) value.set(LATER_FIELD, 1);
        else if (isPlainRecord(value)) root.set(key, { ...value, [LATER_FIELD]: 1 });
        else continue;
        added.push(() => {
          const now = root.get(key);
          if (now instanceof Y.Map) return now.get(LATER_FIELD);
          return isPlainRecord(now) ? now[LATER_FIELD] : undefined;
        });
      }
    }
    const later = doc.getMap('rootOfALaterRelease');
    later.set('key', 1);
    added.push(() => later.get('key'));
  });
  return added;
}

describe.each(frozenReleases())('[G9] documents of release $name', (release) => {
  describe.each(release.documents)('$kind, epoch $epoch', (frozen) => {
    const write = WRITES[frozen.kind];

    it('are shown as that release showed them, and may be written', () => {
      const doc = opened(frozen, true);
      expect(isWritable(doc)).toBe(true);
      expect(Object.fromEntries(rowsOf(doc, frozen))).toMatchObject(Object.fromEntries(frozenRows(frozen)));
    });

    it('are not changed by being read', () => {
      const doc = opened(frozen, true);
      const before = Y.encodeStateAsUpdateV2(doc);
      rowsOf(doc, frozen);
      expect(Y.encodeStateAsUpdateV2(doc)).toEqual(before);
    });

    it('keep what this one does not know when it writes', () => {
      const doc = opened(frozen, true);
      const added = addWhatIsNotKnown(doc);
      const changed: unknown[] = [];
      doc.on('afterTransaction', ({ origin, changed: types }) => {
        if (origin === LOCAL_ORIGIN) changed.push(...types.keys());
      });
      write?.(doc);
      expect(changed.length).toBeGreaterThan(0);
      expect(added.filter((read) => read() !== 1)).toEqual([]);
      expect(rowsOf(doc, frozen).size).toBeGreaterThanOrEqual(frozen.rows.length);
    });

    it('take what a device of that release had not sent, after this one has written', () => {
      const doc = opened(frozen, false);
      write?.(doc);
      const written = rowsOf(doc, frozen);
      Y.applyUpdateV2(doc, frozen.unsent);
      const whole = opened(frozen, true);
      write?.(whole);
      expect(rowsOf(doc, frozen)).toEqual(rowsOf(whole, frozen));
      expect(rowsOf(doc, frozen)).not.toEqual(written);
    });

    it('have two ticks once a server has them', () => {
      const doc = opened(frozen, true);
      const held = Y.decodeStateVector(Y.encodeStateVector(doc));
      const rows = projectRecords(doc, frozen.kind, frozen.id, 'all');
      expect(rows.filter(({ stamp }) => !isCovered(stamp, held))).toEqual([]);
    });
  });
});

it('[G9] each schema version that was released has its frozen documents, with every kind of record it had', () => {
  const releases = frozenReleases();
  expect(releases.map(({ schema }) => schema)).toEqual(expect.arrayContaining([1, 2]));
  for (const { documents } of releases) {
    const tables = new Set(documents.flatMap(({ rows }) => rows.map(({ table }) => table)));
    expect([...tables]).toEqual(expect.arrayContaining(ALL_SINCE_THE_FIRST));
  }
});

const ALL_SINCE_THE_FIRST = [
  'partnerships',
  'organisations',
  'meetings',
  'decisions',
  'persons',
  'contacts',
  'representations',
  'invitations',
  'attendance',
  'signatures',
  'seals',
  'rounds',
];
