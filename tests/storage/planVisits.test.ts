import 'fake-indexeddb/auto';
import { expect, it } from 'vitest';
import { addPlanRows } from '../../src/documents/planCommands.ts';
import { readPlanContent } from '../../src/documents/planContent.ts';
import { packContent, unpackContent } from '../../src/documents/planVersions.ts';
import { comparePlans } from '../../src/domain/plan/comparePlans.ts';
import { asInstant } from '../../src/domain/time.ts';
import { keepPlanVisit, readPlanVisit } from '../../src/storage/planVisits.ts';
import { need } from '../domain/plan/planRows.ts';
import { begunPlan, hand, PARTNERSHIP } from '../documents/planReplicas.ts';
import { freshName, openTab } from './testLedger.ts';

it('what changed since the last visit is the difference to the plan as this device left it', async () => {
  const { db } = openTab(freshName());
  expect(await readPlanVisit(db, PARTNERSHIP)).toBeUndefined();
  const doc = begunPlan();
  addPlanRows(doc, 'needs', [need('n')], hand('Anna', 1));
  const left = readPlanContent(doc, PARTNERSHIP);
  if (left === undefined) throw new Error('no plan');
  await keepPlanVisit(db, PARTNERSHIP, { at: asInstant(5), packed: await packContent(left) });
  addPlanRows(doc, 'needs', [need('o')], hand('Bogdan', 9));

  const visit = await readPlanVisit(db, PARTNERSHIP);
  const [before, after] = [visit && (await unpackContent(visit.packed)), readPlanContent(doc, PARTNERSHIP)];
  if (before === undefined || after === undefined) throw new Error('no plan');
  expect(visit?.at).toBe(5);
  expect(comparePlans(before, after)).toEqual([{ kind: 'rowAdded', root: 'needs', id: 'o', label: 'o' }]);
  await db.settings.put({ key: `plan.left.${PARTNERSHIP}`, value: { at: 'x' } });
  expect(await readPlanVisit(db, PARTNERSHIP)).toBeUndefined();
});
