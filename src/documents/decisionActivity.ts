// A decision of a meeting becomes an activity of the plan, once: whoever asks again finds the one that is there.

import type * as Y from 'yjs';
import type { ActivityId } from '../domain/ids.ts';
import type { Decision } from '../domain/meeting.ts';
import { compareOrder, orderBetween } from '../domain/order.ts';
import type { PartnerOrganisation } from '../domain/organisation.ts';
import { activityOfDecision } from '../domain/plan/activityOfDecision.ts';
import { addPlanRows, type PlanHand } from './planCommands.ts';
import { readPlanRecords } from './planContent.ts';

export interface NewActivity {
  readonly id: ActivityId;
  readonly deviceId: string;
  readonly organisations: readonly PartnerOrganisation[];
}

/** Adds it as the last one. Two devices that do this without each other make two: both stay, for a person to join. */
export function addActivityOfDecision(
  doc: Y.Doc,
  decision: Decision,
  { id, deviceId, organisations }: NewActivity,
  hand: PlanHand,
): void {
  const activities = readPlanRecords(doc, 'activities').filter(({ isHidden }) => !isHidden);
  if (activities.some(({ decisionId }) => decisionId === decision.id)) return;
  const order = orderBetween(activities.toSorted(compareOrder).at(-1)?.order, undefined, deviceId);
  addPlanRows(doc, 'activities', [{ ...activityOfDecision(decision, organisations), id, order }], hand);
}
