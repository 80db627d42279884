// What people do in a run: the product's own named commands, chosen by the seed.

import { sealList } from '../../src/documents/attendanceCommands.ts';
import { closeMeeting } from '../../src/documents/meetingCommands.ts';
import { publishRound } from '../../src/documents/programmeCommands.ts';
import { LOCAL_ORIGIN, rootMap } from '../../src/documents/roots.ts';
import type { DocumentKind } from '../../src/domain/access.ts';
import { asId, type DeviceId, type MeetingId } from '../../src/domain/ids.ts';
import { asInstant } from '../../src/domain/time.ts';
import { SCHEMA_VERSION } from '../../src/schema/version.ts';
import type { DocumentChange } from '../../src/storage/ledger.ts';
import { type Edit, type Editing, type Hand, known, NAMES, onRecord, put } from './editing.ts';
import type { Place, Write } from './ledgerOfTruth.ts';
import {
  addOrganisation,
  decide,
  moveMeeting,
  plan,
  renameLibrary,
  renameOrganisation,
  typeText,
} from './partnershipEdits.ts';
import { addPerson, contactPerson, renamePerson, sign, takeBackSignature, tap } from './registerEdits.ts';

/** Two documents, one transaction: the seal in the register and the state in the partnership. */
const closeList: Edit = (hand) => {
  const meetingId = known(hand, 'meetings');
  if (meetingId === undefined) return plan(hand);
  const at = hand.editing.number();
  const id = hand.editing.newId<Parameters<typeof sealList>[1]['id']>('seal');
  const seal = {
    id,
    meetingId: asId<MeetingId>(meetingId),
    fingerprint: `f${at}`,
    kind: 'closing',
    reason: '',
    at: asInstant(at),
    by: '',
    deviceId: asId<DeviceId>(hand.device),
    present: 0,
    signed: 0,
  } as const;
  const sealPlace: Place = { doc: NAMES.register, root: 'seals', key: id, field: 'at' };
  const meetingPlace: Place = { doc: NAMES.partnership, root: 'meetings', key: meetingId, field: 'closedAt' };
  return [
    { name: NAMES.register, run: (doc) => put(hand, doc, sealPlace, at, () => sealList(doc, seal)) },
    ...onRecord(NAMES.partnership, 'meetings', meetingId, (doc, key) =>
      put(hand, doc, meetingPlace, at, () => closeMeeting(doc, asId(key), asInstant(at))),
    ),
  ];
};

const publish: Edit = (hand) => {
  const contactName = `Kontakt ${hand.editing.number()}`;
  const place: Place = { doc: NAMES.programme, root: 'round', key: '', field: 'contactName' };
  return [
    {
      name: NAMES.programme,
      run: (doc) => put(hand, doc, place, contactName, () => publishRound(doc, { contactName })),
    },
  ];
};

/** A newer app has been at the document: from now on the present one may only read it. */
export const beginNewerVersion: DocumentChange = {
  name: NAMES.partnership,
  run: (doc) =>
    doc.transact(() => {
      rootMap(doc, 'meta').set('schema', SCHEMA_VERSION + 1);
      rootMap(doc, 'meta').set('leastWriter', SCHEMA_VERSION + 1);
    }, LOCAL_ORIGIN),
};

const EDITS: Readonly<Record<'partnership' | 'register' | 'programme', readonly Edit[]>> = {
  partnership: [
    plan,
    moveMeeting,
    moveMeeting,
    typeText,
    typeText,
    typeText,
    decide,
    addOrganisation,
    renameOrganisation,
    renameLibrary,
  ],
  register: [addPerson, renamePerson, contactPerson, tap, tap, tap, sign, takeBackSignature, closeList],
  programme: [publish],
};

/** What a person does next on a device, in a document of that kind. */
export function chooseEdit(
  editing: Editing,
  device: string,
  kind: DocumentKind,
): { readonly changes: readonly DocumentChange[]; readonly made: Write[] } {
  const made: Write[] = [];
  const hand: Hand = { editing, device, made };
  const edits =
    kind === 'partnership' || kind === 'register' || kind === 'programme' ? EDITS[kind] : EDITS.partnership;
  return { changes: editing.random.pick(edits)(hand), made };
}
