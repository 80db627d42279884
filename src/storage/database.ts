// The device's Dexie database: journal and cursors of the documents, and the query tables projected from them.
// It knows no Yjs; what goes in is decided by the ledger, what is asked by queries.

import { Dexie, type EntityTable, type Table } from 'dexie';
import type { AnyId } from '../domain/ids.ts';
import type { TableName, TableRecords } from '../documents/projection.ts';
import type { Stamp } from '../documents/stamp.ts';
import type { Stroke } from '../domain/signature.ts';
import type { Instant } from '../domain/time.ts';
import type { DocumentName } from '../schema/documentName.ts';
import type { RefusalReason } from '../schema/refusal.ts';

/** Whether the server holds a row: 0 yes (two ticks), 1 waiting to be sent, 2 never sent (the example). */
export type Unsent = 0 | 1 | 2;

export interface RowMeta {
  readonly key: string;
  readonly doc: DocumentName;
  readonly partnershipId: string;
  readonly unsent: Unsent;
  readonly stamp: Stamp;
}

/** A record as it lies in its query table. */
export type Row<Name extends TableName> = TableRecords[Name] & RowMeta;

/** What the device knows of one document beside its content. */
export interface DocumentRow {
  readonly name: DocumentName;
  readonly partnershipId: string;
  /** Position in the server's log up to which this device holds everything. */
  readonly cursor: number;
  /** Snapshot (state vector and delete set) of what the server is known to hold; absent when nothing. */
  readonly held: Uint8Array | undefined;
  /** 1 when something may wait to be sent, 0 when not, 2 for the example: never sent. */
  readonly unsent: Unsent;
  /** Raised with each local commit, so that a receipt for an older state does not clear `unsent`. */
  readonly revision: number;
  /** Journal rows up to this id have been taken away: a tab that has not read so far opens the document anew. */
  readonly prunedTo: number;
}

/** A committed Yjs v2 update, local or remote, kept until the document store provably holds it. */
export interface JournalRow {
  readonly id: number;
  readonly doc: DocumentName;
  readonly update: Uint8Array;
  readonly at: Instant;
  readonly isLocal: 0 | 1;
}

/** What the server refused, kept aside whole: exportable, never discarded by the app. */
export interface RefusedRow {
  readonly id: number;
  readonly doc: DocumentName;
  readonly reason: RefusalReason;
  readonly update: Uint8Array;
  readonly at: Instant;
}

/** Strokes of a signature that is being drawn, stored stroke by stroke. */
export interface DraftRow {
  /** `attendanceKey(meeting, person)` */
  readonly key: string;
  readonly strokes: readonly Stroke[];
}

export interface SettingRow {
  readonly key: string;
  readonly value: unknown;
}

/** An invitation made here, possibly without internet; `isRegistered` once the server knows its typed code. */
export interface InvitationRow {
  readonly id: string;
  readonly scope: string;
  readonly role: string;
  readonly text: string;
  readonly code: string;
  readonly expiresAt: Instant;
  readonly isRegistered: 0 | 1;
  readonly isRevoked: 0 | 1;
}

export const TABLE_NAMES = [
  'rounds',
  'partnerships',
  'organisations',
  'meetings',
  'decisions',
  'plan',
  'persons',
  'contacts',
  'representations',
  'invitations',
  'attendance',
  'signatures',
  'seals',
] as const satisfies readonly TableName[];

const QUERY_INDEX = 'key, doc, partnershipId, [doc+unsent], unsent';
const BY_MEETING = `${QUERY_INDEX}, meetingId`;

export class DeviceDatabase extends Dexie {
  declare readonly documents: Table<DocumentRow, DocumentName>;
  declare readonly journal: EntityTable<JournalRow, 'id'>;
  declare readonly refused: EntityTable<RefusedRow, 'id'>;
  declare readonly drafts: Table<DraftRow, string>;
  declare readonly settings: Table<SettingRow, string>;
  declare readonly ownInvitations: Table<InvitationRow, string>;
  declare readonly rounds: Table<Row<'rounds'>, string>;
  declare readonly partnerships: Table<Row<'partnerships'>, string>;
  declare readonly organisations: Table<Row<'organisations'>, string>;
  declare readonly meetings: Table<Row<'meetings'>, string>;
  declare readonly decisions: Table<Row<'decisions'>, string>;
  declare readonly plan: Table<Row<'plan'>, string>;
  declare readonly persons: Table<Row<'persons'>, string>;
  declare readonly contacts: Table<Row<'contacts'>, string>;
  declare readonly representations: Table<Row<'representations'>, string>;
  declare readonly invitations: Table<Row<'invitations'>, string>;
  declare readonly attendance: Table<Row<'attendance'>, string>;
  declare readonly signatures: Table<Row<'signatures'>, string>;
  declare readonly seals: Table<Row<'seals'>, string>;

  constructor(name: string) {
    // Browsers default to relaxed durability, in which a committed transaction can still be lost with the power.
    super(name, { chromeTransactionDurability: 'strict' });
    this.version(1).stores({
      documents: 'name, partnershipId, unsent',
      journal: '++id, doc, [doc+id]',
      refused: '++id, doc',
      drafts: 'key',
      settings: 'key',
      ownInvitations: 'id, scope, isRegistered',
      rounds: QUERY_INDEX,
      partnerships: QUERY_INDEX,
      organisations: QUERY_INDEX,
      meetings: QUERY_INDEX,
      decisions: BY_MEETING,
      persons: QUERY_INDEX,
      contacts: QUERY_INDEX,
      representations: QUERY_INDEX,
      invitations: BY_MEETING,
      attendance: BY_MEETING,
      signatures: BY_MEETING,
      seals: BY_MEETING,
    });
    this.version(2).stores({ plan: QUERY_INDEX });
  }

  /** The query table of a name, for code that handles all of them alike. */
  queryTable(name: TableName): Table<TableRecords[TableName] & RowMeta, string> {
    return this.table(name);
  }
}

/** Makes ids for new records; passed in so that tests are deterministic. */
export type NewId = <Id extends AnyId>() => Id;
