// "Osoby i dostęp": who may see and change a partnership (or take part in the programme), and invitations to it.

import { liveQuery } from 'dexie';
import { useState } from 'preact/hooks';
import type { PartnershipId } from '../../domain/ids.ts';
import { isExampleId } from '../../domain/partnership.ts';
import { hrefOf } from '../../domain/places.ts';
import type { Scope } from '../../schema/invitation.ts';
import { type Membership, readMembership } from '../../sync/membership.ts';
import { Button } from '../../ui/actions/Button.tsx';
import { EmptyState } from '../../ui/feedback/EmptyState.tsx';
import { SegmentedControl } from '../../ui/fields/RadioGroup.tsx';
import { t } from '../../ui/i18n/settingTexts.ts';
import { Page } from '../../ui/layout/Page.tsx';
import { useObservable } from '../../ui/useObservable.ts';
import type { AppParts, OwnScreenProps } from '../appParts.ts';
import { InvitationsCard } from './InvitationsCard.tsx';
import { MembersCard } from './MembersCard.tsx';
import styles from './People.module.css';
import { inviteChoices, rolesIn } from './inviteChoices.ts';

/** Of the partnership in front; on a device without one, of the programme. */
export function PeopleScreen({ parts, partnershipId }: OwnScreenProps) {
  const [scope, setScope] = useState<Scope>(partnershipId ?? 'programme');
  return <Access key={scope} parts={parts} scope={scope} front={partnershipId} onScope={setScope} />;
}

interface AccessProps {
  readonly parts: AppParts;
  readonly scope: Scope;
  readonly front: PartnershipId | undefined;
  readonly onScope: (scope: Scope) => void;
}

interface Loaded {
  readonly membership: Membership | undefined;
  readonly title: string;
}

function Access(props: AccessProps) {
  const { parts, scope } = props;
  const { db } = parts.device;
  const observed = useObservable<Loaded>(
    () =>
      liveQuery(async () => ({
        membership: await readMembership(db),
        title: scope === 'programme' ? '' : await nameOf(scope),
      })),
    [db, scope],
  );
  const texts = t().identity;

  async function nameOf(id: PartnershipId): Promise<string> {
    return (await db.partnerships.get(id))?.name ?? '';
  }

  if (observed.kind === 'failed') return <p role="alert">{t().problems.unreadable}</p>;
  const loaded = observed.kind === 'ready' ? observed.value : undefined;
  const title = loaded === undefined ? '' : loaded.title || texts.programme;
  return (
    <Page title={texts.peopleTitle} subtitle={texts.peopleSubtitle(title)}>
      {loaded !== undefined && <Contents {...props} loaded={loaded} />}
    </Page>
  );
}

type ContentsProps = AccessProps & { readonly loaded: Loaded };

function Contents({ parts, scope, front, onScope, loaded }: ContentsProps) {
  const { membership, title } = loaded;
  const texts = t().identity;
  if (isExampleId(scope)) return <EmptyState icon="key" title={texts.notInExample} />;
  if (membership === undefined) {
    return (
      <EmptyState
        icon="key"
        title={texts.notConnected}
        action={
          <Button variant="primary" icon="qr" href={hrefOf({ kind: 'join' })}>
            {t().sending.enterCode}
          </Button>
        }
      >
        {texts.notConnectedText}
      </EmptyState>
    );
  }
  const roles = rolesIn(scope, membership.grants);
  const choices = inviteChoices(roles);
  return (
    <div class={styles['cards']}>
      {front !== undefined && membership.grants.some((grant) => grant.scope === 'programme') && (
        <SegmentedControl
          label={texts.where}
          value={scope === 'programme' ? 'programme' : 'partnership'}
          onChange={(choice) => onScope(choice === 'programme' ? 'programme' : front)}
          options={[
            { value: 'partnership', label: texts.thisPartnership },
            { value: 'programme', label: texts.wholeProgramme },
          ]}
        />
      )}
      {roles.length > 0 && <p>{texts.youAre(roles.map((role) => texts.roles[role]).join(', '))}</p>}
      {choices.length === 1 && <p>{texts.onlyReading}</p>}
      <InvitationsCard parts={parts} scope={scope} title={title} choices={choices} />
      <MembersCard parts={parts} scope={scope} self={membership.member.id} mayRemove={choices.length > 1} />
    </div>
  );
}
