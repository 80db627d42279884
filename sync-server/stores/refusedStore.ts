// Port of what was refused: the updates that a member may ask to have repaired. Bounded; the longest unseen goes first.
// Rejects with StoreError when the storage fails.

import type { DeviceId, MemberId } from '../../src/domain/ids.ts';
import type { Instant } from '../../src/domain/time.ts';
import type { DocumentName } from '../../src/schema/documentName.ts';
import type { RefusalReason } from '../../src/schema/refusal.ts';

export interface RefusedUpdate {
  readonly name: DocumentName;
  readonly member: MemberId;
  readonly device: DeviceId;
  readonly reason: RefusalReason;
  readonly update: Uint8Array;
  readonly at: Instant;
}

export interface RefusedEntry extends Omit<RefusedUpdate, 'update'> {
  readonly id: number;
  /** Name of the member as the server knows it now. */
  readonly memberName: string;
  /** Bytes of the update, kept or not. */
  readonly bytes: number;
  readonly isKept: boolean;
  /** How often the same bytes came; reason, device and time are of the last. */
  readonly times: number;
}

export interface RefusedStore {
  /** All in one step; nothing of a document of which a later epoch stands. */
  keep(updates: readonly RefusedUpdate[]): Promise<void>;
  /** The newest first. */
  list(): Promise<readonly RefusedEntry[]>;
}
