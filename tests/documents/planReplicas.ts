// Replicas of one partnership's plan for tests: several documents, hands with clocks of their own, and their exchange.
import * as Y from 'yjs';
import type { PlanHand } from '../../src/documents/planCommands.ts';
import { beginPartnership } from '../../src/documents/partnershipCommands.ts';
import { planKeys, readPlanRaw } from '../../src/documents/planReading.ts';
import { asId, type OrganisationId, type PartnershipId } from '../../src/domain/ids.ts';
import type { PlanRecordKinds, PlanRoot } from '../../src/domain/plan/planRecord.ts';
import { asInstant } from '../../src/domain/time.ts';
import { decodePlanRecord } from '../../src/schema/planRecords.ts';
import { emptyPartnership } from '../../src/schema/partnershipRecords.ts';

export const PARTNERSHIP = asId<PartnershipId>('stare-pole');

export function begunPlan(): Y.Doc {
  const doc = new Y.Doc();
  beginPartnership(doc, emptyPartnership(PARTNERSHIP, 1));
  return doc;
}

export function hand(name: string, at: number): PlanHand {
  return { at: asInstant(at), by: { organisationId: asId<OrganisationId>(name.toLowerCase()), name } };
}

/** Everything to everybody, whole. */
export function sync(...docs: readonly Y.Doc[]): void {
  for (const from of docs)
    for (const to of docs) if (from !== to) Y.applyUpdateV2(to, Y.encodeStateAsUpdateV2(from), 'remote');
}

export function recordsOf<Root extends PlanRoot>(doc: Y.Doc, root: Root): readonly PlanRecordKinds[Root][] {
  return [...planKeys(doc, root)].toSorted().flatMap((key) => {
    const raw = readPlanRaw(doc, root, key);
    return (raw && decodePlanRecord(root, key, raw)) ?? [];
  });
}
