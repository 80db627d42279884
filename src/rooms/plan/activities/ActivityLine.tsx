// One activity as all views tell it: what, who, for how much, by when, and whether it is late.

import type { PartnerOrganisation } from '../../../domain/organisation.ts';
import { isActivityOverdue } from '../../../domain/plan/activity.ts';
import { BUDGET_SOURCES, type BudgetSum } from '../../../domain/plan/budget.ts';
import type { IsoDate } from '../../../domain/time.ts';
import { Chip } from '../../../ui/display/Chip.tsx';
import { formatNearDay } from '../../../ui/i18n/format.ts';
import { t } from '../../../ui/i18n/planTexts.ts';
import { amountText } from '../amountText.ts';
import { organisationName } from '../organisationName.ts';
import type { ActivityEntry } from './activityFacts.ts';
import styles from './Activities.module.css';

export interface ActivityLineProps {
  readonly activity: ActivityEntry;
  readonly organisations: readonly PartnerOrganisation[];
  readonly budget: BudgetSum | undefined;
  readonly today: IsoDate;
  /** Opens it; `undefined` where nothing can be changed or seen besides. */
  readonly onOpen: () => void;
}

export function ActivityLine({ activity, organisations, budget, today, onOpen }: ActivityLineProps) {
  const texts = t().planWork;
  const { title, organisationId, due, decisionId } = activity;
  const owner =
    organisationId === undefined ? texts.noOwner : organisationName(organisations, organisationId);
  const isOverdue = isActivityOverdue(activity, today);
  return (
    <div class={styles['line']}>
      <button type="button" class={styles['title']} onClick={onOpen}>
        {title.trim() === '' ? t().plan.rowEmpty : title}
      </button>
      <span class={styles['details']}>
        <span>{owner}</span>
        {budget !== undefined && <span>{moneyText(budget)}</span>}
        {due !== undefined && !isOverdue && <span>{texts.due(formatNearDay(due, today))}</span>}
        {decisionId !== undefined && <span>{texts.fromDecision}</span>}
      </span>
      {isOverdue && due !== undefined && (
        <div class={styles['late']}>
          <Chip small tone="brick" icon="clock">
            {texts.overdue(formatNearDay(due, today))}
          </Chip>
        </div>
      )}
    </div>
  );
}

/** "1 800 zł · grant" */
function moneyText({ total, bySource }: BudgetSum): string {
  const texts = t().planWork;
  const sources = BUDGET_SOURCES.filter((source) => bySource[source] > 0).map(
    (source) => texts.sources[source],
  );
  return [`${amountText(total)} ${texts.currency}`, ...sources].join(' · ');
}
