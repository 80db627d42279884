// Moving an activity to another state, with a way back.

import type { ActivityState } from '../../../domain/plan/activity.ts';
import { showToast } from '../../../ui/feedback/toasts.ts';
import { t } from '../../../ui/i18n/planTexts.ts';
import type { PlanWork } from '../planWork.ts';
import { editRow } from '../rows/rowActions.ts';
import type { ActivityEntry } from './activityFacts.ts';

/** Resolves when it is stored; says by itself what failed. */
export async function changeState(
  work: PlanWork,
  { id, state: former }: ActivityEntry,
  state: ActivityState,
): Promise<void> {
  const { reportFailure } = work.device;
  const texts = t().planWork;
  if (state === former) return;
  try {
    await editRow(work, 'activities', id, { state });
    showToast({
      text: texts.movedToState(texts.states[state]),
      action: {
        label: t().common.undo,
        run: () => void editRow(work, 'activities', id, { state: former }).catch(reportFailure),
      },
    });
  } catch (failure) {
    reportFailure(failure);
  }
}
