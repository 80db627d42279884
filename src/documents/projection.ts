// The query rows of a document: each record decoded, with its stamp. Pure reading of a Y.Doc; writing rows into tables is
// storage's. Rebuilding and updating go through the same function, so they cannot differ.

import type * as Y from 'yjs';
import type { DocumentKind } from '../domain/access.ts';
import type { AttendanceEntry, Invitation } from '../domain/attendance.ts';
import type { Decision, Meeting } from '../domain/meeting.ts';
import type { PartnerOrganisation, Representation } from '../domain/organisation.ts';
import type { Partnership } from '../domain/partnership.ts';
import type { PlanRecord } from '../domain/plan/planRecord.ts';
import type { ContactData, Person } from '../domain/person.ts';
import type { Seal } from '../domain/seal.ts';
import type { ProgrammeRound } from '../domain/programme/round.ts';
import type { Signature } from '../domain/signature.ts';
import type { RawRecord } from '../schema/decode.ts';
import {
  decodeDecision,
  decodeMeeting,
  decodeOrganisation,
  decodePartnership,
} from '../schema/partnershipRecords.ts';
import {
  decodeAttendanceEntry,
  decodeContact,
  decodeInvitation,
  decodePerson,
  decodeRepresentation,
  decodeSeal,
  decodeSignature,
} from '../schema/registerRecords.ts';
import { decodeRound } from '../schema/roundRecords.ts';
import type { PlanEngine } from './planEngine.ts';
import type { ChangedRoot } from './planProjection.ts';
import { ROOTS, type RootName, readFields, readRecord, rootMap } from './roots.ts';
import { type Stamp, joinStamps, stampOf } from './stamp.ts';

/** The record types by query table. */
export interface TableRecords {
  readonly rounds: ProgrammeRound;
  readonly partnerships: Partnership;
  readonly organisations: PartnerOrganisation;
  readonly meetings: Meeting;
  readonly decisions: Decision;
  /** All kinds of the plan's records: one table, since a table costs each start of the app. */
  readonly plan: PlanRecord;
  readonly persons: Person;
  readonly contacts: ContactData;
  readonly representations: Representation;
  readonly invitations: Invitation;
  readonly attendance: AttendanceEntry;
  readonly signatures: Signature;
  readonly seals: Seal;
}
export type TableName = keyof TableRecords;

/** One row to be written, or (record `undefined`) to be taken away. */
export interface ProjectedRow {
  readonly table: TableName;
  /** Unique within the table: ids are random, attendance keys hold the meeting's id. */
  readonly key: string;
  readonly record: TableRecords[TableName] | undefined;
  readonly stamp: Stamp;
}

/** Which records of which root changed; `all` for a rebuild. */
export type ChangedKeys = ReadonlyMap<ChangedRoot, ReadonlySet<string>> | 'all';

interface RootProjection {
  readonly table: TableName;
  readonly decode: (key: string, raw: RawRecord) => TableRecords[TableName] | undefined;
}

const PROJECTIONS: Readonly<Partial<Record<RootName, RootProjection>>> = {
  organisations: { table: 'organisations', decode: decodeOrganisation },
  meetings: { table: 'meetings', decode: decodeMeeting },
  decisions: { table: 'decisions', decode: decodeDecision },
  persons: { table: 'persons', decode: decodePerson },
  representations: { table: 'representations', decode: decodeRepresentation },
  invitations: { table: 'invitations', decode: decodeInvitation },
  attendance: { table: 'attendance', decode: decodeAttendanceEntry },
  signatures: { table: 'signatures', decode: decodeSignature },
  seals: { table: 'seals', decode: decodeSeal },
};

/**
 * The rows of the changed records of a document. `id` is the document's, a partnership's or a round's; those of its plan are
 * among them when a `plan` engine is given.
 */
export function projectRecords(
  doc: Y.Doc,
  kind: DocumentKind,
  id: string,
  changed: ChangedKeys,
  plan?: PlanEngine,
): readonly ProjectedRow[] {
  const rows: ProjectedRow[] = [];
  for (const root of ROOTS[kind]) {
    const map = rootMap(doc, root);
    const keys = changed === 'all' ? new Set(map.keys()) : changed.get(root);
    if (keys === undefined || keys.size === 0) continue;
    if (root === 'round') {
      rows.push({
        table: 'rounds',
        key: id,
        record: decodeRound(id, readFields(map)),
        stamp: stampOfAll(map),
      });
    } else if (root === 'profile' || root === 'library' || root === 'branches') {
      // One row holds all three; it is written once.
      if (!rows.some(({ table }) => table === 'partnerships')) rows.push(projectPartnership(doc, id));
    } else if (root === 'contacts') {
      for (const personId of new Set([...keys].map((key) => key.split('.')[0] ?? ''))) {
        rows.push(projectContact(map, personId));
      }
    } else {
      const projection = PROJECTIONS[root];
      if (projection === undefined) continue;
      for (const key of keys) {
        const raw = readRecord(map, key);
        const record = raw && projection.decode(key, raw);
        rows.push({ table: projection.table, key, record, stamp: stampOf(map, key) });
      }
    }
  }
  if (kind !== 'partnership' || plan === undefined) return rows;
  return [...rows, ...plan.projectPlan(doc, id, changed).map((row) => ({ table: 'plan' as const, ...row }))];
}

/** The row of the partnership: its profile with what there is of the library. */
function projectPartnership(doc: Y.Doc, id: string): ProjectedRow {
  const maps = (['profile', 'library', 'branches'] as const).map((root) => rootMap(doc, root));
  return {
    table: 'partnerships',
    key: id,
    record: readPartnership(doc, id),
    stamp: joinStamps(maps.map(stampOfAll)),
  };
}

/** `undefined` while it has not arrived. */
export function readPartnership(doc: Y.Doc, id: string): Partnership | undefined {
  const branches = rootMap(doc, 'branches');
  return decodePartnership(id, readFields(rootMap(doc, 'profile')), {
    fields: readFields(rootMap(doc, 'library')),
    branches: new Map([...branches.keys()].map((key) => [key, readRecord(branches, key) ?? {}])),
  });
}

function stampOfAll(map: Y.Map<unknown>): Stamp {
  return joinStamps([...map.keys()].map((key) => stampOf(map, key)));
}

function projectContact(contacts: Y.Map<unknown>, personId: string): ProjectedRow {
  const [phoneKey, emailKey] = [`${personId}.phone`, `${personId}.email`];
  const record = decodeContact(personId, { phone: contacts.get(phoneKey), email: contacts.get(emailKey) });
  const isEmpty = record === undefined || (record.phone === '' && record.email === '');
  const stamp = joinStamps([stampOf(contacts, phoneKey), stampOf(contacts, emailKey)]);
  return { table: 'contacts', key: personId, record: isEmpty ? undefined : record, stamp };
}

/** Calls back with the keys of the records that each transaction changed. Returns the disposer. */
export function observeChanges(
  doc: Y.Doc,
  kind: DocumentKind,
  onChange: (root: ChangedRoot, keys: ReadonlySet<string>) => void,
  plan?: PlanEngine,
): () => void {
  const disposers = ROOTS[kind].map((root) => {
    const map = rootMap(doc, root);
    const listener = (events: readonly Y.YEvent<Y.AbstractType<unknown>>[]): void => {
      const keys = new Set<string>();
      for (const event of events) {
        const first = event.path[0];
        if (first !== undefined) keys.add(String(first));
        else for (const key of event.keys.keys()) keys.add(key);
      }
      onChange(root, keys);
    };
    map.observeDeep(listener);
    return () => map.unobserveDeep(listener);
  });
  if (kind === 'partnership' && plan !== undefined)
    disposers.push(plan.observeTexts(doc, (section) => onChange('sectionTexts', new Set([section]))));
  return () => {
    for (const dispose of disposers) dispose();
  };
}
