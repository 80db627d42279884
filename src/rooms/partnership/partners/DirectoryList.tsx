// Organisations as cards, each with the people who speak for it; below them those who speak for none.

import type { OrganisationId, PersonId } from '../../../domain/ids.ts';
import type { OrganisationStatus } from '../../../domain/organisation.ts';
import type { DirectoryEntry, DirectoryPerson, PartnerDirectory } from '../../../domain/partnerDirectory.ts';
import type { Row } from '../../../storage/database.ts';
import { Menu } from '../../../ui/actions/Menu.tsx';
import { Chip, type Tone } from '../../../ui/display/Chip.tsx';
import { List } from '../../../ui/display/List.tsx';
import { Tick } from '../../../ui/display/Tick.tsx';
import { t } from '../../../ui/i18n/partnershipTexts.ts';
import { Card } from '../../../ui/layout/Card.tsx';
import styles from './Partners.module.css';
import { PersonRow } from './PersonRow.tsx';
import type { PartnerActions } from './partnerActions.ts';

export interface DirectoryListProps {
  readonly directory: PartnerDirectory<Row<'persons'>, Row<'organisations'>>;
  readonly query: string;
  readonly actions: PartnerActions;
  /** People are not on the device of a partner. */
  readonly showsPeople: boolean;
  readonly onOrganisation: (id: OrganisationId) => void;
  readonly onPerson: (id: PersonId) => void;
  readonly onAddPerson: (organisationId: OrganisationId) => void;
  readonly onMerge: (id: PersonId) => void;
}

const TONES: Readonly<Record<OrganisationStatus, Tone>> = {
  potential: 'neutral',
  invited: 'sky',
  joined: 'forest',
  left: 'neutral',
};

export function DirectoryList(props: DirectoryListProps) {
  const { directory, query } = props;
  const texts = t().partnership;
  if (directory.entries.length === 0 && directory.unaffiliated.length === 0) {
    return <p role="status">{query === '' ? texts.noneOfStatus : texts.noneFound(query)}</p>;
  }
  return (
    <div class={styles['cards']}>
      {directory.entries.map((entry) => (
        <OrganisationCard key={entry.organisation.id} entry={entry} {...props} />
      ))}
      {directory.unaffiliated.length > 0 && (
        <div class={styles['card']}>
          <Card title={texts.unaffiliated}>
            <People people={directory.unaffiliated} {...props} />
          </Card>
        </div>
      )}
    </div>
  );
}

interface OrganisationCardProps extends DirectoryListProps {
  readonly entry: DirectoryEntry<Row<'persons'>, Row<'organisations'>>;
}

function OrganisationCard(props: OrganisationCardProps) {
  const { organisation, people } = props.entry;
  const texts = t().partnership;
  return (
    <section class={styles['card']} aria-label={organisation.name}>
      <Card>
        <div class={styles['head']}>
          <div class={styles['name']}>
            <h2>{organisation.name}</h2>
            <p class={styles['state']}>
              <Chip small tone={TONES[organisation.status]}>
                {texts.status[organisation.status]}
              </Chip>
              {texts.types[organisation.type]}
            </p>
          </div>
          <span class={styles['tick']}>
            <Tick state={organisation.unsent === 0 ? 'server' : 'device'} />
          </span>
          <Menu
            label={texts.moreAbout(organisation.name)}
            items={[
              {
                label: texts.editOrganisation,
                icon: 'pen',
                onSelect: () => props.onOrganisation(organisation.id),
              },
              ...(props.showsPeople
                ? [
                    {
                      label: texts.addPersonHere,
                      icon: 'personAdd' as const,
                      onSelect: () => props.onAddPerson(organisation.id),
                    },
                  ]
                : []),
              {
                label: t().common.remove,
                icon: 'trash',
                onSelect: () => props.actions.hideOrganisation(organisation),
              },
            ]}
          />
        </div>
        {people.length > 0 && <People people={people} organisationId={organisation.id} {...props} />}
        {people.length === 0 && props.showsPeople && <p class={styles['nobody']}>{texts.nobodyHere}</p>}
      </Card>
    </section>
  );
}

interface PeopleProps extends DirectoryListProps {
  readonly people: readonly DirectoryPerson<Row<'persons'>>[];
  readonly organisationId?: OrganisationId;
}

function People({ people, organisationId, actions, onPerson, onMerge }: PeopleProps) {
  return (
    <List label={t().partnership.people}>
      {people.map((each) => (
        <PersonRow
          key={each.person.id}
          entry={each}
          organisationId={organisationId}
          actions={actions}
          onPerson={onPerson}
          onMerge={onMerge}
        />
      ))}
    </List>
  );
}
