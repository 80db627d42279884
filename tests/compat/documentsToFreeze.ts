// What is frozen of a release's documents: one of each kind that it writes, with every kind of record, made by its own commands;
// the rows that it shows of them; and work that a device of it has not sent yet.

import * as Y from 'yjs';
import { buildExample, EXAMPLE_ID, exampleMeetings } from '../../src/app/example/buildExample.ts';
import { EXAMPLE_ORGANISATIONS } from '../../src/app/example/exampleFacts.ts';
import { recordAttendance, voidSignature } from '../../src/documents/attendanceCommands.ts';
import { editMeetingText, recordDecision } from '../../src/documents/meetingCommands.ts';
import { publishRound } from '../../src/documents/programmeCommands.ts';
import { projectRecords } from '../../src/documents/projection.ts';
import { rebuildWithout } from '../../src/documents/rebuildWithout.ts';
import { editContact, editPerson } from '../../src/documents/registerCommands.ts';
import type { DocumentKind } from '../../src/domain/access.ts';
import { asId, type DeviceId } from '../../src/domain/ids.ts';
import { THIRD_ROUND } from '../../src/domain/programme/thirdRound.ts';
import { asInstant, isoDateOf } from '../../src/domain/time.ts';
import { documentName } from '../../src/schema/documentName.ts';

const DEVICE: DeviceId = asId('frozen-device');
const AT = asInstant(Date.parse('2026-11-22T17:00:00Z'));
const TODAY = isoDateOf(new Date(AT));
const [SEALED, NEXT] = exampleMeetings(TODAY);

export interface DocumentToFreeze {
  readonly kind: DocumentKind;
  readonly id: string;
  readonly epoch: number;
  /** Yjs v2 updates: the document as others have it, and what one device adds to it. */
  readonly update: Uint8Array;
  readonly unsent: Uint8Array;
  /** As the release projects it, with what is unsent. */
  readonly rows: readonly { readonly table: string; readonly key: string; readonly record: unknown }[];
}

export function documentsToFreeze(): readonly DocumentToFreeze[] {
  return [
    frozen({ kind: 'partnership', id: EXAMPLE_ID, epoch: 0 }, example('partnership'), (doc) => {
      editMeetingText(doc, NEXT.id, 'notes', { index: 0, remove: 0, insert: 'Zapisane bez zasięgu.' }, AT);
      recordDecision(doc, asId('frozen-decision'), { meetingId: NEXT.id, text: 'Wysłać, gdy będzie zasięg' });
    }),
    frozen({ kind: 'register', id: EXAMPLE_ID, epoch: 0 }, register(), markFirstPerson),
    frozen({ kind: 'register', id: EXAMPLE_ID, epoch: 1 }, rebuiltRegister(), markFirstPerson),
    frozen(
      { kind: 'programme', id: THIRD_ROUND.id, epoch: 0 },
      made((doc) => publishRound(doc, { name: 'Runda zamrożona', retentionYears: 7 })),
      (doc) => publishRound(doc, { contactName: 'Biuro programu' }),
      // The rest is what the product ships of the round, and may be put right in any release.
      [{ name: 'Runda zamrożona', contact: { name: 'Biuro programu' }, privacy: { retentionYears: 7 } }],
    ),
  ];
}

function made(write: (doc: Y.Doc) => void): Y.Doc {
  const doc = new Y.Doc();
  write(doc);
  return doc;
}

function example(kind: DocumentKind): Y.Doc {
  const name = documentName(kind, EXAMPLE_ID);
  return made((doc) => {
    for (const change of buildExample(TODAY, DEVICE)) if (change.name === name) change.run(doc);
  });
}

function register(): Y.Doc {
  const doc = example('register');
  voidSignature(doc, asId('example-signature-2'), AT);
  editPerson(doc, asId('example-person-9'), { mergedInto: asId('example-person-8') });
  editContact(doc, asId('example-person-1'), { email: 'osoba@example.org' });
  return doc;
}

/** After a person was erased: the list on which it shows is sealed anew. */
function rebuiltRegister(): Y.Doc {
  const names = new Map(
    EXAMPLE_ORGANISATIONS.map(({ name }, index) => [`example-organisation-${index + 1}`, name]),
  );
  return rebuildWithout(example('register'), {
    persons: [asId('example-person-5')],
    at: AT,
    epoch: 0,
    lists: [{ meeting: SEALED, organisationName: (id) => names.get(id) ?? '' }],
    seal: { by: 'Barbara Zielińska', deviceId: DEVICE, newId: () => asId('frozen-seal') },
  });
}

function markFirstPerson(doc: Y.Doc): void {
  recordAttendance(doc, {
    meetingId: NEXT.id,
    personId: asId('example-person-1'),
    presence: 'present',
    origin: 'operator',
    at: AT,
    deviceId: DEVICE,
    correction: undefined,
  });
}

function frozen(
  what: Pick<DocumentToFreeze, 'kind' | 'id' | 'epoch'>,
  doc: Y.Doc,
  writeMore: (doc: Y.Doc) => void,
  records?: readonly object[],
): DocumentToFreeze {
  const update = Y.encodeStateAsUpdateV2(doc);
  const before = Y.encodeStateVector(doc);
  writeMore(doc);
  const rows = projectRecords(doc, what.kind, what.id, 'all');
  return {
    ...what,
    update,
    unsent: Y.encodeStateAsUpdateV2(doc, before),
    rows: rows.map(({ table, key, record }, index) => ({ table, key, record: records?.[index] ?? record })),
  };
}
