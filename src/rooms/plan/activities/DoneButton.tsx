// How an activity stands, at its beginning; one tap says that it is done, or that it is not.

import type { ActivityState } from '../../../domain/plan/activity.ts';
import { classNames } from '../../../ui/classNames.ts';
import { t } from '../../../ui/i18n/planTexts.ts';
import { Icon } from '../../../ui/icons/Icon.tsx';
import type { IconName } from '../../../ui/icons/paths.ts';
import type { PlanWork } from '../planWork.ts';
import { shortName } from '../rows/rowWords.ts';
import type { ActivityEntry } from './activityFacts.ts';
import { changeState } from './changeState.ts';
import styles from './Activities.module.css';

const ICONS: Readonly<Record<ActivityState, IconName | undefined>> = {
  planned: undefined,
  inProgress: 'clock',
  done: 'check',
  dropped: 'minus',
};

export interface DoneButtonProps {
  readonly work: PlanWork;
  readonly activity: ActivityEntry;
}

export function DoneButton({ work, activity }: DoneButtonProps) {
  const { state, title } = activity;
  const texts = t().planWork;
  const icon = ICONS[state];
  return (
    <button
      type="button"
      class={classNames(styles['state'], styles[state])}
      aria-label={texts.markDone(shortName(title))}
      aria-pressed={state === 'done'}
      title={texts.states[state]}
      disabled={work.readOnly !== undefined}
      onClick={() => void changeState(work, activity, state === 'done' ? 'inProgress' : 'done')}
    >
      <span class={styles['ring']}>{icon !== undefined && <Icon name={icon} size={18} />}</span>
    </button>
  );
}
