// Who and what takes part in a run: the devices with their people, what they begin with, what can go wrong.

import { beginPartnership } from '../../src/documents/partnershipCommands.ts';
import type { rebuildWithout } from '../../src/documents/rebuildWithout.ts';
import { beginRegister } from '../../src/documents/registerCommands.ts';
import { planMeeting } from '../../src/documents/meetingCommands.ts';
import type { Role } from '../../src/domain/access.ts';
import type { DeviceId, MemberId } from '../../src/domain/ids.ts';
import { THIRD_ROUND } from '../../src/domain/programme/thirdRound.ts';
import { asInstant } from '../../src/domain/time.ts';
import { emptyPartnership } from '../../src/schema/partnershipRecords.ts';
import type { DocumentChange } from '../../src/storage/ledger.ts';
import type { ReplicaStore } from '../../src/storage/replicaStore.ts';
import type { HeldGrant } from '../../sync-server/stores/memberStore.ts';
import type { SqliteDatabase } from '../../sync-server/stores/sqliteDatabase.ts';
import type { SqliteLogStore } from '../../sync-server/stores/sqliteLogStore.ts';
import { type Editing, FIRST_MEETING, NAMES, PARTNERSHIP, plannedMeeting } from './editing.ts';
import type { Device } from './world/device.ts';

/** Parts that are broken on purpose, to prove that a run notices. */
export interface Sabotage {
  readonly openLog?: (database: SqliteDatabase) => SqliteLogStore;
  readonly replicasOf?: (replicas: ReplicaStore) => ReplicaStore;
  readonly rebuild?: typeof rebuildWithout;
  readonly grantsOf?: (grants: readonly HeldGrant[]) => readonly HeldGrant[];
}

/** What can go wrong in a run; each seed has some of it, so that one trouble does not hide another. */
export const TROUBLES = [
  'tabsKilled',
  'powerCut',
  'deviceFull',
  'deviceFails',
  'serverKilled',
  'serverFull',
  'killedAtCommit',
  'lineFaults',
  'partitions',
  'silence',
  'socketsBlocked',
  'clocks',
  'tabs',
  'worker',
  'roles',
  'restore',
  'compaction',
  'lateDevice',
  'newerApp',
  'erasing',
] as const;
export type Trouble = (typeof TROUBLES)[number];

export interface Crew {
  readonly device: Device;
  readonly member: { readonly id: MemberId; readonly name: string };
  role: Role;
  id: DeviceId | undefined;
  publicKey: string;
}

/** What the first device holds before anything goes wrong. */
export function beginning(editing: Editing): readonly DocumentChange[] {
  const profile = {
    ...emptyPartnership(PARTNERSHIP, asInstant(1)),
    name: 'Zalesie',
    roundId: THIRD_ROUND.id,
    libraryName: 'Biblioteka',
  };
  editing.ids['meetings'] = [FIRST_MEETING];
  return [
    { name: NAMES.partnership, run: (doc) => beginPartnership(doc, profile) },
    { name: NAMES.partnership, run: (doc) => planMeeting(doc, plannedMeeting(FIRST_MEETING, '')) },
    { name: NAMES.register, run: beginRegister },
  ];
}
