// What is frozen of a release's documents: one of each kind that it writes, with every kind of record, made by its own commands;
// the rows that it shows of them; and work that a device of it has not sent yet.

import * as Y from 'yjs';
import { buildExample, EXAMPLE_ID } from '../../src/app/example/buildExample.ts';
import { recordAttendance, voidSignature } from '../../src/documents/attendanceCommands.ts';
import { editMeetingText, recordDecision } from '../../src/documents/meetingCommands.ts';
import { publishRound } from '../../src/documents/programmeCommands.ts';
import { projectRecords } from '../../src/documents/projection.ts';
import { editContact, editPerson } from '../../src/documents/registerCommands.ts';
import type { DocumentKind } from '../../src/domain/access.ts';
import { asId, type DeviceId } from '../../src/domain/ids.ts';
import { THIRD_ROUND } from '../../src/domain/programme/thirdRound.ts';
import { asInstant, decodeIsoDate } from '../../src/domain/time.ts';
import { documentName } from '../../src/schema/documentName.ts';

const DEVICE: DeviceId = asId('frozen-device');
const AT = asInstant(Date.parse('2026-11-22T17:00:00Z'));

export interface DocumentToFreeze {
  readonly kind: DocumentKind;
  readonly id: string;
  /** Yjs v2 updates: the document as others have it, and what one device adds to it. */
  readonly update: Uint8Array;
  readonly unsent: Uint8Array;
  /** As the release projects it, with what is unsent. */
  readonly rows: readonly { readonly table: string; readonly key: string; readonly record: unknown }[];
}

export function documentsToFreeze(): readonly DocumentToFreeze[] {
  const today = decodeIsoDate('2026-11-22');
  if (today === undefined) throw new Error('no day');
  const example = (kind: DocumentKind) => (doc: Y.Doc) => {
    const name = documentName(kind, EXAMPLE_ID);
    for (const change of buildExample(today, DEVICE)) if (change.name === name) change.run(doc);
  };
  return [
    frozen('partnership', EXAMPLE_ID, example('partnership'), (doc) => {
      const second = asId<Parameters<typeof editMeetingText>[1]>('example-meeting-2');
      editMeetingText(doc, second, 'notes', { index: 0, remove: 0, insert: 'Zapisane bez zasięgu.' }, AT);
      recordDecision(doc, asId('frozen-decision'), { meetingId: second, text: 'Wysłać, gdy będzie zasięg' });
    }),
    frozen(
      'register',
      EXAMPLE_ID,
      (doc) => {
        example('register')(doc);
        voidSignature(doc, asId('example-signature-2'), AT);
        editPerson(doc, asId('example-person-9'), { mergedInto: asId('example-person-8') });
        editContact(doc, asId('example-person-1'), { email: 'osoba@example.org' });
      },
      (doc) =>
        recordAttendance(doc, {
          meetingId: asId('example-meeting-2'),
          personId: asId('example-person-1'),
          presence: 'present',
          origin: 'operator',
          at: AT,
          deviceId: DEVICE,
          correction: undefined,
        }),
    ),
    frozen(
      'programme',
      THIRD_ROUND.id,
      (doc) => publishRound(doc, { name: 'Runda zamrożona', retentionYears: 7 }),
      (doc) => publishRound(doc, { contactName: 'Biuro programu' }),
      // The rest is what the product ships of the round, and may be put right in any release.
      [{ name: 'Runda zamrożona', contact: { name: 'Biuro programu' }, privacy: { retentionYears: 7 } }],
    ),
  ];
}

function frozen(
  kind: DocumentKind,
  id: string,
  write: (doc: Y.Doc) => void,
  writeMore: (doc: Y.Doc) => void,
  records?: readonly object[],
): DocumentToFreeze {
  const doc = new Y.Doc();
  write(doc);
  const update = Y.encodeStateAsUpdateV2(doc);
  const before = Y.encodeStateVector(doc);
  writeMore(doc);
  const rows = projectRecords(doc, kind, id, 'all');
  return {
    kind,
    id,
    update,
    unsent: Y.encodeStateAsUpdateV2(doc, before),
    rows: rows.map(({ table, key, record }, index) => ({ table, key, record: records?.[index] ?? record })),
  };
}
