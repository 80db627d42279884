// The plan as a `partnership` document holds it now, read whole: for outputs, versions and comparison. Lists on screens read
// the query table instead.

import type * as Y from 'yjs';
import type { PartnershipId } from '../domain/ids.ts';
import { compareOrder } from '../domain/order.ts';
import { acceptanceShown } from '../domain/plan/acceptanceShown.ts';
import type { PlanContent } from '../domain/plan/planContent.ts';
import type { PlanRecordKinds, PlanRoot } from '../domain/plan/planRecord.ts';
import { plannedText } from '../domain/plan/plannedText.ts';
import { NARRATIVE_SECTIONS } from '../domain/plan/sections.ts';
import type { Fingerprint } from '../domain/seal.ts';
import { rowsOf } from '../schema/planContent.ts';
import { decodeOrganisation } from '../schema/partnershipRecords.ts';
import { decodePlanRecord } from '../schema/planRecords.ts';
import { fingerprintOf } from './fingerprint.ts';
import { planKeys, readPlanRaw } from './planReading.ts';
import { sectionText } from './planTexts.ts';
import { readPartnership } from './projection.ts';
import { readRichText } from './richText.ts';
import { readRecord, rootMap } from './roots.ts';

/** `undefined` while the partnership has not arrived. */
export function readPlanContent(doc: Y.Doc, id: PartnershipId): PlanContent | undefined {
  const partnership = readPartnership(doc, id);
  if (partnership === undefined) return undefined;
  const organisations = rootMap(doc, 'organisations');
  const content: PlanContent = {
    partnership,
    organisations: [...organisations.keys()]
      .toSorted()
      .flatMap((key) => decodeOrganisation(key, readRecord(organisations, key) ?? {}) ?? []),
    rows: rowsOf((root) =>
      readPlanRecords(doc, root)
        .filter((row) => !row.isHidden)
        .toSorted(compareOrder),
    ),
    texts: Object.fromEntries(
      NARRATIVE_SECTIONS.flatMap((section) => {
        const text = sectionText(doc, section);
        return text._start === null ? [] : [[section, readRichText(text)]];
      }),
    ),
    votes: readPlanRecords(doc, 'votes').filter((vote) => !vote.isWithdrawn),
    matches: readPlanRecords(doc, 'matches').filter((match) => !match.isWithdrawn),
    acceptance: undefined,
  };
  const [versions, acceptances] = [readPlanRecords(doc, 'planVersions'), readPlanRecords(doc, 'acceptances')];
  return { ...content, acceptance: acceptanceShown(versions, acceptances, fingerprintOfPlan(content)) };
}

/** In the order of their keys, which is the same on every device. */
export function readPlanRecords<Root extends PlanRoot>(
  doc: Y.Doc,
  root: Root,
): readonly PlanRecordKinds[Root][] {
  return [...planKeys(doc, root)].toSorted().flatMap((key) => {
    const raw = readPlanRaw(doc, root, key);
    return (raw && decodePlanRecord(root, key, raw)) ?? [];
  });
}

export function fingerprintOfPlan(content: PlanContent): Fingerprint {
  return fingerprintOf(plannedText(content));
}
