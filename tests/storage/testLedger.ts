// A real ledger on fake-indexeddb: Dexie, y-indexeddb and the engine as in the browser. Each test has names of its own.
import 'fake-indexeddb/auto';
import { planEngine } from '../../src/documents/planEngine.ts';
import {
  asId,
  type DeviceId,
  type MeetingId,
  type PartnershipId,
  type PersonId,
} from '../../src/domain/ids.ts';
import { asInstant, type Instant } from '../../src/domain/time.ts';
import { addPersons, beginRegister } from '../../src/documents/registerCommands.ts';
import { recordAttendance } from '../../src/documents/attendanceCommands.ts';
import type { Presence } from '../../src/domain/attendance.ts';
import { documentName } from '../../src/schema/documentName.ts';
import { DeviceDatabase } from '../../src/storage/database.ts';
import type { Device } from '../../src/storage/device.ts';
import { yIndexedDbStore, type DocumentStore } from '../../src/storage/documentStore.ts';
import { openLedger, type LedgerEngine } from '../../src/storage/ledgerEngine.ts';
import type { DocumentChange } from '../../src/storage/ledger.ts';

export const PARTNERSHIP = asId<PartnershipId>('stare-pole');
export const MEETING = asId<MeetingId>('meeting-1');
export const REGISTER = documentName('register', PARTNERSHIP);
export const DEVICE = asId<DeviceId>('tablet');

export interface TestTab {
  readonly db: DeviceDatabase;
  readonly ledger: LedgerEngine;
  readonly failures: unknown[];
  /** Ends the tab without closing anything in order, as a killed process would. */
  readonly kill: () => void;
}

let count = 0;
export function freshName(): string {
  count += 1;
  return `device-${process.pid}-${count}`;
}

export interface TabOptions {
  readonly now?: () => Instant;
  readonly hasServer?: boolean;
  readonly store?: DocumentStore;
}

export function openTab(name: string, options: TabOptions = {}): TestTab {
  const db = new DeviceDatabase(name);
  const failures: unknown[] = [];
  const ledger = openLedger({
    db,
    store: options.store ?? yIndexedDbStore(`${name}-doc-`),
    planEngine: async () => planEngine,
    now: options.now ?? (() => asInstant(1_000)),
    hasServer: async () => options.hasServer ?? false,
    reportFailure: (failure) => failures.push(failure),
    lingerMs: 0,
  });
  return { db, ledger, failures, kill: () => db.close() };
}

export function begin(): DocumentChange {
  return { name: REGISTER, run: beginRegister };
}

export function person(id: string, name: string): DocumentChange {
  const record = {
    id: asId<PersonId>(id),
    name,
    createdAt: asInstant(1),
    phone: '',
    email: '',
    representation: undefined,
  };
  return { name: REGISTER, run: (doc) => addPersons(doc, [record]) };
}

export function mark(id: string, presence: Presence, at = 1): DocumentChange {
  const entry = {
    meetingId: MEETING,
    personId: asId<PersonId>(id),
    presence,
    origin: 'operator' as const,
    at: asInstant(at),
    deviceId: DEVICE,
    correction: undefined,
  };
  return { name: REGISTER, run: (doc) => recordAttendance(doc, entry) };
}

/** Rebuilding as on a device that works alone. */
export function rebuildAlone(ledger: LedgerEngine): Device['rebuildRegister'] {
  return async (partnershipId, rebuild) => {
    await ledger.rebuildHere(documentName('register', partnershipId), rebuild);
    return { kind: 'erased' };
  };
}
