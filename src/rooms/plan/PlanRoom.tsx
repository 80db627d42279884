// Plan: what to do next, how much of it is there, and its thirteen sections with who is in them.

import { useState } from 'preact/hooks';
import type { PartnerOrganisation } from '../../domain/organisation.ts';
import type { Row } from '../../storage/database.ts';
import { type PlanFront, watchPlanFront } from '../../storage/planFrontQueries.ts';
import { watchPlan } from '../../storage/planQueries.ts';
import { writeOwnOrganisation } from '../../storage/planSettings.ts';
import { Button } from '../../ui/actions/Button.tsx';
import { TickLegend } from '../../ui/display/Tick.tsx';
import { EmptyState } from '../../ui/feedback/EmptyState.tsx';
import { t } from '../../ui/i18n/planTexts.ts';
import { Page } from '../../ui/layout/Page.tsx';
import { useObservable } from '../../ui/useObservable.ts';
import { OwnOrganisationDialog } from './OwnOrganisationDialog.tsx';
import { organisationName } from './organisationName.ts';
import { NextSection } from './overview/NextSection.tsx';
import { SectionList } from './overview/SectionList.tsx';
import { OVERVIEW_ROOTS, type OverviewEntries, overviewOf } from './overview/overview.ts';
import styles from './overview/Overview.module.css';
import { WayOut } from './outOf/WayOut.tsx';
import { type PlanProps, presentAs, workOf } from './planProps.ts';
import { usePresence } from './presence/usePresence.ts';
import { WhoIsHere } from './presence/WhoIsHere.tsx';

export function PlanRoom(props: PlanProps) {
  const { device, partnershipId } = props;
  const { db } = device;
  const front = useObservable<PlanFront>(() => watchPlanFront(db, partnershipId), [db, partnershipId]);
  const entries = useObservable<OverviewEntries>(
    () => watchPlan(db, partnershipId, OVERVIEW_ROOTS),
    [db, partnershipId],
  );
  const texts = t().plan;
  if (front.kind === 'failed' || entries.kind === 'failed')
    return (
      <Page title={texts.name}>
        <p role="alert">{t().problems.unreadable}</p>
      </Page>
    );
  if (front.kind === 'loading' || entries.kind === 'loading')
    return <Page title={texts.name}>{t().common.loading}</Page>;
  const { partnership } = front.value;
  if (partnership === undefined)
    return (
      <Page title={texts.name}>
        <EmptyState icon="document" title={texts.notHere}>
          {texts.notHereText}
        </EmptyState>
      </Page>
    );
  return <Overview {...props} front={front.value} entries={entries.value} partnership={partnership} />;
}

interface OverviewProps extends PlanProps {
  readonly front: PlanFront;
  readonly entries: OverviewEntries;
  readonly partnership: Row<'partnerships'>;
}

function Overview(props: OverviewProps) {
  const { device, front, entries, partnership } = props;
  const texts = t().plan;
  const overview = overviewOf(partnership, front, entries);
  const { others } = usePresence({
    hold: props.holdPresence,
    me: presentAs(front, device.id),
    section: undefined,
  });
  return (
    <Page title={texts.title[partnership.track]} subtitle={<WhoIsHere at="plan" present={others} />}>
      <NextSection overview={overview} />
      <SectionList overview={overview} present={others} />
      {props.mayWrite && <WritingFor {...props} organisations={front.organisations} />}
      <WayOut
        work={workOf(props, front, true)}
        track={partnership.track}
        organisations={front.organisations}
      />
      <TickLegend />
    </Page>
  );
}

interface WritingForProps extends OverviewProps {
  readonly organisations: readonly PartnerOrganisation[];
}

/** In whose name this device writes; it can be said and changed here. */
function WritingFor({ device, partnershipId, front, organisations }: WritingForProps) {
  const texts = t().plan;
  const [isChoosing, setIsChoosing] = useState(false);
  const own = front.ownOrganisation;
  return (
    <div class={styles['writingFor']}>
      <span>
        {own === undefined ? texts.writingForNobody : texts.writingFor(organisationName(organisations, own))}
      </span>
      <Button size="small" onClick={() => setIsChoosing(true)}>
        {own === undefined ? texts.choose : texts.whoAmIChange}
      </Button>
      {isChoosing && (
        <OwnOrganisationDialog
          organisations={organisations}
          current={own}
          onClose={() => setIsChoosing(false)}
          onChoose={(chosen) => writeOwnOrganisation(device.db, partnershipId, chosen)}
        />
      )}
    </div>
  );
}
