// Live queries over the plan's table: the records of the asked kinds, each with whether the server holds it.

import { type Observable, liveQuery } from 'dexie';
import type { PartnershipId } from '../domain/ids.ts';
import {
  type PlanRecord,
  type PlanRecordKinds,
  type PlanRoot,
  planRowKey,
} from '../domain/plan/planRecord.ts';
import type { DeviceDatabase, RowMeta } from './database.ts';

/** A record of the plan as lists show it. */
export type PlanEntry<Root extends PlanRoot> = PlanRecordKinds[Root] & Pick<RowMeta, 'unsent'>;

export type PlanEntries<Root extends PlanRoot> = {
  readonly [Each in Root]: readonly PlanEntry<Each>[];
};

/** All records of these kinds, hidden rows included, in no particular order. Emits anew only when one of these kinds changed. */
export function watchPlan<const Root extends PlanRoot>(
  db: DeviceDatabase,
  id: PartnershipId,
  roots: readonly Root[],
): Observable<PlanEntries<Root>> {
  return liveQuery(() => readPlan(db, id, roots));
}

export async function readPlan<const Root extends PlanRoot>(
  db: DeviceDatabase,
  id: PartnershipId,
  roots: readonly Root[],
): Promise<PlanEntries<Root>> {
  const lists = await Promise.all(roots.map((root) => readKind(db, id, root)));
  const entries: Partial<Record<Root, readonly PlanEntry<Root>[]>> = {};
  for (const [index, root] of roots.entries()) entries[root] = lists[index] ?? [];
  // One list for each asked kind was put in, which the compiler cannot see.
  return entries as PlanEntries<Root>;
}

async function readKind<Root extends PlanRoot>(
  db: DeviceDatabase,
  id: PartnershipId,
  root: Root,
): Promise<readonly PlanEntry<Root>[]> {
  const rows = await db.plan
    .where('key')
    .startsWith(planRowKey(id, root, ''))
    .toArray();
  return rows.flatMap((row) => (isOf(root, row) ? [{ ...row.record, unsent: row.unsent }] : []));
}

function isOf<Root extends PlanRoot>(
  root: Root,
  row: PlanRecord,
): row is PlanRecord & { readonly root: Root; readonly record: PlanRecordKinds[Root] } {
  return row.root === root;
}
