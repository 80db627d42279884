// Section 6: the goals, each with what it will be measured by and how its activities stand. One goal has its own screen.

import { useState } from 'preact/hooks';
import type { GoalId } from '../../../domain/ids.ts';
import type { PartnerOrganisation } from '../../../domain/organisation.ts';
import { hrefOf } from '../../../domain/places.ts';
import { placeOfSection } from '../../../domain/plan/planPages.ts';
import { watchPlan } from '../../../storage/planQueries.ts';
import { Button } from '../../../ui/actions/Button.tsx';
import { EmptyState } from '../../../ui/feedback/EmptyState.tsx';
import { t } from '../../../ui/i18n/planTexts.ts';
import { Card } from '../../../ui/layout/Card.tsx';
import { useObservable } from '../../../ui/useObservable.ts';
import { numbersOfGoals } from '../activities/activityFacts.ts';
import type { PlanWork } from '../planWork.ts';
import { inTheirOrder } from '../rows/inTheirOrder.ts';
import { RowList } from '../rows/RowList.tsx';
import { shortName } from '../rows/rowWords.ts';
import { GOAL_ROOTS, type GoalEntries, type GoalFacts } from './goalFacts.ts';
import { GoalDialog } from './GoalDialog.tsx';
import { IndicatorRange } from './IndicatorRange.tsx';
import styles from './Goals.module.css';

export interface GoalsSectionProps {
  readonly work: PlanWork;
  readonly organisations: readonly PartnerOrganisation[];
}

export function GoalsSection({ work, organisations }: GoalsSectionProps) {
  const observed = useObservable<GoalEntries>(
    () => watchPlan(work.device.db, work.partnershipId, GOAL_ROOTS),
    [work.device.db, work.partnershipId],
  );
  if (observed.kind === 'loading') return null;
  if (observed.kind === 'failed') return <p role="alert">{t().problems.unreadable}</p>;
  return <Goals work={work} facts={{ ...observed.value, organisations }} />;
}

type Open = { readonly kind: 'none' | 'new' } | { readonly kind: 'edit'; readonly id: GoalId };

function Goals({ work, facts }: { readonly work: PlanWork; readonly facts: GoalFacts }) {
  const texts = t().planWork;
  const [open, setOpen] = useState<Open>({ kind: 'none' });
  const { goals } = facts;
  const numbers = numbersOfGoals(goals);
  const isEmpty = numbers.size === 0;
  const add = work.readOnly === undefined && (
    <div>
      <Button
        icon="plus"
        variant={isEmpty ? 'primary' : 'secondary'}
        onClick={() => setOpen({ kind: 'new' })}
      >
        {texts.addGoal}
      </Button>
    </div>
  );
  return (
    <>
      {isEmpty && (
        <EmptyState icon="flag" title={texts.noGoals} action={add}>
          {texts.noGoalsText}
        </EmptyState>
      )}
      {goals.length > 0 && (
        <Card title={texts.goals}>
          <RowList
            work={work}
            root="goals"
            label={texts.goals}
            rows={goals}
            nameOf={({ title }) => title}
            heading={({ id, title }) => (
              <a class={styles['goalLink']} href={hrefOf(placeOfSection('goals', id))}>
                {texts.goalNumbered(numbers.get(id) ?? 0, title)}
              </a>
            )}
            textLabel={texts.goalText}
            emptyText={texts.addDescription}
            below={({ id }) => <GoalSummary goalId={id} facts={facts} />}
            items={({ id, title }) => [
              {
                label: texts.openGoal(shortName(title)),
                icon: 'forward',
                href: hrefOf(placeOfSection('goals', id)),
              },
              { label: texts.editGoal, icon: 'pen', onSelect: () => setOpen({ kind: 'edit', id }) },
            ]}
          />
        </Card>
      )}
      {!isEmpty && add}
      {open.kind !== 'none' && (
        <GoalDialog
          work={work}
          goals={goals}
          edited={open.kind === 'edit' ? goals.find(({ id }) => id === open.id) : undefined}
          onClose={() => setOpen({ kind: 'none' })}
        />
      )}
    </>
  );
}

function GoalSummary({ goalId, facts }: { readonly goalId: GoalId; readonly facts: GoalFacts }) {
  const texts = t().planWork;
  const indicators = inTheirOrder(facts.indicators.filter((each) => each.goalId === goalId));
  const activities = inTheirOrder(facts.activities.filter((each) => each.goalId === goalId));
  const done = activities.filter(({ state }) => state === 'done').length;
  return (
    <div class={styles['summary']}>
      {indicators.map((indicator) => (
        <span key={indicator.id} class={styles['summaryIndicator']}>
          {indicator.name} <IndicatorRange indicator={indicator} />
        </span>
      ))}
      <span>{texts.activitiesCount(done, activities.length)}</span>
    </div>
  );
}
