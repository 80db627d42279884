// Section 13: the versions of the plan, who has accepted which of them, and whether the plan has changed since.

import { useState } from 'preact/hooks';
import type { PartnerOrganisation } from '../../../domain/organisation.ts';
import { fingerprintOfPlan } from '../../../documents/planContent.ts';
import { acceptanceState } from '../../../domain/plan/planVersion.ts';
import type { OpenDocument } from '../../../storage/ledger.ts';
import { type PlanEntries, type PlanEntry, watchPlan } from '../../../storage/planQueries.ts';
import { Button } from '../../../ui/actions/Button.tsx';
import { t } from '../../../ui/i18n/planTexts.ts';
import { Card } from '../../../ui/layout/Card.tsx';
import { useObservable } from '../../../ui/useObservable.ts';
import type { PlanWork } from '../planWork.ts';
import { AcceptDialog } from './AcceptDialog.tsx';
import { CompareDialog } from './CompareDialog.tsx';
import { KeepVersionDialog } from './KeepVersionDialog.tsx';
import { VersionRow } from './VersionRow.tsx';
import { usePlanContent } from './usePlanContent.ts';
import styles from './Versions.module.css';

const ROOTS = ['planVersions', 'acceptances'] as const;
type VersionEntries = PlanEntries<(typeof ROOTS)[number]>;

export interface VersionsCardProps {
  readonly work: PlanWork;
  readonly opened: OpenDocument;
  readonly organisations: readonly PartnerOrganisation[];
}

export function VersionsCard(props: VersionsCardProps) {
  const { device, partnershipId } = props.work;
  const observed = useObservable<VersionEntries>(
    () => watchPlan(device.db, partnershipId, ROOTS),
    [device.db, partnershipId],
  );
  if (observed.kind === 'loading') return null;
  if (observed.kind === 'failed') return <p role="alert">{t().problems.unreadable}</p>;
  return <Versions {...props} entries={observed.value} />;
}

type Open =
  | { readonly kind: 'none' | 'keep' }
  | { readonly kind: 'accept' | 'compare'; readonly version: PlanEntry<'planVersions'> };

function Versions({
  work,
  opened,
  organisations,
  entries,
}: VersionsCardProps & { readonly entries: VersionEntries }) {
  const texts = t().planTogether.versions;
  const [open, setOpen] = useState<Open>({ kind: 'none' });
  const content = usePlanContent(opened, work.partnershipId);
  const versions = entries.planVersions.toSorted((a, b) => b.at - a.at || (a.id < b.id ? -1 : 1));
  const now = content && fingerprintOfPlan(content);
  const close = (): void => setOpen({ kind: 'none' });
  return (
    <Card
      title={texts.title}
      aside={
        work.readOnly === undefined && (
          <Button size="small" icon="plus" onClick={() => setOpen({ kind: 'keep' })}>
            {texts.keep}
          </Button>
        )
      }
    >
      {versions.length === 0 && (
        <div class={styles['soft']}>
          <p>{texts.none}.</p>
          <p>{texts.noneText}</p>
        </div>
      )}
      {versions.length > 0 && (
        <ul class={styles['list']} aria-label={texts.title} role="list">
          {versions.map((version) => (
            <VersionRow
              key={version.id}
              work={work}
              opened={opened}
              version={version}
              organisations={organisations}
              standing={acceptanceState(version.id, entries.acceptances, organisations)}
              isCurrent={now === undefined ? undefined : now === version.fingerprint}
              onAccept={() => setOpen({ kind: 'accept', version })}
              onCompare={() => setOpen({ kind: 'compare', version })}
            />
          ))}
        </ul>
      )}
      {open.kind === 'keep' && <KeepVersionDialog work={work} opened={opened} onClose={close} />}
      {open.kind === 'accept' && (
        <AcceptDialog
          work={work}
          version={open.version}
          organisations={organisations}
          missing={acceptanceState(open.version.id, entries.acceptances, organisations).missing}
          onClose={close}
        />
      )}
      {open.kind === 'compare' && content !== undefined && (
        <CompareDialog
          opened={opened}
          versions={versions}
          first={open.version.id}
          now={content}
          onClose={close}
        />
      )}
    </Card>
  );
}
