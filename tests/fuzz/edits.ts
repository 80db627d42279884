// What people do in a run: the product's own named commands, each writing a value of its own, noted in the truth with what
// it replaced.

import * as Y from 'yjs';
import {
  recordAttendance,
  recordSignature,
  sealList,
  voidSignature,
} from '../../src/documents/attendanceCommands.ts';
import {
  closeMeeting,
  editMeeting,
  editMeetingText,
  meetingText,
  planMeeting,
  recordDecision,
} from '../../src/documents/meetingCommands.ts';
import {
  addOrganisations,
  editOrganisation,
  editPartnership,
} from '../../src/documents/partnershipCommands.ts';
import { publishRound } from '../../src/documents/programmeCommands.ts';
import { addPersons, editContact, editPerson } from '../../src/documents/registerCommands.ts';
import { LOCAL_ORIGIN, type RootName, rootMap } from '../../src/documents/roots.ts';
import type { DocumentKind } from '../../src/domain/access.ts';
import { PRESENCES } from '../../src/domain/attendance.ts';
import {
  type AnyId,
  asId,
  type DeviceId,
  type MeetingId,
  type PartnershipId,
  type PersonId,
} from '../../src/domain/ids.ts';
import { THIRD_ROUND } from '../../src/domain/programme/thirdRound.ts';
import { asInstant, decodeIsoDate } from '../../src/domain/time.ts';
import { type DocumentName, documentName } from '../../src/schema/documentName.ts';
import { attendanceKey } from '../../src/schema/registerRecords.ts';
import { SCHEMA_VERSION } from '../../src/schema/version.ts';
import type { DocumentChange } from '../../src/storage/ledger.ts';
import type { Random } from '../sync/random.ts';
import { type Place, textAt, valueAt, type Write } from './ledgerOfTruth.ts';

export const PARTNERSHIP = asId<PartnershipId>('zalesie');
export const NAMES = {
  partnership: documentName('partnership', PARTNERSHIP),
  register: documentName('register', PARTNERSHIP),
  programme: documentName('programme', THIRD_ROUND.id),
} as const;

/** Gives each value of a run its number, and knows what people may find on their screens. */
export class Editing {
  #last = 0;
  readonly random: Random;
  readonly writes: Write[] = [];
  readonly persons = [asId<PersonId>('anna'), asId<PersonId>('bogdan')];
  readonly meetings: MeetingId[] = [];
  readonly ids: Partial<Record<RootName, string[]>> = {};

  constructor(random: Random) {
    this.random = random;
  }

  number(): number {
    this.#last += 1;
    return this.#last;
  }

  newId<Id extends AnyId>(kind: string): Id {
    return asId<Id>(`${kind}-${this.number()}`);
  }
}

interface Hand {
  readonly editing: Editing;
  readonly device: string;
  /** Filled when the commands run. */
  readonly made: Write[];
}

type Edit = (hand: Hand) => readonly DocumentChange[];

/** Notes the value that `command` writes at a place, or at several. */
function put(
  hand: Hand,
  doc: Y.Doc,
  places: Place | readonly Place[],
  token: string | number,
  command: () => void,
): void {
  const seen = [places].flat().map((place) => ({ place, saw: valueAt(doc, place) }));
  command();
  for (const { place, saw } of seen) note(hand, doc, { place, kind: 'value', token, saw });
}

function note(hand: Hand, doc: Y.Doc, what: Pick<Write, 'place' | 'kind' | 'token' | 'saw'>): void {
  const clock = Y.getState(doc.store, doc.clientID);
  const write = { ...what, device: hand.device, client: doc.clientID, clock, hasTick: false };
  hand.made.push(write);
  hand.editing.writes.push(write);
}

/** A change of one document; `run` is left out where the record has not arrived on the device: nobody could edit it there. */
function onRecord(
  name: DocumentName,
  root: RootName,
  key: string | undefined,
  run: (doc: Y.Doc, key: string) => void,
): readonly DocumentChange[] {
  return [
    {
      name,
      run: (doc) => {
        if (key !== undefined && rootMap(doc, root).has(key)) run(doc, key);
      },
    },
  ];
}

function known(hand: Hand, root: RootName): string | undefined {
  const ids = hand.editing.ids[root];
  return ids === undefined ? undefined : hand.editing.random.pick(ids);
}

function begun(hand: Hand, root: RootName, id: string): void {
  (hand.editing.ids[root] ??= []).push(id);
}

const addPerson: Edit = (hand) => {
  const id = hand.editing.newId<PersonId>('person');
  hand.editing.persons.push(id);
  begun(hand, 'persons', id);
  const name = `Osoba ${hand.editing.number()}`;
  const place: Place = { doc: NAMES.register, root: 'persons', key: id, field: 'name' };
  const person = { id, name, createdAt: asInstant(1), phone: '', email: '', representation: undefined };
  return [
    { name: NAMES.register, run: (doc) => put(hand, doc, place, name, () => addPersons(doc, [person])) },
  ];
};

const renamePerson: Edit = (hand) =>
  onRecord(NAMES.register, 'persons', known(hand, 'persons'), (doc, key) => {
    const name = `Zmiana ${hand.editing.number()}`;
    const place: Place = { doc: NAMES.register, root: 'persons', key, field: 'name' };
    put(hand, doc, place, name, () => editPerson(doc, asId<PersonId>(key), { name, isHidden: false }));
  });

const contactPerson: Edit = (hand) => {
  const id = hand.editing.random.pick(hand.editing.persons);
  const phone = `+48 ${hand.editing.number()}`;
  const place: Place = { doc: NAMES.register, root: 'contacts', key: `${id}.phone`, field: '' };
  return [
    {
      name: NAMES.register,
      run: (doc) => put(hand, doc, place, phone, () => editContact(doc, id, { phone })),
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

const tap: Edit = (hand) => {
  const { editing } = hand;
  const [person, at] = [editing.random.pick(editing.persons), editing.number()];
  const entry = entryOf(hand, asId<MeetingId>('meeting-0'), person, at);
  const key = attendanceKey(entry.meetingId, person);
  const place: Place = { doc: NAMES.register, root: 'attendance', key, field: 'at' };
  return [
    { name: NAMES.register, run: (doc) => put(hand, doc, place, at, () => recordAttendance(doc, entry)) },
  ];
};

const sign: Edit = (hand) => {
  const { editing } = hand;
  const [person, at] = [editing.random.pick(editing.persons), editing.number()];
  const entry = entryOf(hand, asId<MeetingId>('meeting-0'), person, at);
  const id = editing.newId<Parameters<typeof voidSignature>[1]>('signature');
  begun(hand, 'signatures', id);
  const content = {
    kind: 'drawn',
    strokes: [
      [
        { x: 1, y: 2 },
        { x: 300, y: 400 },
      ],
    ],
  } as const;
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
      run: (doc) => put(hand, doc, [place, mark], at, () => recordSignature(doc, signature, entry)),
    },
  ];
};

const takeBackSignature: Edit = (hand) =>
  onRecord(NAMES.register, 'signatures', known(hand, 'signatures'), (doc, key) => {
    const at = hand.editing.number();
    const place: Place = { doc: NAMES.register, root: 'signatures', key, field: 'voidedAt' };
    put(hand, doc, place, at, () => voidSignature(doc, asId(key), asInstant(at)));
  });

const plan: Edit = (hand) => {
  const id = hand.editing.newId<MeetingId>('meeting');
  begun(hand, 'meetings', id);
  const place = `Remiza ${hand.editing.number()}`;
  const at: Place = { doc: NAMES.partnership, root: 'meetings', key: id, field: 'place' };
  const date = decodeIsoDate('2026-11-22');
  const meeting = {
    id,
    number: 1,
    theme: 'other',
    title: '',
    date,
    from: undefined,
    to: undefined,
    place,
    state: 'planned',
    openedAt: undefined,
    closedAt: undefined,
    isHidden: false,
  } as const;
  return [
    { name: NAMES.partnership, run: (doc) => put(hand, doc, at, place, () => planMeeting(doc, meeting)) },
  ];
};

const moveMeeting: Edit = (hand) =>
  onRecord(NAMES.partnership, 'meetings', known(hand, 'meetings'), (doc, key) => {
    const place = `Szkoła ${hand.editing.number()}`;
    const at: Place = { doc: NAMES.partnership, root: 'meetings', key, field: 'place' };
    put(hand, doc, at, place, () => editMeeting(doc, asId(key), { place }));
  });

const typeText: Edit = (hand) =>
  onRecord(NAMES.partnership, 'meetings', known(hand, 'meetings'), (doc, key) => {
    const { random } = hand.editing;
    const id = asId<MeetingId>(key);
    const place: Place = { doc: NAMES.partnership, root: 'meetings', key, field: 'agenda' };
    const text = meetingText(doc, id, 'agenda');
    if (text === undefined) return;
    const shown = textAt(doc, place).match(/<\d+>/g) ?? [];
    const at = asInstant(hand.editing.number());
    if (shown.length > 0 && random.below(4) === 0) {
      const token = random.pick(shown);
      editMeetingText(
        doc,
        id,
        'agenda',
        { index: textAt(doc, place).indexOf(token), remove: token.length, insert: '' },
        at,
      );
      note(hand, doc, { place, kind: 'textRemoved', token, saw: undefined });
      return;
    }
    const token = `<${hand.editing.number()}>`;
    editMeetingText(
      doc,
      id,
      'agenda',
      { index: random.below(2) * text.length, remove: 0, insert: token },
      at,
    );
    note(hand, doc, { place, kind: 'text', token, saw: undefined });
  });

const decide: Edit = (hand) => {
  const { editing } = hand;
  const id = editing.newId<Parameters<typeof recordDecision>[1]>('decision');
  const text = `Ustalenie ${editing.number()}`;
  const place: Place = { doc: NAMES.partnership, root: 'decisions', key: id, field: 'text' };
  const fields = { meetingId: asId<MeetingId>('meeting-0'), text, order: 'a' };
  return [
    {
      name: NAMES.partnership,
      run: (doc) => put(hand, doc, place, text, () => recordDecision(doc, id, fields)),
    },
  ];
};

const addOrganisation: Edit = (hand) => {
  const id = hand.editing.newId<Parameters<typeof editOrganisation>[1]>('organisation');
  begun(hand, 'organisations', id);
  const name = `Koło ${hand.editing.number()}`;
  const place: Place = { doc: NAMES.partnership, root: 'organisations', key: id, field: 'name' };
  const organisation = { id, name, type: 'informal', status: 'potential' } as const;
  return [
    {
      name: NAMES.partnership,
      run: (doc) => put(hand, doc, place, name, () => addOrganisations(doc, [organisation])),
    },
  ];
};

const renameOrganisation: Edit = (hand) =>
  onRecord(NAMES.partnership, 'organisations', known(hand, 'organisations'), (doc, key) => {
    const name = `Firma ${hand.editing.number()}`;
    const place: Place = { doc: NAMES.partnership, root: 'organisations', key, field: 'name' };
    put(hand, doc, place, name, () => editOrganisation(doc, asId(key), { name }));
  });

const renameLibrary: Edit = (hand) => {
  const libraryName = `Biblioteka ${hand.editing.number()}`;
  const place: Place = { doc: NAMES.partnership, root: 'profile', key: '', field: 'libraryName' };
  return onRecord(NAMES.partnership, 'profile', 'libraryName', (doc) =>
    put(hand, doc, place, libraryName, () => editPartnership(doc, { libraryName })),
  );
};

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
