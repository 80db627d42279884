// One version: when it was made and by whom, how its acceptance stands, and what can be done with it.

import type { PartnerOrganisation } from '../../../domain/organisation.ts';
import type { AcceptanceState } from '../../../domain/plan/planVersion.ts';
import type { OpenDocument } from '../../../storage/ledger.ts';
import type { PlanEntry } from '../../../storage/planQueries.ts';
import { Button } from '../../../ui/actions/Button.tsx';
import { Menu } from '../../../ui/actions/Menu.tsx';
import { Chip } from '../../../ui/display/Chip.tsx';
import { Tick } from '../../../ui/display/Tick.tsx';
import { formatDateTime } from '../../../ui/i18n/format.ts';
import { t } from '../../../ui/i18n/planTexts.ts';
import { Disclosure } from '../../../ui/layout/Disclosure.tsx';
import { organisationName } from '../organisationName.ts';
import type { PlanWork } from '../planWork.ts';
import { restoreVersion } from './versionActions.ts';
import styles from './Versions.module.css';

export interface VersionRowProps {
  readonly work: PlanWork;
  readonly opened: OpenDocument;
  readonly version: PlanEntry<'planVersions'>;
  readonly organisations: readonly PartnerOrganisation[];
  readonly standing: AcceptanceState;
  /** Whether the plan reads now as in this version; `undefined` until that is known. */
  readonly isCurrent: boolean | undefined;
  readonly onAccept: () => void;
  readonly onCompare: () => void;
}

export function VersionRow(props: VersionRowProps) {
  const { work, opened, version, standing, isCurrent, onAccept, onCompare } = props;
  const texts = t().planTogether.versions;
  const { accepted, of } = standing;
  const isWritable = work.readOnly === undefined;
  const isOwnDone = accepted.some(({ organisationId }) => organisationId === work.me.organisationId);
  return (
    <li class={styles['version']}>
      <div class={styles['head']}>
        <h3>{version.name}</h3>
        <Tick state={version.unsent === 0 ? 'server' : 'device'} />
        <Menu
          label={texts.more(version.name)}
          items={[
            { label: texts.compare, icon: 'copy', onSelect: onCompare },
            ...(isWritable
              ? [
                  {
                    label: texts.restore,
                    icon: 'undo' as const,
                    onSelect: () => restoreVersion(work, opened, version),
                  },
                ]
              : []),
          ]}
        />
      </div>
      <p class={styles['soft']}>{texts.madeBy(version.byName, formatDateTime(version.at))}</p>
      <p class={styles['chips']}>
        <Chip small tone={of > 0 && accepted.length === of ? 'forest' : 'neutral'} icon="people">
          {of === 0 ? texts.nobodyAsked : texts.acceptedBy(accepted.length, of)}
        </Chip>
        {isCurrent !== undefined && (
          <Chip small tone={isCurrent ? 'forest' : 'amber'} icon={isCurrent ? 'check' : 'pen'}>
            {isCurrent ? texts.asItIs : texts.changedSince}
          </Chip>
        )}
        {isOwnDone && !work.maySpeakForPartners && (
          <Chip small tone="forest" icon="check">
            {texts.ownAccepted}
          </Chip>
        )}
      </p>
      {accepted.length > 0 && <Acceptances {...props} />}
      {isWritable && canAccept(work, standing) && (
        <div>
          <Button size="small" icon="check" aria-label={texts.acceptThis(version.name)} onClick={onAccept}>
            {texts.accept}
          </Button>
        </div>
      )}
    </li>
  );
}

function Acceptances({ work, organisations, standing }: VersionRowProps) {
  const texts = t().planTogether.versions;
  const { accepted, missing } = standing;
  return (
    <Disclosure summary={texts.whoAccepted}>
      <ul class={styles['acceptances']}>
        {accepted.map(({ organisationId, byName, at, deviceId }) => (
          <li key={organisationId}>
            {texts.acceptance(organisationName(organisations, organisationId), byName, formatDateTime(at))},{' '}
            {deviceId === work.device.id ? texts.here : texts.elsewhere}
          </li>
        ))}
      </ul>
      {missing.length > 0 && (
        <p class={styles['soft']}>{texts.waitingFor(missing.map(({ name }) => name).join(', '))}</p>
      )}
    </Disclosure>
  );
}

/** A partner accepts for their own organisation; librarian and animator write down for whoever said so. */
function canAccept({ maySpeakForPartners, me }: PlanWork, { missing }: AcceptanceState): boolean {
  if (maySpeakForPartners || me.organisationId === undefined) return missing.length > 0;
  return missing.some(({ id }) => id === me.organisationId);
}
