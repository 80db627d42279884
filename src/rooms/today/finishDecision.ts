// Marks a decision done, or not done. Loaded when first used: the commands need Yjs, which the first screen does without.

import type { DecisionId, MeetingId, PartnershipId } from '../../domain/ids.ts';
import { recordDecision } from '../../documents/meetingCommands.ts';
import { documentName } from '../../schema/documentName.ts';
import type { Device } from '../../storage/device.ts';

export interface DecisionAt {
  readonly partnershipId: PartnershipId;
  readonly meetingId: MeetingId;
  readonly id: DecisionId;
}

/** Resolves when it is durable on this device; throws StorageFailure as `ledger.write` does. */
export async function finishDecision(device: Device, decision: DecisionAt, isDone: boolean): Promise<void> {
  const { partnershipId, meetingId, id } = decision;
  await device.ledger.write([
    {
      name: documentName('partnership', partnershipId),
      run: (doc) => recordDecision(doc, id, { meetingId, isDone }),
    },
  ]);
}
