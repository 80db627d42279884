// Stores an activity with the lines of its budget as one change: new ones are added, what the form changed is changed, and lines
// that were taken out of the form are hidden.

import { addPlanRows, editPlanRow, hidePlanRow, type NewRow } from '../../../documents/planCommands.ts';
import type { ActivityId } from '../../../domain/ids.ts';
import { orderBetween } from '../../../domain/order.ts';
import type { Activity } from '../../../domain/plan/activity.ts';
import type { BudgetLine } from '../../../domain/plan/budget.ts';
import type { PlanWork } from '../planWork.ts';
import { changedFields } from '../rows/changedFields.ts';
import { inTheirOrder } from '../rows/inTheirOrder.ts';
import type { ActivityFacts } from './activityFacts.ts';
import type { ActivityFields, LineFields } from './checkActivity.ts';

/** As the form found it; `undefined` for a new one. */
export interface ActivityBefore {
  readonly activity: Activity | undefined;
  readonly lines: readonly BudgetLine[];
}

/** Resolves when it is durable here. Throws StorageFailure. */
export function storeActivity(
  work: PlanWork,
  { activities, budgetLines }: Pick<ActivityFacts, 'activities' | 'budgetLines'>,
  id: ActivityId,
  before: ActivityBefore,
  fields: ActivityFields,
  lines: readonly LineFields[],
): Promise<void> {
  const deviceId = work.device.id;
  // Storing again after a failure finds what was added before.
  const isNew = !activities.some((activity) => activity.id === id);
  const here = inTheirOrder(budgetLines.filter((line) => line.activityId === id));
  const known = new Set<string>(here.map((line) => line.id));
  const kept = new Set<string>(lines.map((line) => line.id));
  const order = orderBetween(inTheirOrder(activities).at(-1)?.order, undefined, deviceId);
  let last = here.at(-1)?.order;
  const added: NewRow<'budgetLines'>[] = [];
  for (const line of lines) {
    if (known.has(line.id)) continue;
    last = orderBetween(last, undefined, deviceId);
    added.push({ ...line, activityId: id, order: last });
  }
  return work.write((doc, hand) => {
    if (isNew) {
      addPlanRows(doc, 'activities', [{ ...fields, id, order, decisionId: undefined, text: '' }], hand);
    } else {
      const changed = before.activity === undefined ? fields : changedFields(before.activity, fields);
      editPlanRow(doc, 'activities', id, changed, hand);
    }
    for (const { id: lineId, ...line } of lines) {
      if (!known.has(lineId)) continue;
      const former = before.lines.find((each) => each.id === lineId);
      editPlanRow(doc, 'budgetLines', lineId, former ? changedFields(former, line) : line, hand);
    }
    if (added.length > 0) addPlanRows(doc, 'budgetLines', added, hand);
    for (const line of before.lines) if (!kept.has(line.id)) hidePlanRow(doc, 'budgetLines', line.id, hand);
  });
}
