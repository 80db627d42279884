// What the menu of an activity offers in every view.

import { ACTIVITY_STATES } from '../../../domain/plan/activity.ts';
import type { MenuItem } from '../../../ui/actions/Menu.tsx';
import { t } from '../../../ui/i18n/planTexts.ts';
import type { PlanWork } from '../planWork.ts';
import { hideRow } from '../rows/rowActions.ts';
import type { ActivityEntry } from './activityFacts.ts';
import { changeState } from './changeState.ts';

export function activityItems(
  work: PlanWork,
  activity: ActivityEntry,
  onEdit: () => void,
  moves: readonly MenuItem[],
): readonly MenuItem[] {
  const texts = t().planWork;
  return [
    { label: t().common.edit, icon: 'pen', onSelect: onEdit },
    ...moves,
    ...ACTIVITY_STATES.filter((state) => state !== activity.state).map((state) => ({
      label: texts.moveTo(texts.states[state]),
      icon: 'forward' as const,
      onSelect: () => void changeState(work, activity, state),
    })),
    {
      label: t().common.remove,
      icon: 'trash',
      onSelect: () => hideRow(work, 'activities', activity.id, activity.title),
    },
  ];
}
