// Section 7: who does what, until when, for what money; as a list, a board, a timeline, or one's own tasks.

import { useState } from 'preact/hooks';
import type { ActivityId, OrganisationId } from '../../../domain/ids.ts';
import type { PartnerOrganisation } from '../../../domain/organisation.ts';
import { type PlanEntries, watchPlan } from '../../../storage/planQueries.ts';
import { writeOwnOrganisation } from '../../../storage/planSettings.ts';
import { Button } from '../../../ui/actions/Button.tsx';
import { EmptyState } from '../../../ui/feedback/EmptyState.tsx';
import { SegmentedControl } from '../../../ui/fields/RadioGroup.tsx';
import { t } from '../../../ui/i18n/planTexts.ts';
import { Card } from '../../../ui/layout/Card.tsx';
import { useObservable } from '../../../ui/useObservable.ts';
import { OwnOrganisationDialog } from '../OwnOrganisationDialog.tsx';
import type { PlanWork } from '../planWork.ts';
import { inTheirOrder } from '../rows/inTheirOrder.ts';
import { OfferedBack } from '../rows/OfferedBack.tsx';
import { ActivityBoard } from './ActivityBoard.tsx';
import { ActivityDialog } from './ActivityDialog.tsx';
import { ACTIVITY_ROOTS, type ActivityEntry, type ActivityFacts } from './activityFacts.ts';
import { ActivityFilters } from './ActivityFilters.tsx';
import { ActivityList } from './ActivityList.tsx';
import { ActivityTimeline } from './ActivityTimeline.tsx';
import { type ActivityFilter, filterActivities, filtersSet, NO_FILTER, tasksOf } from './filterActivities.ts';
import styles from './Activities.module.css';

export interface ActivitiesSectionProps {
  readonly work: PlanWork;
  readonly organisations: readonly PartnerOrganisation[];
}

export function ActivitiesSection({ work, organisations }: ActivitiesSectionProps) {
  const observed = useObservable<PlanEntries<(typeof ACTIVITY_ROOTS)[number]>>(
    () => watchPlan(work.device.db, work.partnershipId, ACTIVITY_ROOTS),
    [work.device.db, work.partnershipId],
  );
  if (observed.kind === 'loading') return null;
  if (observed.kind === 'failed') return <p role="alert">{t().problems.unreadable}</p>;
  return <Activities work={work} facts={{ ...observed.value, organisations }} />;
}

type View = 'list' | 'board' | 'timeline' | 'mine';
type Open = { readonly kind: 'none' | 'new' } | { readonly kind: 'edit'; readonly id: ActivityId };

function Activities({ work, facts }: { readonly work: PlanWork; readonly facts: ActivityFacts }) {
  const texts = t().planWork;
  const [view, setView] = useState<View>('list');
  const [filter, setFilter] = useState<ActivityFilter>(NO_FILTER);
  const [open, setOpen] = useState<Open>({ kind: 'none' });
  const all = inTheirOrder(facts.activities);
  const shown = view === 'mine' ? all : filterActivities(all, filter, work.device.today());
  const openOne = (id: ActivityId): void => setOpen({ kind: 'edit', id });
  const add = work.readOnly === undefined && (
    <div>
      <Button
        icon="plus"
        variant={all.length === 0 ? 'primary' : 'secondary'}
        onClick={() => setOpen({ kind: 'new' })}
      >
        {texts.addActivity}
      </Button>
    </div>
  );
  return (
    <>
      {all.length === 0 && (
        <EmptyState icon="flag" title={texts.noActivities} action={add}>
          {texts.noActivitiesText}
        </EmptyState>
      )}
      {all.length > 0 && (
        <>
          <div class={styles['top']}>
            <SegmentedControl<View>
              label={texts.views}
              labelHidden
              options={(['list', 'board', 'timeline', 'mine'] as const).map((value) => ({
                value,
                label: texts.view[value],
              }))}
              value={view}
              onChange={setView}
            />
            {add}
          </div>
          {view !== 'mine' && (
            <ActivityFilters
              filter={filter}
              goals={facts.goals}
              organisations={facts.organisations}
              onChange={setFilter}
            />
          )}
          <Card title={texts.view[view]} aside={asideOf(view, shown.length, all.length, filter)}>
            {shown.length === 0 ? (
              <EmptyState
                icon="search"
                title={texts.noMatching}
                action={<Button onClick={() => setFilter(NO_FILTER)}>{texts.clearFilters}</Button>}
              />
            ) : (
              <OneView work={work} facts={facts} view={view} shown={shown} filter={filter} onOpen={openOne} />
            )}
          </Card>
        </>
      )}
      <OfferedBack
        work={work}
        root="activities"
        rows={facts.activities}
        nameOf={({ title }: ActivityEntry) => title}
      />
      {open.kind !== 'none' && (
        <ActivityDialog
          work={work}
          facts={facts}
          edited={open.kind === 'edit' ? open.id : undefined}
          onClose={() => setOpen({ kind: 'none' })}
        />
      )}
    </>
  );
}

function asideOf(view: View, shown: number, all: number, filter: ActivityFilter): string | undefined {
  if (view === 'mine') return undefined;
  return filtersSet(filter) === 0 ? String(all) : t().planWork.shownOf(shown, all);
}

interface OneViewProps {
  readonly work: PlanWork;
  readonly facts: ActivityFacts;
  readonly view: View;
  readonly shown: readonly ActivityEntry[];
  readonly filter: ActivityFilter;
  readonly onOpen: (id: ActivityId) => void;
}

function OneView({ work, facts, view, shown, filter, onOpen }: OneViewProps) {
  const texts = t().planWork;
  switch (view) {
    case 'list':
      return (
        <ActivityList
          work={work}
          facts={facts}
          label={texts.activities}
          activities={shown}
          isOrderable={filtersSet(filter) === 0}
          onOpen={onOpen}
        />
      );
    case 'board':
      return <ActivityBoard work={work} facts={facts} activities={shown} onOpen={onOpen} />;
    case 'timeline':
      return <ActivityTimeline activities={shown} today={work.device.today()} onOpen={onOpen} />;
    case 'mine':
      return <OwnTasks work={work} facts={facts} onOpen={onOpen} />;
  }
}

function OwnTasks({ work, facts, onOpen }: Pick<OneViewProps, 'work' | 'facts' | 'onOpen'>) {
  const texts = t().planWork;
  const [isChoosing, setIsChoosing] = useState(false);
  const own = work.me.organisationId;
  const choose = (chosen: OrganisationId | undefined): Promise<void> =>
    writeOwnOrganisation(work.device.db, work.partnershipId, chosen);
  if (own === undefined) {
    return (
      <>
        <EmptyState
          icon="person"
          title={texts.mineUnknown}
          action={<Button onClick={() => setIsChoosing(true)}>{t().plan.choose}</Button>}
        >
          {texts.mineUnknownText}
        </EmptyState>
        {isChoosing && (
          <OwnOrganisationDialog
            organisations={facts.organisations}
            current={own}
            onChoose={choose}
            onClose={() => setIsChoosing(false)}
          />
        )}
      </>
    );
  }
  const tasks = tasksOf(inTheirOrder(facts.activities), own);
  if (tasks.length === 0) {
    return (
      <EmptyState icon="check" title={texts.mineEmpty}>
        {texts.mineEmptyText}
      </EmptyState>
    );
  }
  return (
    <ActivityList
      work={work}
      facts={facts}
      label={texts.view.mine}
      activities={tasks}
      isOrderable={false}
      onOpen={onOpen}
    />
  );
}
