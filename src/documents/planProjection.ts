// The rows of the plan for the query table: which records a change touched, each decoded, with its stamp.

import type * as Y from 'yjs';
import { type PlanRecord, type PlanRoot, planRowKey } from '../domain/plan/planRecord.ts';
import { ROW_ROOTS } from '../domain/plan/planRow.ts';
import { NARRATIVE_SECTIONS } from '../domain/plan/sections.ts';
import { decodeAnyPlanRecord } from '../schema/planRecords.ts';
import { planKeys, readPlanRaw, sectionOfMark, stampOfPlan } from './planReading.ts';
import { sectionText } from './planTexts.ts';
import type { RootName } from './roots.ts';
import type { Stamp } from './stamp.ts';

const PLAN_ROOTS: readonly PlanRoot[] = [
  ...ROW_ROOTS,
  'votes',
  'matches',
  'sectionMarks',
  'sectionTexts',
  'comments',
  'suggestions',
  'planVersions',
  'acceptances',
  'authors',
  'overruled',
  'settled',
];

/** What a change can touch: records in the maps, and formatted texts beside them. */
export type ChangedRoot = RootName | 'sectionTexts';

export interface PlanRowProjected {
  readonly key: string;
  readonly record: PlanRecord | undefined;
  readonly stamp: Stamp;
}

export function projectPlan(
  doc: Y.Doc,
  partnershipId: string,
  changed: ReadonlyMap<ChangedRoot, ReadonlySet<string>> | 'all',
): readonly PlanRowProjected[] {
  return PLAN_ROOTS.flatMap((root) =>
    [...(changed === 'all' ? planKeys(doc, root) : changedKeys(changed, root))].flatMap((key) => {
      const raw = readPlanRaw(doc, root, key);
      const record = raw && decodeAnyPlanRecord(root, key, raw);
      // Rebuilding starts from empty tables: what is no record has no row to take away.
      if (record === undefined && changed === 'all') return [];
      return { key: planRowKey(partnershipId, root, key), record, stamp: stampOfPlan(doc, root, key) };
    }),
  );
}

function changedKeys(
  changed: ReadonlyMap<ChangedRoot, ReadonlySet<string>>,
  root: PlanRoot,
): ReadonlySet<string> {
  const keys = [...(changed.get(root) ?? [])];
  if (root === 'sectionMarks') return new Set(keys.map(sectionOfMark));
  return new Set(root === 'sectionTexts' ? [...keys, ...(changed.get('textEdits') ?? [])] : keys);
}

/** Calls back with the section whose text a transaction changed. Returns the disposer. */
export function observeTexts(doc: Y.Doc, onChange: (section: string) => void): () => void {
  const disposers = NARRATIVE_SECTIONS.map((section) => {
    const fragment = sectionText(doc, section);
    const listener = (): void => onChange(section);
    fragment.observeDeep(listener);
    return () => fragment.unobserveDeep(listener);
  });
  return () => {
    for (const dispose of disposers) dispose();
  };
}
