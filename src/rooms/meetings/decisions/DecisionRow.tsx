// One decision: done or not, what, who, by when, tick, further actions.

import { type Decision, isOverdue } from '../../../domain/meeting.ts';
import { hrefOf } from '../../../domain/places.ts';
import { placeOfSection } from '../../../domain/plan/planPages.ts';
import type { IsoDate } from '../../../domain/time.ts';
import type { Row } from '../../../storage/database.ts';
import { Button } from '../../../ui/actions/Button.tsx';
import { Menu } from '../../../ui/actions/Menu.tsx';
import { classNames } from '../../../ui/classNames.ts';
import { Chip } from '../../../ui/display/Chip.tsx';
import { Tick } from '../../../ui/display/Tick.tsx';
import { Checkbox } from '../../../ui/fields/Checkbox.tsx';
import { t } from '../../../ui/i18n/meetingTexts.ts';
import { formatNearDay } from '../../../ui/i18n/format.ts';
import styles from './Decisions.module.css';

export interface DecisionRowProps {
  readonly decision: Row<'decisions'>;
  readonly today: IsoDate;
  readonly isFirst: boolean;
  readonly isLast: boolean;
  readonly onDone: (isDone: boolean) => void;
  readonly onEdit: () => void;
  readonly onMove: (step: -1 | 1) => void;
  readonly onRemove: () => void;
  /** Whether an activity of the plan was made of it; `undefined` while that is not known. */
  readonly inPlan: 'there' | 'notYet' | undefined;
  readonly onPlan: () => void;
}

export function DecisionRow(props: DecisionRowProps) {
  const { decision, today, isFirst, isLast, onDone, onEdit, onMove, onRemove, inPlan, onPlan } = props;
  const texts = t().meetings;
  return (
    <li class={styles['row']}>
      <Checkbox
        label={<span class={classNames(decision.isDone && styles['done'])}>{decision.text}</span>}
        checked={decision.isDone}
        onChange={onDone}
      />
      <div class={styles['end']}>
        <Tick state={decision.unsent === 0 ? 'server' : 'device'} />
        <Menu
          label={texts.moreAboutDecision(decision.text)}
          items={[
            { label: t().common.edit, icon: 'pen', onSelect: onEdit },
            { label: t().common.moveUp, icon: 'up', onSelect: () => onMove(-1), disabled: isFirst },
            { label: t().common.moveDown, icon: 'down', onSelect: () => onMove(1), disabled: isLast },
            { label: t().common.remove, icon: 'trash', onSelect: onRemove },
          ]}
        />
      </div>
      {(decision.who !== '' || decision.due !== undefined || inPlan !== undefined) && (
        <div class={styles['below']}>
          {decision.who !== '' && <span>{decision.who}</span>}
          <Due decision={decision} today={today} />
          {inPlan === 'there' && (
            <Chip small tone="forest" icon="flag" href={hrefOf(placeOfSection('activities'))}>
              {texts.decisionInPlan}
            </Chip>
          )}
          {inPlan === 'notYet' && (
            <Button size="small" variant="quiet" icon="flag" onClick={onPlan}>
              {texts.decisionToPlan}
            </Button>
          )}
        </div>
      )}
    </li>
  );
}

function Due({ decision, today }: { readonly decision: Decision; readonly today: IsoDate }) {
  if (decision.due === undefined) return null;
  const day = formatNearDay(decision.due, today);
  if (isOverdue(decision, today)) {
    return (
      <Chip small tone="brick" icon="clock">
        {t().meetings.overdue(day)}
      </Chip>
    );
  }
  const isNow = decision.due === today && !decision.isDone;
  return (
    <Chip small tone={isNow ? 'amber' : 'neutral'}>
      {t().meetings.due(day)}
    </Chip>
  );
}
