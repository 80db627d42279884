// One goal on its own screen: who is at it, its description, its indicators, its activities.

import { useState } from 'preact/hooks';
import type { ActivityId, GoalId } from '../../../domain/ids.ts';
import type { PartnerOrganisation } from '../../../domain/organisation.ts';
import { hrefOf } from '../../../domain/places.ts';
import { placeOfSection } from '../../../domain/plan/planPages.ts';
import { type PlanEntry, watchPlan } from '../../../storage/planQueries.ts';
import { Button } from '../../../ui/actions/Button.tsx';
import { Menu } from '../../../ui/actions/Menu.tsx';
import { Tick } from '../../../ui/display/Tick.tsx';
import { EmptyState } from '../../../ui/feedback/EmptyState.tsx';
import { t } from '../../../ui/i18n/planTexts.ts';
import { Card } from '../../../ui/layout/Card.tsx';
import { Page } from '../../../ui/layout/Page.tsx';
import { useObservable } from '../../../ui/useObservable.ts';
import { ActivityDialog } from '../activities/ActivityDialog.tsx';
import { numbersOfGoals } from '../activities/activityFacts.ts';
import { ActivityList } from '../activities/ActivityList.tsx';
import type { PlanWork } from '../planWork.ts';
import { WhoIsHere } from '../presence/WhoIsHere.tsx';
import { inTheirOrder } from '../rows/inTheirOrder.ts';
import { hideRow } from '../rows/rowActions.ts';
import { RowText } from '../rows/RowText.tsx';
import { ReadOnlyBanner } from '../section/ReadOnlyBanner.tsx';
import type { Present } from '../text/presence.ts';
import { GOAL_ROOTS, type GoalEntries, type GoalFacts } from './goalFacts.ts';
import { GoalDialog } from './GoalDialog.tsx';
import { IndicatorsCard } from './IndicatorsCard.tsx';
import styles from './Goals.module.css';

export interface GoalPageProps {
  readonly work: PlanWork;
  readonly organisations: readonly PartnerOrganisation[];
  /** As it stands in the address. */
  readonly goalId: string;
  readonly present: readonly Present[];
}

export function GoalPage({ work, organisations, goalId, present }: GoalPageProps) {
  const texts = t().planWork;
  const back = { href: hrefOf(placeOfSection('goals')), label: t().plan.sections.goals };
  const observed = useObservable<GoalEntries>(
    () => watchPlan(work.device.db, work.partnershipId, GOAL_ROOTS),
    [work.device.db, work.partnershipId],
  );
  if (observed.kind !== 'ready')
    return (
      <Page title={texts.goal} back={back}>
        {observed.kind === 'loading' ? t().common.loading : <p role="alert">{t().problems.unreadable}</p>}
      </Page>
    );
  const goal = inTheirOrder(observed.value.goals).find(({ id }) => id === goalId);
  if (goal === undefined)
    return (
      <Page title={texts.goal} back={back}>
        <EmptyState
          icon="flag"
          title={texts.noSuchGoal}
          action={<Button href={back.href}>{texts.toGoals}</Button>}
        >
          {texts.noSuchGoalText}
        </EmptyState>
      </Page>
    );
  return (
    <OneGoal
      work={work}
      goal={goal}
      facts={{ ...observed.value, organisations }}
      present={present}
      back={back}
    />
  );
}

interface OneGoalProps {
  readonly work: PlanWork;
  readonly goal: PlanEntry<'goals'>;
  readonly facts: GoalFacts;
  readonly present: readonly Present[];
  readonly back: { readonly href: string; readonly label: string };
}

function OneGoal({ work, goal, facts, present, back }: OneGoalProps) {
  const texts = t().planWork;
  const [isRenaming, setIsRenaming] = useState(false);
  const [isWriting, setIsWriting] = useState(false);
  const remove = (): void => {
    hideRow(work, 'goals', goal.id, goal.title);
    work.go(placeOfSection('goals'));
  };
  return (
    <Page
      title={texts.goalNumbered(numbersOfGoals(facts.goals).get(goal.id) ?? 0, goal.title)}
      subtitle={<WhoIsHere at="section" present={present} />}
      back={back}
      actions={
        work.readOnly === undefined && (
          <Menu
            label={t().plan.moreAbout(goal.title)}
            items={[
              { label: texts.editGoal, icon: 'pen', onSelect: () => setIsRenaming(true) },
              { label: t().common.remove, icon: 'trash', onSelect: remove },
            ]}
          />
        )
      }
    >
      <ReadOnlyBanner reason={work.readOnly} />
      <Card title={texts.description} aside={<Tick state={goal.unsent === 0 ? 'server' : 'device'} />}>
        <RowText
          work={work}
          root="goals"
          id={goal.id}
          text={goal.text}
          label={texts.goalText}
          empty={work.readOnly === undefined ? texts.addDescription : undefined}
          isSent={goal.unsent === 0}
          isEdited={isWriting}
          onEdit={() => setIsWriting(true)}
          onDone={() => setIsWriting(false)}
        />
      </Card>
      <IndicatorsCard work={work} goalId={goal.id} facts={facts} />
      <GoalActivities work={work} goalId={goal.id} facts={facts} />
      {isRenaming && (
        <GoalDialog work={work} goals={facts.goals} edited={goal} onClose={() => setIsRenaming(false)} />
      )}
    </Page>
  );
}

type Open = { readonly kind: 'none' | 'new' } | { readonly kind: 'edit'; readonly id: ActivityId };

interface GoalActivitiesProps {
  readonly work: PlanWork;
  readonly goalId: GoalId;
  readonly facts: GoalFacts;
}

function GoalActivities({ work, goalId, facts }: GoalActivitiesProps) {
  const texts = t().planWork;
  const [open, setOpen] = useState<Open>({ kind: 'none' });
  const activities = inTheirOrder(facts.activities.filter((activity) => activity.goalId === goalId));
  const done = activities.filter(({ state }) => state === 'done').length;
  return (
    <Card
      title={texts.activities}
      aside={activities.length > 0 ? texts.shownOf(done, activities.length) : undefined}
    >
      {activities.length === 0 && <p class={styles['soft']}>{texts.noActivities}</p>}
      {activities.length > 0 && (
        <ActivityList
          work={work}
          facts={facts}
          label={texts.activities}
          activities={activities}
          isOrderable
          onOpen={(id) => setOpen({ kind: 'edit', id })}
        />
      )}
      {work.readOnly === undefined && (
        <Button icon="plus" wide onClick={() => setOpen({ kind: 'new' })}>
          {texts.addActivity}
        </Button>
      )}
      {open.kind !== 'none' && (
        <ActivityDialog
          work={work}
          facts={facts}
          edited={open.kind === 'edit' ? open.id : undefined}
          goalId={goalId}
          onClose={() => setOpen({ kind: 'none' })}
        />
      )}
    </Card>
  );
}
