// One page of the plan: a section by its address, inside the frame that all sections share.

import { hrefOf } from '../../domain/places.ts';
import { sectionOfPage } from '../../domain/plan/planPages.ts';
import type { PlanSection } from '../../domain/plan/sections.ts';
import { documentName } from '../../schema/documentName.ts';
import type { Row } from '../../storage/database.ts';
import { type PlanFront, watchPlanFront } from '../../storage/planFrontQueries.ts';
import { Button } from '../../ui/actions/Button.tsx';
import { EmptyState } from '../../ui/feedback/EmptyState.tsx';
import { t } from '../../ui/i18n/planTexts.ts';
import { Page } from '../../ui/layout/Page.tsx';
import { useObservable } from '../../ui/useObservable.ts';
import { ActivitiesSection } from './activities/ActivitiesSection.tsx';
import { EvaluationSection } from './evaluation/EvaluationSection.tsx';
import { GoalPage } from './goals/GoalPage.tsx';
import { GoalsSection } from './goals/GoalsSection.tsx';
import { NeedsSection } from './needs/NeedsSection.tsx';
import { PartnersSection } from './partners/PartnersSection.tsx';
import { type PlanProps, presentAs, workOf } from './planProps.ts';
import type { PlanWork } from './planWork.ts';
import { usePresence } from './presence/usePresence.ts';
import { ResourcesSection } from './resources/ResourcesSection.tsx';
import { NarrativeSection } from './section/NarrativeSection.tsx';
import { SectionFrame } from './section/SectionFrame.tsx';
import type { PlanPresence } from './text/presence.ts';
import { type PlanDocument, usePlanDocument } from './usePlanDocument.ts';

export interface PlanPageProps extends PlanProps {
  readonly page: string;
  readonly item: string | undefined;
}

export function PlanPageRoom(props: PlanPageProps) {
  const { device, partnershipId, page } = props;
  const texts = t().plan;
  const observed = useObservable<PlanFront>(
    () => watchPlanFront(device.db, partnershipId),
    [device.db, partnershipId],
  );
  // Asked for beside the tables: loading it takes longest.
  const document = usePlanDocument(device, documentName('partnership', partnershipId));
  const back = { href: hrefOf({ kind: 'plan' }), label: texts.name };
  switch (observed.kind) {
    case 'loading':
      return (
        <Page title={texts.name} back={back}>
          {t().common.loading}
        </Page>
      );
    case 'failed':
      return (
        <Page title={texts.name} back={back}>
          <p role="alert">{t().problems.unreadable}</p>
        </Page>
      );
    case 'ready': {
      const { partnership } = observed.value;
      const section = partnership && sectionOfPage(page, partnership.track);
      if (partnership === undefined || section === undefined) {
        return (
          <Page title={texts.name} back={back}>
            <EmptyState
              icon="document"
              title={partnership === undefined ? texts.notHere : texts.noSuchPage}
              action={<Button href={back.href}>{texts.toPlan}</Button>}
            >
              {partnership === undefined ? texts.notHereText : texts.noSuchPageText}
            </EmptyState>
          </Page>
        );
      }
      return (
        <OneSection
          {...props}
          front={observed.value}
          partnership={partnership}
          section={section}
          document={document}
        />
      );
    }
  }
}

interface OneSectionProps extends PlanPageProps {
  readonly front: PlanFront;
  readonly partnership: Row<'partnerships'>;
  readonly section: PlanSection;
  readonly document: PlanDocument;
}

function OneSection(props: OneSectionProps) {
  const { device, front, partnership, section, document } = props;
  const work = workOf(props, front, document.kind !== 'open' || document.opened.isWritable);
  const { others, presence } = usePresence({
    hold: props.holdPresence,
    me: presentAs(front, device.id),
    section,
  });
  if (section === 'goals' && props.item !== undefined) {
    return (
      <GoalPage
        key={props.item}
        work={work}
        organisations={front.organisations}
        goalId={props.item}
        present={others.filter((other) => other.section === section)}
      />
    );
  }
  return (
    <SectionFrame work={work} front={front} track={partnership.track} section={section} present={others}>
      {document.kind === 'failed' && <p role="alert">{t().problems.unreadable}</p>}
      <SectionContent {...props} work={work} document={document} presence={presence} />
    </SectionFrame>
  );
}

interface SectionContentProps extends OneSectionProps {
  readonly work: PlanWork;
  readonly presence: PlanPresence | undefined;
}

function SectionContent(props: SectionContentProps) {
  const { work, front, partnership, section, document, presence } = props;
  const { organisations } = front;
  switch (section) {
    case 'needs':
      return <NeedsSection work={work} organisations={organisations} />;
    case 'partners':
      return <PartnersSection work={work} organisations={organisations} />;
    case 'resources':
      return <ResourcesSection work={work} organisations={organisations} />;
    case 'evaluation':
      return <EvaluationSection work={work} organisations={organisations} />;
    case 'goals':
      return <GoalsSection work={work} organisations={organisations} />;
    case 'activities':
      return <ActivitiesSection work={work} organisations={organisations} />;
    case 'profile':
    case 'vision':
    case 'project':
    case 'longTermConcept':
    case 'roles':
    case 'promotion':
    case 'sustainability':
    case 'acceptance':
      return (
        <NarrativeSection
          work={work}
          front={front}
          partnership={partnership}
          section={section}
          document={document}
          presence={presence}
        />
      );
  }
}
