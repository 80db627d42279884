// Section 4: what partners can put in, whose it is, and how many needs it answers.

import { useState } from 'preact/hooks';
import type { PartnerOrganisation } from '../../../domain/organisation.ts';
import { type PlanEntries, watchPlan } from '../../../storage/planQueries.ts';
import { Button } from '../../../ui/actions/Button.tsx';
import { Chip } from '../../../ui/display/Chip.tsx';
import { EmptyState } from '../../../ui/feedback/EmptyState.tsx';
import { t } from '../../../ui/i18n/planTexts.ts';
import { Card } from '../../../ui/layout/Card.tsx';
import { useObservable } from '../../../ui/useObservable.ts';
import { organisationName } from '../organisationName.ts';
import type { PlanWork } from '../planWork.ts';
import { RowList } from '../rows/RowList.tsx';
import { ResourceDialog } from './ResourceDialog.tsx';
import styles from './Resources.module.css';

const ROOTS = ['resources', 'matches', 'needs'] as const;
type Facts = PlanEntries<(typeof ROOTS)[number]>;

export interface ResourcesSectionProps {
  readonly work: PlanWork;
  readonly organisations: readonly PartnerOrganisation[];
}

export function ResourcesSection({ work, organisations }: ResourcesSectionProps) {
  const observed = useObservable<Facts>(
    () => watchPlan(work.device.db, work.partnershipId, ROOTS),
    [work.device.db, work.partnershipId],
  );
  if (observed.kind === 'loading') return null;
  if (observed.kind === 'failed') return <p role="alert">{t().problems.unreadable}</p>;
  return <Resources work={work} organisations={organisations} facts={observed.value} />;
}

/** Which resource the dialog is about. */
type Open = { readonly kind: 'none' | 'new' } | { readonly kind: 'edit'; readonly id: string };

function Resources({ work, organisations, facts }: ResourcesSectionProps & { readonly facts: Facts }) {
  const texts = t().plan;
  const [open, setOpen] = useState<Open>({ kind: 'none' });
  const { resources } = facts;
  const isEmpty = resources.every(({ isHidden }) => isHidden);
  const add = work.readOnly === undefined && (
    <div>
      <Button
        icon="plus"
        variant={isEmpty ? 'primary' : 'secondary'}
        onClick={() => setOpen({ kind: 'new' })}
      >
        {texts.addResource}
      </Button>
    </div>
  );
  return (
    <>
      {isEmpty && (
        <EmptyState icon="copy" title={texts.noResources} action={add}>
          {texts.noResourcesText}
        </EmptyState>
      )}
      {resources.length > 0 && (
        <Card title={texts.resources}>
          <RowList
            work={work}
            root="resources"
            label={texts.resources}
            rows={resources}
            nameOf={({ name }) => name}
            above={({ kind }) => <Chip small>{texts.resourceKinds[kind]}</Chip>}
            heading={({ name, organisationId }) => (
              <div class={styles['head']}>
                <strong>{name}</strong>
                <span class={styles['owner']}>
                  {organisationId === undefined
                    ? texts.nobodyYet
                    : organisationName(organisations, organisationId)}
                </span>
              </div>
            )}
            textLabel={texts.resourceText}
            emptyText={texts.addDetails}
            below={({ id }) => {
              const answered = needsAnswered(id, facts);
              return answered > 0 && <span>{texts.answers(answered)}</span>;
            }}
            items={({ id }) => [
              { label: texts.editResource, icon: 'pen', onSelect: () => setOpen({ kind: 'edit', id }) },
            ]}
          />
        </Card>
      )}
      {!isEmpty && add}
      {open.kind !== 'none' && (
        <ResourceDialog
          work={work}
          organisations={organisations}
          resources={resources}
          edited={open.kind === 'edit' ? resources.find(({ id }) => id === open.id) : undefined}
          onClose={() => setOpen({ kind: 'none' })}
        />
      )}
    </>
  );
}

function needsAnswered(id: string, { matches, needs }: Facts): number {
  const shown = new Set(needs.filter(({ isHidden }) => !isHidden).map((need) => need.id));
  return matches.filter(
    ({ resourceId, needId, isWithdrawn }) => resourceId === id && !isWithdrawn && shown.has(needId),
  ).length;
}
