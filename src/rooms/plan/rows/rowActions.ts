// What is done with a row of the plan: added, changed, moved, taken away with a way back. The last two say what failed by
// themselves; the others reject with StorageFailure.

import {
  addPlanRows,
  editPlanRow,
  hidePlanRow,
  movePlanRow,
  type NewRow,
  type RowFields,
  showPlanRow,
} from '../../../documents/planCommands.ts';
import type { PlanRowKinds, RowRoot } from '../../../domain/plan/planRow.ts';
import { type Ordered, orderAtPlace, orderBetween } from '../../../domain/order.ts';
import { showToast } from '../../../ui/feedback/toasts.ts';
import { t } from '../../../ui/i18n/planTexts.ts';
import type { PlanWork } from '../planWork.ts';
import { shortName } from './rowWords.ts';

/** Adds a row at the end of `list`. */
export function addRow<Root extends RowRoot>(
  work: PlanWork,
  root: Root,
  list: readonly Ordered[],
  row: (order: string) => NewRow<Root>,
): Promise<void> {
  const made = row(orderBetween(list.at(-1)?.order, undefined, work.device.id));
  return work.write((doc, hand) => addPlanRows(doc, root, [made], hand));
}

export function editRow<Root extends RowRoot>(
  work: PlanWork,
  root: Root,
  id: PlanRowKinds[Root]['id'],
  fields: RowFields<Root>,
): Promise<void> {
  return work.write((doc, hand) => editPlanRow(doc, root, id, fields, hand));
}

/** Puts a row at a place of its list, counted without it. */
export async function moveRow(
  work: PlanWork,
  root: RowRoot,
  list: readonly Ordered[],
  id: string,
  place: number,
): Promise<void> {
  const order = orderAtPlace(list, id, place, work.device.id);
  if (order !== undefined) await work.write((doc, hand) => movePlanRow(doc, root, id, order, hand));
}

export function hideRow(work: PlanWork, root: RowRoot, id: string, name: string): void {
  const { reportFailure } = work.device;
  const offerUndo = (): void => {
    showToast({
      text: t().plan.rowHidden(shortName(name)),
      action: { label: t().common.undo, run: () => showRow(work, root, id) },
    });
  };
  work.write((doc, hand) => hidePlanRow(doc, root, id, hand)).then(offerUndo, reportFailure);
}

export function showRow(work: PlanWork, root: RowRoot, id: string): void {
  work.write((doc, hand) => showPlanRow(doc, root, id, hand)).catch(work.device.reportFailure);
}
